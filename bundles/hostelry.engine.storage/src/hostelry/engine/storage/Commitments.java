package hostelry.engine.storage;

import hostelry.engine.spi.Inventory;
import hostelry.model.Disk;
import hostelry.model.Entity;
import hostelry.model.StorageDomain;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Keeps how much each storage domain has promised to its disks: counted along with every change, because nobody could add it all up each time. */
@Component(service = {}, immediate = true)
public final class Commitments {
    private final Inventory inventory;
    private final Map<String, Long> sums = new HashMap<>();
    private final AutoCloseable following;

    @Activate
    public Commitments(@Reference Inventory inventory) {
        this.inventory = inventory;
        this.following = inventory.follow(this::published);
    }

    private void published(Inventory.Published published) {
        Set<String> touched = new HashSet<>();
        if (published.snapshot()) {
            sums.clear();
        }
        for (Inventory.Item item : published.items()) {
            if (item.noun().equals("Disk")) {
                count(item.before(), -1, touched);
                count(item.after(), 1, touched);
            }
        }
        if (touched.isEmpty()) {
            return;
        }
        inventory.change(draft -> {
            for (String domain : touched) {
                if (draft.find(StorageDomain.class, domain).isPresent()) {
                    draft.edit(StorageDomain.class, domain).setCommitted(sums.getOrDefault(domain, 0L));
                }
            }
            return null;
        });
    }

    private void count(@Nullable Entity entity, int sign, Set<String> touched) {
        if (entity instanceof Disk disk && disk.getStorageDomain() != null) {
            sums.merge(disk.getStorageDomain(), sign * disk.getProvisionedSize(), Long::sum);
            touched.add(disk.getStorageDomain());
        }
    }

    @Deactivate
    public void close() throws Exception {
        following.close();
    }
}
