package hostelry.console;

import hostelry.console.kit.LiveEstate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.eclipse.core.runtime.ILog;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/** Starts all of ours that has services to offer, behind the open window. */
final class EngineStart implements Runnable {
    private final BundleContext context;
    private final ShellDesk desk;

    EngineStart(BundleContext context, ShellDesk desk) {
        this.context = context;
        this.desk = desk;
    }

    @Override
    public void run() {
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

    /** A bundle of ours with components; a fragment's belong to its host. */
    private static boolean offers(Bundle bundle) {
        return bundle.getSymbolicName() != null && bundle.getSymbolicName().startsWith("hostelry.") && bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null
                && bundle.getHeaders().get("Service-Component") != null && bundle.getState() != Bundle.ACTIVE;
    }

    private void fail(String reason) {
        try {
            desk.estate().disconnect(LiveEstate.State.FAILED, reason);
        } catch (Exception e) {
            ILog.of(EngineStart.class).error("unexpected", e);
        }
    }
}
