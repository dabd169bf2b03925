package hostelry.testkit;

import hostelry.engine.spi.Nodes;
import hostelry.node.api.FaultCode;
import hostelry.node.api.HostFacts;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hosts for tests: a {@link FakeNode} each; one that is {@link #silence silenced} can't be reached. */
public final class FakeNodes implements Nodes {
    private final Map<String, FakeNode> nodes = new ConcurrentHashMap<>();
    private final Map<String, FakeNode> addresses = new ConcurrentHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final List<String> calls = new ArrayList<>();

    public FakeNode add(FakeNode node) {
        nodes.put(node.hostId(), node);
        return node;
    }

    /** A node over the wire, there to be connected. */
    public FakeNode at(String address, int port, FakeNode node) {
        addresses.put(address + ":" + port, node);
        return node;
    }

    public void silence(String hostId) {
        nodes.remove(hostId);
    }

    public List<Listener> listeners() {
        return listeners;
    }

    /** What was asked besides {@link #node}: {@code connect a:1}, {@code keep id}, {@code forget id}. */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    private synchronized void called(String call) {
        calls.add(call);
    }

    @Override
    public Optional<Node> node(String hostId) {
        return Optional.ofNullable(nodes.get(hostId));
    }

    @Override
    public HostFacts connect(String address, int port) throws NodeFault {
        called("connect " + address + ":" + port);
        FakeNode node = addresses.get(address + ":" + port);
        if (node == null) {
            throw new NodeFault(FaultCode.UNAVAILABLE, "Nobody answers at " + address + ":" + port + ".");
        }
        nodes.put(node.hostId(), node);
        return node.host();
    }

    @Override
    public void keep(String hostId, String address, int port) {
        called("keep " + hostId);
    }

    @Override
    public void forget(String hostId) {
        called("forget " + hostId);
        nodes.remove(hostId);
    }

    @Override
    public AutoCloseable listen(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
