package hostelry.console.kit.chart;

import hostelry.api.LoadHistory;
import hostelry.api.LoadHistory.Series;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.look.Hue;
import hostelry.console.kit.look.Look;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;

/** One chart: some series of a history in one unit, with the values under the pointer. UI thread only. */
public final class TimeChart {
    /** A curve. @param series its name in the history */
    public record Line(String series, String label, Hue hue) {}

    /**
     * @param key of the widget, for tests
     * @param top of the axis; 0: by the highest value that is shown
     */
    public record Spec(String key, String title, Unit unit, double top, List<Line> lines) {}

    private final Spec spec;
    private final Canvas canvas;
    private final ChartPainter painter;
    private LoadHistory history = new LoadHistory(0, 1, List.of());
    private double top;
    /** Where the pointer is; -1: elsewhere. */
    private int pointer = -1;

    public TimeChart(Composite parent, Look look, Spec spec) {
        this.spec = spec;
        this.top = spec.top();
        this.painter = new ChartPainter(look, spec);
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.setData(VerbBar.KEY, spec.key());
        canvas.addListener(SWT.Paint, event -> {
            Rectangle area = canvas.getClientArea();
            painter.paint(event.gc, area, history, top, pointer);
        });
        canvas.addListener(SWT.MouseMove, event -> point(event.x));
        canvas.addListener(SWT.MouseExit, event -> point(-1));
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = spec.title() + ": " + now();
            }
        });
    }

    public Control control() {
        return canvas;
    }

    /** @param fullScale value at the upper end, where that is known of the subject only; 0: as the spec has it */
    public void show(LoadHistory told, double fullScale) {
        history = told;
        top = fullScale > 0 ? fullScale : spec.top();
        canvas.redraw();
    }

    private void point(int x) {
        if (x != pointer) {
            pointer = x;
            canvas.redraw();
        }
    }

    /** The newest values in words. */
    public String now() {
        return spec.lines().stream().map(line -> line.label() + " " + last(line.series()).map(spec.unit()::text).orElse("not known"))
                .collect(Collectors.joining(", "));
    }

    private Optional<Double> last(String series) {
        return history.of(series).map(Series::values).flatMap(values -> newest(values));
    }

    /** The last value that was seen; a step that has just begun may be empty still. */
    static Optional<Double> newest(List<Double> values) {
        for (int i = values.size() - 1; i >= Math.max(0, values.size() - 2); i--) {
            Double value = values.get(i);
            if (!value.isNaN()) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    static @Nullable Double at(List<Double> values, int index) {
        return index < 0 || index >= values.size() || values.get(index).isNaN() ? null : values.get(index);
    }
}
