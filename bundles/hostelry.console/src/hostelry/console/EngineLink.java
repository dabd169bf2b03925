package hostelry.console;

import hostelry.client.EngineConnection;
import hostelry.client.mirror.Mirror;
import hostelry.console.kit.LiveEstate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.eclipse.core.runtime.ILog;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** Watches the engine's connection and mirror come and go, and tells the estate. */
final class EngineLink {
    private static final long LEAVING_MILLIS = 2_000;

    /** What the trackers have seen and not lost. A tracker itself knows a service only after it has told of it, which may be later than the UI thread looks. */
    private final ConcurrentNavigableMap<ServiceReference<?>, EngineConnection> connections = bestFirst();
    private final ConcurrentNavigableMap<ServiceReference<?>, Mirror> mirrors = bestFirst();
    private final List<ServiceTracker<?, ?>> trackers;
    private final ShellDesk desk;
    private @Nullable Mirror linked;
    private @Nullable RemoteEngine remote;

    EngineLink(BundleContext context, ShellDesk desk) {
        this.desk = desk;
        this.trackers = List.of(tracker(context, EngineConnection.class, connections), tracker(context, Mirror.class, mirrors));
    }

    private static <S> ConcurrentNavigableMap<ServiceReference<?>, S> bestFirst() {
        return new ConcurrentSkipListMap<>(Comparator.reverseOrder());
    }

    void open() {
        trackers.forEach(ServiceTracker::open);
    }

    private <S> ServiceTracker<S, S> tracker(BundleContext context, Class<S> type, Map<ServiceReference<?>, S> seen) {
        return new ServiceTracker<>(context, type, null) {
            @Override
            public @Nullable S addingService(ServiceReference<S> reference) {
                S service = super.addingService(reference);
                if (service != null) {
                    seen.put(reference, service);
                    desk.display().asyncExec(EngineLink.this::look);
                }
                return service;
            }

            @Override
            public void removedService(ServiceReference<S> reference, S service) {
                seen.remove(reference);
                super.removedService(reference, service);
                if (!desk.display().isDisposed()) {
                    desk.display().asyncExec(EngineLink.this::look);
                }
            }
        };
    }

    /** The window is at that engine from now on; null: at the embedded one. What was before is left, and logged out of in the background. UI thread only. */
    void use(@Nullable RemoteEngine other) {
        RemoteEngine before = remote;
        remote = other;
        look();
        if (before != null) {
            Thread.ofVirtual().name("log out").start(before::close);
        }
    }

    /** The engine on another machine that the window is at; null: none. UI thread only. */
    @Nullable
    RemoteEngine remote() {
        return remote;
    }

    /** Says why the window is at no engine. */
    void idle(String why) {
        try {
            desk.estate().disconnect(LiveEstate.State.STARTING, why);
        } catch (Exception e) {
            ILog.of(EngineLink.class).error("unexpected", e);
        }
    }

    /** The window closes: logs out of another machine's engine, and waits for that no longer than a moment. */
    void leave() {
        RemoteEngine last = remote;
        if (last != null) {
            Thread logout = Thread.ofPlatform().daemon().name("log out").start(last::close);
            try {
                logout.join(LEAVING_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Is there an embedded engine, whether or not the window is at it? */
    boolean embedded() {
        return !connections.isEmpty();
    }

    private void look() {
        RemoteEngine other = remote;
        EngineConnection connection = other == null ? first(connections) : other.connection();
        Mirror mirror = other == null ? first(mirrors) : other.mirror();
        Mirror now = connection == null ? null : mirror;
        if (now == linked) {
            return;
        }
        if (linked != null) {
            idle(connection != null && now != null
                    ? "Connecting to " + connection.label() + "…"
                    : "The engine has stopped; the window waits for it to come back.");
        }
        linked = now;
        if (connection != null && now != null) {
            desk.estate().connect(connection, now);
        }
    }

    private static <S> @Nullable S first(ConcurrentNavigableMap<ServiceReference<?>, S> seen) {
        Map.Entry<ServiceReference<?>, S> entry = seen.firstEntry();
        return entry == null ? null : entry.getValue();
    }
}
