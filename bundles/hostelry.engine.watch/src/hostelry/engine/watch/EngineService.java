package hostelry.engine.watch;

import hostelry.api.Engine;
import hostelry.engine.spi.Inventory;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import java.util.concurrent.CompletableFuture;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The engine as a whole: ready when a host is up. */
@Component
public final class EngineService implements Engine {
    private final String version;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final AutoCloseable following;

    @Activate
    public EngineService(BundleContext context, @Reference Inventory inventory) {
        this(context.getBundle().getVersion(), inventory);
    }

    EngineService(Version version, Inventory inventory) {
        this.version = version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
        this.following = inventory.follow(this::look);
    }

    private void look(Inventory.Published published) {
        for (Inventory.Item item : published.items()) {
            // what the snapshot says is of the last run: a host must have been heard of now
            if (!published.snapshot() && item.after() instanceof Host host && host.getStatus() == HostStatus.UP) {
                ready.complete(null);
            }
        }
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public CompletableFuture<Void> ready() {
        return ready.copy();
    }

    @Deactivate
    void close() throws Exception {
        following.close();
    }
}
