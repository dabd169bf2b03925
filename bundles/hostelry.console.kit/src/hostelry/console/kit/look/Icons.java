package hostelry.console.kit.look;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;

/**
 * The drawn icons as images, sharp at any zoom, in the inks of the theme, with a status badge at the lower right where asked for. UI thread only.
 *
 * <p>Images belong to this class and live as long as the display: widgets may keep them over a change of theme without showing a disposed one.
 */
public final class Icons {
    private final Display display;
    private final Map<Icon, String> drawings = new EnumMap<>(Icon.class);
    private final Map<String, Image> images = new HashMap<>();
    private boolean dark;

    public Icons(Display display) {
        this.display = display;
        display.disposeExec(() -> images.values().forEach(Image::dispose));
    }

    public void dark(boolean inDark) {
        this.dark = inDark;
    }

    public Image of(Icon icon) {
        return of(icon, null, 16);
    }

    public Image of(Icon icon, @Nullable Status badge) {
        return of(icon, badge, 16);
    }

    /** @param size of the side, in points */
    public Image of(Icon icon, @Nullable Status badge, int size) {
        boolean inDark = dark;
        return images.computeIfAbsent(icon + "/" + badge + "/" + size + "/" + inDark,
                key -> new Image(display, provider(icon, badge, size, inDark)));
    }

    public ImageDescriptor descriptor(Icon icon) {
        return ImageDescriptor.createFromImageDataProvider(provider(icon, null, 16, dark));
    }

    private ImageDataProvider provider(Icon icon, @Nullable Status badge, int size, boolean inDark) {
        return zoom -> render(svg(icon, badge, size * zoom / 100, inDark));
    }

    private static ImageData render(String svg) {
        return new ImageLoader().load(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))[0];
    }

    private String svg(Icon icon, @Nullable Status badge, int pixels, boolean inDark) {
        String body = drawing(icon);
        if (badge != null) {
            // the noun makes room for its badge, so that both stay readable on any ground, selected or not
            body = "<mask id=\"m\" maskUnits=\"userSpaceOnUse\" x=\"0\" y=\"0\" width=\"16\" height=\"16\"><rect width=\"16\" height=\"16\" fill=\"#fff\"/>"
                    + "<circle cx=\"11.5\" cy=\"11.5\" r=\"5.4\" fill=\"#000\"/></mask><g mask=\"url(#m)\">" + body
                    + "</g><g transform=\"translate(7 7) scale(.5625)\">" + drawing(badge.icon()) + "</g>";
        }
        for (Hue hue : Hue.values()) {
            body = body.replace(hue.svg(false), hue.svg(inDark));
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + pixels + "\" height=\"" + pixels + "\" viewBox=\"0 0 16 16\">" + body
                + "</svg>";
    }

    /** What is inside the file's svg element. */
    private String drawing(Icon icon) {
        return drawings.computeIfAbsent(icon, Icons::read);
    }

    private static String read(Icon icon) {
        try (InputStream in = Icons.class.getResourceAsStream("/" + icon.file())) {
            if (in == null) {
                throw new IllegalStateException("no drawing " + icon.file());
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.substring(text.indexOf("<g "), text.lastIndexOf("</svg>"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
