package hostelry.console.kit.look;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabFolderRenderer;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;

/** Calm tabs: words in a row, the one that is open underlined. */
public final class Tabs {
    private static final int HEIGHT = 28;
    private static final int MARGIN = 12;

    private Tabs() {}

    public static CTabFolder make(Composite parent, Look look) {
        CTabFolder folder = new CTabFolder(parent, SWT.TOP | SWT.FLAT);
        folder.setTabHeight(HEIGHT);
        folder.setHighlightEnabled(false);
        folder.setRenderer(new Underlined(folder, look));
        return folder;
    }

    private static final class Underlined extends CTabFolderRenderer {
        private final Look look;

        Underlined(CTabFolder parent, Look look) {
            super(parent);
            this.look = look;
        }

        @Override
        protected Point computeSize(int part, int state, GC gc, int wHint, int hHint) {
            if (part < 0) {
                return super.computeSize(part, state, gc, wHint, hHint);
            }
            // as wide as in bold, so that nothing moves when another one is opened
            gc.setFont(look.bold());
            int width = gc.textExtent(parent.getItem(part).getText()).x;
            gc.setFont(null);
            return new Point(width + 2 * MARGIN, HEIGHT);
        }

        @Override
        protected void draw(int part, int state, Rectangle bounds, GC gc) {
            if (part >= 0) {
                tab(part, state, bounds, gc);
            } else if (part == PART_HEADER) {
                gc.setBackground(parent.getBackground());
                gc.fillRectangle(bounds);
                gc.setForeground(look.line());
                gc.drawLine(bounds.x, bounds.y + bounds.height - 1, bounds.x + bounds.width, bounds.y + bounds.height - 1);
            } else if (part == PART_BODY || part == PART_BACKGROUND || part == PART_BORDER) {
                gc.setBackground(parent.getBackground());
                gc.fillRectangle(bounds);
            } else {
                super.draw(part, state, bounds, gc);
            }
        }

        private void tab(int part, int state, Rectangle bounds, GC gc) {
            boolean open = (state & SWT.SELECTED) != 0;
            Color ink = open || (state & SWT.HOT) != 0 ? parent.getForeground() : look.color(Hue.GREY);
            gc.setFont(open ? look.bold() : null);
            String text = parent.getItem(part).getText();
            Point size = gc.textExtent(text);
            gc.setForeground(ink);
            gc.drawText(text, bounds.x + (bounds.width - size.x) / 2, bounds.y + (bounds.height - size.y) / 2, true);
            if (open) {
                gc.setBackground(look.color(Hue.BLUE));
                gc.fillRectangle(bounds.x + 4, bounds.y + bounds.height - 3, bounds.width - 8, 2);
            }
            gc.setFont(null);
        }
    }
}
