package hostelry.node.libvirt;

import hostelry.home.Home;
import hostelry.home.Settings;
import hostelry.node.api.Node;
import hostelry.node.api.check.CheckedNode;
import hostelry.node.api.hook.Hooks;
import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Offers the node of this host as a service, unless a simulated estate or no node was asked for. It starts on a thread of its own: a framework
 * must not wait for a daemon.
 */
@Component(service = {}, immediate = true)
public final class NodeComponent {
    /** Address on which guests' consoles listen. */
    static final String LISTEN = "hostelry.console.listen";

    private static final long STOP_MILLIS = 30_000;
    private static final long FIRST_TRY_MILLIS = 5_000;

    private final Logger log = LoggerFactory.getLogger(NodeComponent.class);
    private final Thread starting;
    private volatile boolean closed;
    private @Nullable LibvirtNode node;
    private @Nullable ServiceRegistration<Node> registration;

    @Activate
    public NodeComponent(BundleContext context, @Reference Home home, @Reference Hooks hooks) {
        Settings settings = home.settings();
        this.starting = Thread.ofPlatform().name("node start").unstarted(() -> start(context, home, hooks));
        if (settings.sim().isEmpty() && settings.node()) {
            starting.start();
        }
    }

    private void start(BundleContext context, Home home, Hooks hooks) {
        try {
            String listen = context.getProperty(LISTEN);
            LibvirtNode started = LibvirtNode.start(home, home.settings().libvirt(),
                    listen == null || listen.isBlank() ? "127.0.0.1" : listen, TlsFiles.folder(context, home), hooks);
            synchronized (this) {
                node = started;
            }
            // offered before, it would be shown as a host that can't be reached, for a moment at each first start
            started.awaitFirstTry(FIRST_TRY_MILLIS);
            synchronized (this) {
                if (!closed) {
                    Dictionary<String, Object> properties = new Hashtable<>();
                    properties.put(Node.HOST_ID, started.hostId());
                    registration = context.registerService(Node.class, new CheckedNode(started), properties);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody does; it would only not be offered
        } catch (IOException e) {
            log.error("The node can't start: its files in {} can't be used: {}", home.root(), e.getMessage(), e);
        }
    }

    @Deactivate
    public void close() throws InterruptedException {
        closed = true;
        starting.join(STOP_MILLIS);
        synchronized (this) {
            if (registration != null) {
                registration.unregister();
            }
            if (node != null) {
                node.close();
            }
        }
    }
}
