package hostelry.console.kit.look;

import java.util.EnumMap;
import java.util.Map;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Display;

/** Icons, colours and fonts in the theme that is on. UI thread only. */
public final class Look {
    /** The step of the grid that everything stands on, in points. */
    public static final int STEP = 4;

    private static final Color LINE_LIGHT = new Color(214, 218, 223);
    private static final Color LINE_DARK = new Color(68, 72, 77);

    private final Icons icons;
    private final Map<Hue, Color> colors = new EnumMap<>(Hue.class);
    private final Font bold;
    private final Font large;
    private boolean dark;

    public Look(Display display) {
        this.icons = new Icons(display);
        this.bold = FontDescriptor.createFrom(display.getSystemFont()).setStyle(SWT.BOLD).createFont(display);
        this.large = FontDescriptor.createFrom(display.getSystemFont()).setStyle(SWT.BOLD).increaseHeight(2).createFont(display);
        display.disposeExec(() -> {
            bold.dispose();
            large.dispose();
        });
    }

    /** Changes all that is asked for from now on; who shows something already must ask again. */
    public void dark(boolean inDark) {
        dark = inDark;
        colors.clear();
        icons.dark(inDark);
    }

    public boolean dark() {
        return dark;
    }

    public Icons icons() {
        return icons;
    }

    public Color color(Hue hue) {
        return colors.computeIfAbsent(hue, key -> new Color(key.rgb(dark)));
    }

    /** Of lines between areas. */
    public Color line() {
        return dark ? LINE_DARK : LINE_LIGHT;
    }

    public Font bold() {
        return bold;
    }

    public Font large() {
        return large;
    }
}
