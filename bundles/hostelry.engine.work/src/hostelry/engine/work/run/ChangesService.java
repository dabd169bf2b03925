package hostelry.engine.work.run;

import hostelry.api.Caller;
import hostelry.api.Changes;
import hostelry.engine.spi.Authority;
import hostelry.engine.spi.Inventory;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The change stream: what the inventory publishes, for each follower what it may see, at the follower's own pace. */
@Component(service = Changes.class)
public final class ChangesService implements Changes {
    private final Inventory inventory;
    private final Authority authority;
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();

    @Activate
    public ChangesService(@Reference Inventory inventory, @Reference Authority authority) {
        this.inventory = inventory;
        this.authority = authority;
    }

    @Deactivate
    void close() {
        followers.forEach(follower -> follower.end("The engine is being stopped."));
    }

    @Override
    public AutoCloseable follow(Caller caller, Consumer<Batch> sink, Consumer<String> ended) {
        Follower follower = new Follower(sink, ended, object -> authority.sees(caller, object), followers::remove);
        followers.add(follower);
        follower.start(inventory.follow(follower::take));
        return follower;
    }
}
