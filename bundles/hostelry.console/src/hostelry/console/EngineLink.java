package hostelry.console;

import hostelry.client.EngineConnection;
import hostelry.client.mirror.Mirror;
import hostelry.console.kit.LiveEstate;
import org.eclipse.core.runtime.ILog;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** Watches the engine's connection and mirror come and go, and tells the estate. */
final class EngineLink {
    private final ServiceTracker<EngineConnection, EngineConnection> connections;
    private final ServiceTracker<Mirror, Mirror> mirrors;
    private final ShellDesk desk;
    private @Nullable Mirror linked;

    EngineLink(BundleContext context, ShellDesk desk) {
        this.desk = desk;
        this.connections = tracker(context, EngineConnection.class);
        this.mirrors = tracker(context, Mirror.class);
    }

    void open() {
        connections.open();
        mirrors.open();
    }

    private <S> ServiceTracker<S, S> tracker(BundleContext context, Class<S> type) {
        return new ServiceTracker<>(context, type, null) {
            @Override
            public S addingService(ServiceReference<S> reference) {
                S service = super.addingService(reference);
                // once the tracker knows it
                desk.display().asyncExec(EngineLink.this::look);
                return service;
            }

            @Override
            public void removedService(ServiceReference<S> reference, S service) {
                super.removedService(reference, service);
                if (!desk.display().isDisposed()) {
                    desk.display().asyncExec(EngineLink.this::look);
                }
            }
        };
    }

    private void look() {
        EngineConnection connection = connections.getService();
        Mirror mirror = mirrors.getService();
        Mirror now = connection == null ? null : mirror;
        if (now == linked) {
            return;
        }
        if (linked != null) {
            try {
                desk.estate().disconnect(LiveEstate.State.STARTING, "The engine has stopped; the window waits for it to come back.");
            } catch (Exception e) {
                ILog.of(EngineLink.class).error("unexpected", e);
            }
        }
        linked = now;
        if (connection != null && now != null) {
            desk.estate().connect(connection, now);
        }
    }
}
