package hostelry.engine.access;

import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.Inventory.Published;
import hostelry.model.Permission;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes away the permissions on what is gone, whoever removed it and however: at the start, and whenever something was removed. */
@Component(service = {}, immediate = true)
public final class Orphans {
    private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);
    private final Inventory inventory;
    private final AutoCloseable following;

    @Activate
    public Orphans(@Reference Inventory inventory) {
        this.inventory = inventory;
        this.following = inventory.follow(this::told);
    }

    @Deactivate
    public void close() throws Exception {
        following.close();
    }

    /** On the inventory's publishing thread, which must not wait for a writer: so the change is made elsewhere. */
    private void told(Published published) {
        boolean something = published.snapshot()
                || published.items().stream().anyMatch(item -> item.after() == null && PermissionVerbs.PLACES.contains(item.noun()));
        if (something && inventory.all(Permission.class).stream().anyMatch(this::orphaned)) {
            Thread.ofVirtual().name("permissions of what is gone").start(this::sweep);
        }
    }

    private void sweep() {
        try {
            inventory.change(draft -> {
                for (Permission permission : List.copyOf(draft.all(Permission.class))) {
                    if (permission.getObject() != null && Nouns.type(permission.getNoun())
                            .flatMap(noun -> draft.find(noun, permission.getObject())).isEmpty()) {
                        draft.remove(Permission.class, permission.getId());
                    }
                }
                return null;
            });
        } catch (Refusal refusal) {
            LOG.info("Permissions on what is gone stay until the next start: {}", refusal.getMessage());
        }
    }

    private boolean orphaned(Permission permission) {
        return permission.getObject() != null && Nouns.find(inventory, permission.getNoun(), permission.getObject()).isEmpty();
    }
}
