package hostelry.console.kit.terminal;

import hostelry.console.kit.VerbBar;
import hostelry.console.kit.look.Look;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;

/** A {@link Terminal} to be seen and typed at. Ctrl+Shift+C copies what is selected with the mouse, Ctrl+Shift+V pastes. UI thread only. */
public final class TerminalView {
    private static final int MARGIN = 6;
    private static final int WHEEL = 3;

    private final Canvas canvas;
    private final Terminal terminal;
    private final Painter painter;
    private final Consumer<byte[]> typed;
    private final Point cell;
    /** Rows above the newest ones that are looked at. */
    private int back;
    private final Selection selection = new Selection();
    private boolean painting;

    /** @param typed gets what is typed, and what programs ask of the terminal */
    public TerminalView(Composite parent, Look look, String key, Consumer<byte[]> typed) {
        this.typed = typed;
        this.terminal = new Terminal(80, 24, answer -> typed.accept(answer.getBytes(StandardCharsets.UTF_8)));
        this.canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND | SWT.V_SCROLL);
        canvas.setData(VerbBar.KEY, key);
        canvas.setData(terminal);
        Font font = JFaceResources.getTextFont();
        canvas.setFont(font);
        GC gc = new GC(canvas);
        gc.setFont(font);
        this.cell = new Point(Math.max(1, gc.textExtent("MMMMMMMMMM").x / 10), gc.getFontMetrics().getHeight());
        gc.dispose();
        this.painter = new Painter(terminal, selection, look, cell, MARGIN);
        canvas.addListener(SWT.Paint, event -> painter.paint(event.gc, canvas.getClientArea(), back, canvas.isFocusControl()));
        canvas.addListener(SWT.Resize, event -> resized());
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.Traverse, event -> {
            event.doit = false; // Tab and the arrows are the guest's
            event.detail = SWT.TRAVERSE_NONE;
        });
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
        canvas.addListener(SWT.MouseWheel, event -> look(back + (event.count > 0 ? WHEEL : -WHEEL)));
        canvas.addListener(SWT.MouseDown, event -> {
            canvas.setFocus();
            selection.begin(place(event));
            canvas.redraw();
        });
        canvas.addListener(SWT.MouseMove, event -> {
            if ((event.stateMask & SWT.BUTTON1) != 0) {
                selection.extend(place(event));
                canvas.redraw();
            }
        });
        ScrollBar bar = Objects.requireNonNull(canvas.getVerticalBar());
        bar.addListener(SWT.Selection, event -> look(terminal.kept() - bar.getSelection()));
        resized();
    }

    public Canvas control() {
        return canvas;
    }

    /** The size at which 80 columns and 24 rows are seen. */
    public Point usualSize() {
        Rectangle trim = canvas.computeTrim(0, 0, 80 * cell.x + 2 * MARGIN, 24 * cell.y + 2 * MARGIN);
        return new Point(trim.width, trim.height);
    }

    /** What the guest says. */
    public void write(byte[] bytes) {
        terminal.write(bytes);
        selection.clear();
        refresh();
    }

    /** A line of the window's own, between what the guest says. */
    public void say(String words) {
        write(("\r\n\u001b[0;7m " + words + " \u001b[0m\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Puts what is selected on the clipboard; the whole screen where nothing is. */
    public void copy() {
        String text = selection.empty()
                ? terminal.text()
                : terminal.text(selection.fromRow(), selection.fromColumn(), selection.toRow(), selection.toColumn());
        if (!text.isEmpty()) {
            Clipboard clipboard = new Clipboard(canvas.getDisplay());
            clipboard.setContents(new Object[]{text}, new Transfer[]{TextTransfer.getInstance()});
            clipboard.dispose();
        }
    }

    /** Types what is on the clipboard; ends of lines become the return key. */
    public void paste() {
        Clipboard clipboard = new Clipboard(canvas.getDisplay());
        Object text = clipboard.getContents(TextTransfer.getInstance());
        clipboard.dispose();
        if (text != null && !text.toString().isEmpty()) {
            typed.accept(text.toString().replaceAll("\r?\n", "\r").getBytes(StandardCharsets.UTF_8));
        }
    }

    private void key(Event event) {
        boolean both = (event.stateMask & (SWT.CTRL | SWT.SHIFT)) == (SWT.CTRL | SWT.SHIFT);
        if (both && (event.keyCode == 'c' || event.keyCode == 'v')) {
            if (event.keyCode == 'c') {
                copy();
            } else {
                paste();
            }
            return;
        }
        if ((event.stateMask & SWT.SHIFT) != 0 && (event.keyCode == SWT.PAGE_UP || event.keyCode == SWT.PAGE_DOWN)) {
            look(back + (event.keyCode == SWT.PAGE_UP ? terminal.rows() : -terminal.rows()));
            return;
        }
        byte[] bytes = Keys.of(event.keyCode, event.character, event.stateMask, terminal.arrowsAsApplication());
        if (bytes.length > 0) {
            back = 0;
            typed.accept(bytes);
        }
    }

    private Point place(Event event) {
        int column = Math.clamp((event.x - MARGIN + cell.x / 2) / cell.x, 0, terminal.columns());
        int row = Math.clamp(Math.floorDiv(event.y - MARGIN, cell.y), 0, terminal.rows() - 1);
        return new Point(column, row - back);
    }

    private void look(int rows) {
        back = Math.clamp(rows, 0, terminal.kept());
        refresh();
    }

    private void resized() {
        Rectangle area = canvas.getClientArea();
        if (area.width > 2 * MARGIN && area.height > 2 * MARGIN) {
            terminal.resize((area.width - 2 * MARGIN) / cell.x, (area.height - 2 * MARGIN) / cell.y);
            refresh();
        }
    }

    /** Much may come at once: it is painted once. */
    private void refresh() {
        if (painting) {
            return;
        }
        painting = true;
        canvas.getDisplay().asyncExec(() -> {
            painting = false;
            if (!canvas.isDisposed()) {
                back = Math.min(back, terminal.kept());
                ScrollBar bar = Objects.requireNonNull(canvas.getVerticalBar());
                bar.setValues(terminal.kept() - back, 0, terminal.kept() + terminal.rows(), terminal.rows(), 1, terminal.rows());
                canvas.redraw();
            }
        });
    }
}
