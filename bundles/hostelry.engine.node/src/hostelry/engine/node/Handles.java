package hostelry.engine.node;

import hostelry.engine.spi.Nodes;
import hostelry.node.api.HostFacts;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All hosts, local and remote. A handle lives while there is somebody to listen to it; a node of this framework goes before one over the wire. */
final class Handles implements Nodes, AutoCloseable {
    private final Dialer dialer;
    private final Timing timing;
    private final Map<String, Node> locals = new HashMap<>();
    private final Map<String, Remote> remotes = new HashMap<>();
    /** Read without the monitor: verbs ask while others open and close. */
    private final Map<String, Handle> handles = new ConcurrentHashMap<>();
    private @Nullable Listener listener;

    private record Remote(String address, int port) {}

    Handles(Dialer dialer, Timing timing) {
        this.dialer = dialer;
        this.timing = timing;
    }

    @Override
    public Optional<Node> node(String hostId) {
        Handle handle = handles.get(hostId);
        return handle == null ? Optional.empty() : handle.node();
    }

    @Override
    public HostFacts connect(String address, int port) throws NodeFault {
        Guard guard = new Guard(1);
        HostFacts facts = guard.call(() -> dialer.connect(address, port).facts().host(), timing.facts());
        keep(facts.hostId(), address, port);
        return facts;
    }

    @Override
    public synchronized void keep(String hostId, String address, int port) {
        Remote remote = new Remote(address, port);
        if (!remote.equals(remotes.put(hostId, remote)) && !locals.containsKey(hostId)) {
            restart(hostId);
        }
    }

    @Override
    public synchronized void forget(String hostId) {
        remotes.remove(hostId);
        locals.remove(hostId);
        restart(hostId);
    }

    /** A node of this framework came. */
    synchronized void add(String hostId, Node node) {
        locals.put(hostId, node);
        restart(hostId);
    }

    /** A node of this framework went. */
    synchronized void remove(String hostId, Node node) {
        if (locals.remove(hostId, node)) {
            Handle handle = handles.get(hostId);
            if (handle != null) {
                handle.gone("The node of this host has stopped.");
            }
            restart(hostId);
        }
    }

    @Override
    public synchronized AutoCloseable listen(Listener newOne) {
        if (listener != null) {
            throw new IllegalStateException("somebody listens already");
        }
        listener = newOne;
        locals.keySet().forEach(this::restart);
        remotes.keySet().stream().filter(hostId -> !locals.containsKey(hostId)).forEach(this::restart);
        return () -> deafen(newOne);
    }

    private synchronized void deafen(Listener oldOne) {
        if (listener == oldOne) {
            listener = null;
            handles.values().forEach(Handle::unheard);
            handles.clear();
        }
    }

    private void restart(String hostId) {
        Handle before = handles.get(hostId);
        if (before != null) {
            before.close();
        }
        Node local = locals.get(hostId);
        Remote remote = remotes.get(hostId);
        if (listener == null || local == null && remote == null) {
            return; // the old handle stays where it is: it is quiet, and a new one will wait for its last word
        }
        Callable<Node> source = local != null ? () -> local : () -> dialer.connect(remote.address(), remote.port(), hostId);
        Handle handle = new Handle(hostId, local != null, source, listener, timing, before);
        handles.put(hostId, handle);
        handle.start();
    }

    @Override
    public synchronized void close() {
        handles.values().forEach(Handle::unheard);
        handles.clear();
        listener = null;
    }
}
