package hostelry.console;

import hostelry.console.kit.LiveEstate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.eclipse.core.runtime.ILog;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/** Starts all of ours that has services to offer, behind the open window. */
final class EngineStart implements Runnable {
    private static final int LEVEL = 7;

    private final BundleContext context;
    private final ShellDesk desk;

    EngineStart(BundleContext context, ShellDesk desk) {
        this.context = context;
        this.desk = desk;
    }

    @Override
    public void run() {
        raise();
        if (Arrays.stream(context.getBundles())
                .anyMatch(bundle -> bundle.getState() == Bundle.ACTIVE && ours(bundle) && bundle.getSymbolicName().contains(".engine."))) {
            return;
        }
        // not started by the product's levels: a window that a test or an IDE has started
        List<Bundle> bundles = Arrays.stream(context.getBundles()).filter(EngineStart::offers)
                .sorted(Comparator.comparing(Bundle::getSymbolicName)).toList();
        for (Bundle bundle : bundles) {
            try {
                bundle.start(Bundle.START_TRANSIENT);
            } catch (BundleException e) {
                if (context.getBundle(0).getState() != Bundle.STOPPING) {
                    ILog.of(EngineStart.class).error(bundle.getSymbolicName() + " does not start", e);
                    fail("A part of the engine, " + bundle.getSymbolicName() + ", does not start: " + e.getMessage());
                }
            }
        }
    }

    /** The product keeps engine and node at a start level of their own, above the window's. */
    private void raise() {
        FrameworkStartLevel levels = context.getBundle(0).adapt(FrameworkStartLevel.class);
        if (levels.getStartLevel() >= LEVEL) {
            return;
        }
        CountDownLatch reached = new CountDownLatch(1);
        levels.setStartLevel(LEVEL, event -> reached.countDown());
        try {
            reached.await();
        } catch (InterruptedException e) {
            // the window closes while the engine starts: the framework ends both
            Thread.currentThread().interrupt();
        }
    }

    /** A bundle of ours with components; a fragment's belong to its host. */
    private static boolean offers(Bundle bundle) {
        return ours(bundle) && bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null
                && bundle.getHeaders().get("Service-Component") != null && bundle.getState() != Bundle.ACTIVE;
    }

    private static boolean ours(Bundle bundle) {
        return bundle.getSymbolicName() != null && bundle.getSymbolicName().startsWith("hostelry.");
    }

    private void fail(String reason) {
        try {
            desk.estate().disconnect(LiveEstate.State.FAILED, reason);
        } catch (Exception e) {
            ILog.of(EngineStart.class).error("unexpected", e);
        }
    }
}
