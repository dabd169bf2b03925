package hostelry.bots;

import java.nio.file.Path;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * In a product that runs: does the main job where {@code hostelry.job.iso} names a disc, walks around for pictures where {@code hostelry.tour} names their
 * prefix, then ends the window. What came of it is the last line: {@code Bots: done}, or {@code Bots: failed} after the reason.
 */
public final class BotsActivator implements BundleActivator {
    private static final int PAUSE_MS = 100;

    @Override
    public void start(BundleContext context) {
        String iso = context.getProperty("hostelry.job.iso");
        String tour = context.getProperty("hostelry.tour");
        if (iso != null || tour != null) {
            Thread.ofPlatform().daemon().name("bots").start(() -> work(iso, tour));
        }
    }

    @Override
    public void stop(BundleContext context) {}

    private static void work(@Nullable String iso, @Nullable String tour) {
        while (!PlatformUI.isWorkbenchRunning()) {
            Bot.sleep(PAUSE_MS);
        }
        Display display = PlatformUI.getWorkbench().getDisplay();
        try {
            if (iso != null) {
                new MainJobInWindow(display, Path.of(iso)).run();
            }
            if (tour != null) {
                new WindowTour(display).run(tour);
            }
            System.out.println("Bots: done");
        } catch (RuntimeException | Error e) {
            // whoever started the product reads it there
            e.printStackTrace();
            System.out.println("Bots: failed");
        }
        display.asyncExec(PlatformUI.getWorkbench()::close);
    }
}
