package hostelry.console.host;

import hostelry.api.HostHardware.Cell;
import hostelry.api.HostHardware.Cpu;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.look.Hue;
import hostelry.console.kit.look.Look;
import hostelry.console.kit.words.Bytes;
import hostelry.console.kit.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;

/** The NUMA nodes of a host side by side, a square for each core, divided by its threads; under the pointer which CPUs and how far from the others. */
final class NumaPicture {
    private static final int BOX = 196;
    private static final int GAP = 12;
    private static final int CORE = 11;
    private static final int PITCH = 14;
    private static final int PAD = 8;
    /** Cores of bigger nodes are not drawn all: the title says how many there are. */
    private static final int MOST_ROWS = 8;
    private static final int A_ROW = (BOX - 2 * PAD) / PITCH;

    private final Look look;
    private final List<Cell> cells;
    private final Canvas canvas;

    NumaPicture(Composite parent, Look look, List<Cell> cells) {
        this.look = look;
        this.cells = cells;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.setData(VerbBar.KEY, "hardware.numa");
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.MouseMove, event -> {
            String tip = at(event.x, event.y);
            if (!Objects.equals(tip, canvas.getToolTipText())) {
                canvas.setToolTipText(tip);
            }
        });
    }

    Canvas control() {
        return canvas;
    }

    /** @param width that there is */
    int height(int width) {
        return rows(width) * (boxHeight() + GAP);
    }

    private int across(int width) {
        return Math.max(1, Math.min(cells.size(), (width + GAP) / (BOX + GAP)));
    }

    private int rows(int width) {
        return (cells.size() + across(width) - 1) / across(width);
    }

    private int boxHeight() {
        int most = cells.stream().mapToInt(cell -> cores(cell).size()).max().orElse(0);
        return 2 * PAD + 22 + Math.min(MOST_ROWS, (most + A_ROW - 1) / A_ROW) * PITCH;
    }

    /** The threads of each core, by socket and core. */
    static Map<Long, List<Cpu>> cores(Cell cell) {
        return cell.cpus().stream().collect(Collectors.groupingBy(cpu -> ((long) cpu.socket() << 32) + cpu.core(), TreeMap::new,
                Collectors.toList()));
    }

    private Rectangle box(int index) {
        int across = across(canvas.getClientArea().width);
        return new Rectangle(index % across * (BOX + GAP), index / across * (boxHeight() + GAP), BOX, boxHeight());
    }

    private void paint(GC gc) {
        gc.setAntialias(SWT.ON);
        Color ink = gc.getForeground();
        Color ground = gc.getBackground();
        for (int i = 0; i < cells.size(); i++) {
            Rectangle box = box(i);
            gc.setForeground(look.line());
            gc.drawRoundRectangle(box.x, box.y, box.width - 1, box.height - 1, 8, 8);
            gc.setForeground(ink);
            gc.drawText("Node " + cells.get(i).id(), box.x + PAD, box.y + PAD - 2, true);
            String size = Bytes.text(cells.get(i).memory()) + ", " + Words.count(cells.get(i).cpus().size(), "CPU", "CPUs");
            gc.setForeground(look.color(Hue.GREY));
            gc.drawText(size, box.x + box.width - PAD - gc.textExtent(size).x, box.y + PAD - 2, true);
            cores(gc, box, cells.get(i));
            gc.setBackground(ground);
        }
    }

    private void cores(GC gc, Rectangle box, Cell cell) {
        int index = 0;
        for (List<Cpu> threads : cores(cell).values()) {
            if (index >= A_ROW * MOST_ROWS) {
                return;
            }
            int x = box.x + PAD + index % A_ROW * PITCH;
            int y = box.y + PAD + 22 + index / A_ROW * PITCH;
            // sockets change their colour, so that one sees which cores stand in one package
            gc.setBackground(look.color(threads.get(0).socket() % 2 == 0 ? Hue.BLUE : Hue.STEEL));
            int width = Math.max(1, (CORE - (threads.size() - 1)) / threads.size());
            for (int thread = 0; thread < threads.size(); thread++) {
                gc.fillRectangle(x + thread * (width + 1), y, width, CORE);
            }
            index++;
        }
    }

    private @Nullable String at(int x, int y) {
        for (int i = 0; i < cells.size(); i++) {
            if (box(i).contains(x, y)) {
                return words(cells.get(i));
            }
        }
        return null;
    }

    static String words(Cell cell) {
        String cpus = cell.cpus().stream().map(cpu -> Integer.toString(cpu.id())).collect(Collectors.joining(", "));
        String far = cell.distances().stream().filter(one -> one.cell() != cell.id())
                .map(one -> "node " + one.cell() + " is " + one.value() + " away").collect(Collectors.joining(", "));
        return "CPUs " + cpus + (far.isEmpty() ? "" : "\n" + Words.sentence(far) + "; 10 is here");
    }
}
