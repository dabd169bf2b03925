package hostelry.console.kit.page;

import hostelry.console.kit.look.Hue;
import hostelry.console.kit.look.Look;
import hostelry.console.kit.table.Histories;
import hostelry.console.kit.table.Sparks;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** A load over time, with its name and the value of now. */
public final class Chart {
    private final Look look;
    private final String title;
    private final Hue hue;
    private final double full;
    private final Canvas canvas;
    private float[] values = {};
    private String now = "";

    /** @param full value at full height; 0: the highest that is seen */
    public Chart(Composite parent, Look look, String title, Hue hue, double full) {
        this.look = look;
        this.title = title;
        this.hue = hue;
        this.full = full;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = title + " " + now;
            }
        });
    }

    public Control control() {
        return canvas;
    }

    public void show(float[] history, String value) {
        values = history;
        now = value;
        canvas.redraw();
    }

    private void paint(GC gc) {
        Rectangle area = canvas.getClientArea();
        gc.setFont(look.bold());
        gc.drawText(title, 0, 0, true);
        int line = gc.getFontMetrics().getHeight() + 6;
        gc.setFont(null);
        Point size = gc.textExtent(now);
        gc.drawText(now, area.width - size.x - 1, 0, true);
        Rectangle box = new Rectangle(0, line, area.width - 1, Math.max(16, Math.min(160, area.height - line - 2)));
        gc.setForeground(look.color(Hue.GREY));
        gc.setAlpha(70);
        gc.drawLine(box.x, box.y, box.x + box.width, box.y);
        gc.drawLine(box.x, box.y + box.height / 2, box.x + box.width, box.y + box.height / 2);
        gc.drawLine(box.x, box.y + box.height, box.x + box.width, box.y + box.height);
        gc.setAlpha(255);
        if (values.length > 1) {
            Sparks.draw(gc, box, values, full, look.color(hue), Histories.LENGTH);
        }
    }
}
