package hostelry.engine.node;

import hostelry.engine.spi.Nodes;
import hostelry.node.api.HostFacts;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import hostelry.node.client.NodeClients;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The hosts as a service. Nodes of this framework come and go as services; CXF is woken only when the first host over the wire is reached for. */
@Component(service = Nodes.class)
public final class NodesComponent implements Nodes {
    private final LazyClients clients;
    private final Handles handles;

    @Activate
    public NodesComponent(@Reference ComponentServiceObjects<NodeClients> clients) {
        this.clients = new LazyClients(clients);
        this.handles = new Handles(this.clients, Timing.usual());
    }

    @Deactivate
    void close() {
        handles.close();
        clients.close();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addNode(Node node) {
        handles.add(node.hostId(), node);
    }

    void removeNode(Node node) {
        handles.remove(node.hostId(), node);
    }

    @Override
    public Optional<Node> node(String hostId) {
        return handles.node(hostId);
    }

    @Override
    public HostFacts connect(String address, int port) throws NodeFault {
        return handles.connect(address, port);
    }

    @Override
    public void keep(String hostId, String address, int port) {
        handles.keep(hostId, address, port);
    }

    @Override
    public void forget(String hostId) {
        handles.forget(hostId);
    }

    @Override
    public AutoCloseable listen(Listener listener) {
        return handles.listen(listener);
    }

    private static final class LazyClients implements Dialer, AutoCloseable {
        private final ComponentServiceObjects<NodeClients> objects;
        private @Nullable NodeClients clients;
        private boolean closed;

        LazyClients(ComponentServiceObjects<NodeClients> objects) {
            this.objects = objects;
        }

        private synchronized NodeClients clients() throws NodeFault {
            if (clients == null && !closed) {
                clients = objects.getService();
            }
            if (clients == null) {
                throw Handle.unavailable("The engine's connections to hosts are closed.");
            }
            return clients;
        }

        @Override
        public Node connect(String address, int port) throws NodeFault {
            return clients().connect(address, port);
        }

        @Override
        public Node connect(String address, int port, String hostId) throws NodeFault {
            return clients().connect(address, port, hostId);
        }

        @Override
        public synchronized void close() {
            closed = true;
            if (clients != null) {
                objects.ungetService(clients);
                clients = null;
            }
        }
    }
}
