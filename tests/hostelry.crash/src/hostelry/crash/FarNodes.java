package hostelry.crash;

import hostelry.crash.SimDoor.Question;
import hostelry.crash.SimDoor.Reply;
import hostelry.engine.spi.Nodes;
import hostelry.node.api.Disks;
import hostelry.node.api.Domains;
import hostelry.node.api.Facts;
import hostelry.node.api.FaultCode;
import hostelry.node.api.HostFacts;
import hostelry.node.api.Images;
import hostelry.node.api.Migration;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import hostelry.node.api.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The hosts behind a {@link SimDoor}, as an engine has them: a host can be reached from its first report on. */
final class FarNodes implements Nodes {
    private final int port;
    private final Points points;
    private final Map<String, Node> heard = new ConcurrentHashMap<>();

    FarNodes(int port, Points points) {
        this.port = port;
        this.points = points;
    }

    /** A host of the other process. */
    private record FarNode(String hostId, Domains domains, Disks disks, Migration migration, Facts facts) implements Node {
        @Override
        public Images images() {
            throw new UnsupportedOperationException("no bytes of images here");
        }
    }

    Truth truth() throws NodeFault {
        return (Truth) java.util.Objects.requireNonNull(ask(new Question("", "", SimDoor.TRUTH, List.of()), false));
    }

    @Override
    public Optional<Node> node(String hostId) {
        return Optional.ofNullable(heard.get(hostId));
    }

    @Override
    public HostFacts connect(String address, int at) throws NodeFault {
        throw new NodeFault(FaultCode.UNAVAILABLE, "All hosts are simulated.");
    }

    @Override
    public void keep(String hostId, String address, int at) {
        throw new IllegalStateException("all hosts are simulated");
    }

    @Override
    public void forget(String hostId) {
        throw new IllegalStateException("all hosts are simulated");
    }

    @Override
    public AutoCloseable listen(Listener listener) {
        try {
            List<?> hosts = (List<?>) java.util.Objects.requireNonNull(ask(new Question("", "", SimDoor.HOSTS, List.of()), false));
            for (Object id : hosts) {
                String host = (String) id;
                Node node = new FarNode(host, far(Domains.class, host), far(Disks.class, host), far(Migration.class, host),
                        far(Facts.class, host));
                Thread.ofVirtual().name("host " + host).start(() -> hear(node, listener));
            }
        } catch (NodeFault e) {
            throw new IllegalStateException(e);
        }
        return () -> {};
    }

    private void hear(Node node, Listener listener) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            listener.appeared(node.facts().host());
            Letters.write(socket.getOutputStream(), new Question(node.hostId(), "", SimDoor.WATCH, List.of()));
            while (true) {
                Report report = (Report) java.util.Objects.requireNonNull(Letters.read(socket.getInputStream()));
                heard.put(node.hostId(), node);
                listener.reported(node.hostId(), report);
            }
        } catch (IOException | NodeFault e) {
            heard.remove(node.hostId());
            listener.lost(node.hostId(), String.valueOf(e.getMessage()));
        }
    }

    private <T> T far(Class<T> capability, String host) {
        return capability
                .cast(Proxy.newProxyInstance(capability.getClassLoader(), new Class<?>[]{capability}, (proxy, method, arguments) -> {
                    List<@Nullable Object> given = new ArrayList<>(arguments == null ? List.of() : List.of(arguments));
                    return ask(new Question(host, capability.getSimpleName(), method.getName(), given), true);
                }));
    }

    private @Nullable Object ask(Question question, boolean counted) throws NodeFault {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            if (counted) {
                points.pass("call:before");
            }
            OutputStream out = socket.getOutputStream();
            Letters.write(out, question);
            if (counted) {
                points.pass("call:sent");
            }
            Reply reply = (Reply) java.util.Objects.requireNonNull(Letters.read(socket.getInputStream()));
            if (counted) {
                points.pass("call:after");
            }
            if (!reply.fault().isEmpty()) {
                throw new NodeFault(FaultCode.valueOf(reply.fault()), String.valueOf(reply.value()));
            }
            return reply.value();
        } catch (IOException e) {
            throw new NodeFault(FaultCode.UNAVAILABLE, "The simulation does not answer: " + e.getMessage(), e);
        }
    }
}
