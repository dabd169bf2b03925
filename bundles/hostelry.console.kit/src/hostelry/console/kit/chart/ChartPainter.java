package hostelry.console.kit.chart;

import hostelry.api.LoadHistory;
import hostelry.api.LoadHistory.Series;
import hostelry.console.kit.chart.TimeChart.Line;
import hostelry.console.kit.chart.TimeChart.Spec;
import hostelry.console.kit.look.Hue;
import hostelry.console.kit.look.Look;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** Draws a chart. */
final class ChartPainter {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final int GAP = 6;
    /** Room between two marks, in points. */
    private static final int MARK_HEIGHT = 28;
    private static final int MARK_WIDTH = 64;

    private final Look look;
    private final Spec spec;

    ChartPainter(Look look, Spec spec) {
        this.look = look;
        this.spec = spec;
    }

    /** @param pointer from the left of the area; -1: not in it */
    void paint(GC gc, Rectangle area, LoadHistory history, double top, int pointer) {
        gc.setAntialias(SWT.ON);
        Color ink = gc.getForeground();
        int line = gc.getFontMetrics().getHeight();
        head(gc, area, history, ink);
        int height = area.height - 2 * line - 2 * GAP;
        if (height < line) {
            return;
        }
        int marks = Math.max(1, height / MARK_HEIGHT);
        Scale scale = top > 0 ? Scale.fixed(top, marks) : Scale.of(highest(history), spec.unit(), marks);
        int left = scale.marks().stream().mapToInt(mark -> gc.textExtent(spec.unit().text(mark)).x).max().orElse(0) + GAP;
        Rectangle box = new Rectangle(area.x + left, area.y + line + GAP, Math.max(1, area.width - left - 1), height);
        levels(gc, box, scale, line);
        if (history.series().isEmpty()) {
            text(gc, "Nothing was told yet.", box.x + GAP, box.y + box.height / 2 - line / 2, look.color(Hue.GREY));
            return;
        }
        times(gc, box, history);
        for (Line curve : spec.lines()) {
            history.of(curve.series()).ifPresent(series -> curve(gc, box, scale, series.values(), look.color(curve.hue()),
                    curve.equals(spec.lines().get(0))));
        }
        if (pointer >= box.x && pointer <= box.x + box.width) {
            pointed(gc, box, scale, history, pointer, ink);
        }
    }

    /** The title, and at the right each curve with its newest value. */
    private void head(GC gc, Rectangle area, LoadHistory history, Color ink) {
        gc.setFont(look.bold());
        gc.drawText(spec.title(), area.x, area.y, true);
        int end = gc.textExtent(spec.title()).x;
        gc.setFont(null);
        int x = area.x + area.width;
        for (Line curve : spec.lines().reversed()) {
            String value = history.of(curve.series()).map(Series::values).flatMap(TimeChart::newest).map(spec.unit()::text).orElse("—");
            String words = spec.lines().size() == 1 ? value : curve.label() + " " + value;
            x -= gc.textExtent(words).x + GAP;
            if (x > area.x + end + GAP) {
                text(gc, words, x, area.y, look.color(curve.hue()));
            }
            x -= GAP;
        }
        gc.setForeground(ink);
    }

    private double highest(LoadHistory history) {
        double highest = 0;
        for (Line curve : spec.lines()) {
            for (double value : history.of(curve.series()).map(Series::values).orElse(List.of())) {
                highest = Double.isNaN(value) ? highest : Math.max(highest, value);
            }
        }
        return highest;
    }

    private void levels(GC gc, Rectangle box, Scale scale, int line) {
        for (double mark : scale.marks()) {
            int y = y(box, scale, mark);
            gc.setForeground(look.color(Hue.GREY));
            gc.setAlpha(60);
            gc.drawLine(box.x, y, box.x + box.width, y);
            gc.setAlpha(255);
            String text = spec.unit().text(mark);
            text(gc, text, box.x - GAP - gc.textExtent(text).x, y - line / 2, look.color(Hue.GREY));
        }
    }

    private static long from(LoadHistory history) {
        return history.end() - history.step() * 1000L * count(history);
    }

    private static int count(LoadHistory history) {
        return history.series().stream().mapToInt(series -> series.values().size()).max().orElse(1);
    }

