package hostelry.home;

import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Stops the framework, and with it every bundle in order, when the process is told to end (SIGTERM, SIGINT, {@code System.exit}). Equinox by
 * itself would just be gone, with a database open and a libvirtd left behind.
 */
@Component(service = {}, immediate = true)
public final class CleanEnd {
    private static final long PATIENCE = TimeUnit.SECONDS.toMillis(40);

    private final Framework framework;
    private final Thread hook;

    @Activate
    public CleanEnd(BundleContext context) {
        this.framework = (Framework) context.getBundle(0);
        this.hook = new Thread(this::stop, "clean end");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stop() {
        try {
            framework.stop(); // returns at once; nothing happens where it is stopping already
            framework.waitForStop(PATIENCE);
        } catch (BundleException e) {
            System.err.println("The framework can't be stopped: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Deactivate
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // it is this very hook that stops the bundle
        }
    }
}
