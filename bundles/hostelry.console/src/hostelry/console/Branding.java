package hostelry.console;

import hostelry.console.kit.look.Icons;
import java.net.URL;
import java.util.stream.IntStream;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.graphics.Image;

/** The application's own picture, in all sizes that window managers ask for. */
final class Branding {
    private Branding() {}

    static Image[] images() {
        return IntStream.of(16, 24, 32, 48, 64, 128, 256).mapToObj(Branding::descriptor).map(ImageDescriptor::createImage)
                .toArray(Image[]::new);
    }

    static ImageDescriptor descriptor(int size) {
        URL url = Icons.class.getResource("/icons/app/hostelry-" + size + ".png");
        return ImageDescriptor.createFromURL(url);
    }
}