    private void times(GC gc, Rectangle box, LoadHistory history) {
        long from = from(history);
        ZoneId zone = ZoneId.systemDefault();
        for (long moment : Scale.moments(from, history.end(), Math.max(1, box.width / MARK_WIDTH), zone)) {
            int x = box.x + (int) ((moment - from) * box.width / Math.max(1, history.end() - from));
            gc.setForeground(look.color(Hue.GREY));
            gc.setAlpha(60);
            gc.drawLine(x, box.y, x, box.y + box.height + 3);
            gc.setAlpha(255);
            String text = MINUTE.format(Instant.ofEpochMilli(moment).atZone(zone));
            int width = gc.textExtent(text).x;
            text(gc, text, Math.clamp(x - width / 2, box.x, Math.max(box.x, box.x + box.width - width)), box.y + box.height + 3,
                    look.color(Hue.GREY));
        }
    }

    /** Each step stands in its middle; where nothing was seen the curve is broken. */
    private static int x(Rectangle box, int index, int count) {
        return box.x + (2 * index + 1) * box.width / (2 * count);
    }

    private static int y(Rectangle box, Scale scale, double value) {
        return box.y + box.height - (int) Math.round(scale.share(value) * box.height);
    }

    private static void curve(GC gc, Rectangle box, Scale scale, List<Double> values, Color color, boolean filled) {
        List<Integer> points = new ArrayList<>();
        for (int i = 0; i <= values.size(); i++) {
            Double value = TimeChart.at(values, i);
            if (value != null) {
                points.add(x(box, i, values.size()));
                points.add(y(box, scale, value));
            } else if (!points.isEmpty()) {
                piece(gc, box, points, color, filled);
                points.clear();
            }
        }
    }

    private static void piece(GC gc, Rectangle box, List<Integer> points, Color color, boolean filled) {
        int[] line = points.stream().mapToInt(Integer::intValue).toArray();
        gc.setForeground(color);
        if (filled) {
            int[] ground = Arrays.copyOf(line, line.length + 4);
            ground[line.length] = line[line.length - 2];
            ground[line.length + 1] = box.y + box.height;
            ground[line.length + 2] = line[0];
            ground[line.length + 3] = box.y + box.height;
            Color before = gc.getBackground();
            gc.setBackground(color);
            gc.setAlpha(40);
            gc.fillPolygon(ground);
            gc.setAlpha(255);
            gc.setBackground(before);
        }
        if (line.length == 2) {
            gc.drawPoint(line[0], line[1]);
        } else {
            gc.drawPolyline(line);
        }
    }

    /** A line under the pointer, and what stood there. */
    private void pointed(GC gc, Rectangle box, Scale scale, LoadHistory history, int pointer, Color ink) {
        int count = count(history);
        int index = Math.clamp((long) (pointer - box.x) * count / Math.max(1, box.width), 0, count - 1);
        int x = x(box, index, count);
        gc.setForeground(ink);
        gc.setAlpha(120);
        gc.drawLine(x, box.y, x, box.y + box.height);
        gc.setAlpha(255);
        List<String> words = new ArrayList<>(List.of(SECOND.format(
                Instant.ofEpochMilli(from(history) + index * history.step() * 1000L).atZone(ZoneId.systemDefault()))));
        for (Line curve : spec.lines()) {
            Double value = history.of(curve.series()).map(series -> TimeChart.at(series.values(), index)).orElse(null);
            words.add(curve.label() + "  " + (value == null ? "not known" : spec.unit().text(value)));
            if (value != null) {
                gc.setBackground(look.color(curve.hue()));
                gc.fillOval(x - 3, y(box, scale, value) - 3, 7, 7);
            }
        }
        card(gc, box, x, words, ink);
    }

    private void card(GC gc, Rectangle box, int x, List<String> words, Color ink) {
        int line = gc.getFontMetrics().getHeight();
        int width = words.stream().mapToInt(word -> gc.textExtent(word).x).max().orElse(0) + 2 * GAP;
        Point at = new Point(x + GAP + width > box.x + box.width ? x - GAP - width : x + GAP, box.y);
        int height = words.size() * line + GAP;
        gc.setBackground(gc.getDevice().getSystemColor(look.dark() ? SWT.COLOR_BLACK : SWT.COLOR_WHITE));
        gc.setForeground(look.color(Hue.GREY));
        gc.setAlpha(235);
        gc.fillRoundRectangle(at.x, at.y, width, height, 6, 6);
        gc.setAlpha(255);
        gc.drawRoundRectangle(at.x, at.y, width, height, 6, 6);
        for (int i = 0; i < words.size(); i++) {
            text(gc, words.get(i), at.x + GAP, at.y + GAP / 2 + i * line, i == 0 ? look.color(Hue.GREY) : ink);
        }
    }

    private static void text(GC gc, String text, int x, int y, Color color) {
        gc.setForeground(color);
        gc.drawText(text, x, y, true);
    }
}
