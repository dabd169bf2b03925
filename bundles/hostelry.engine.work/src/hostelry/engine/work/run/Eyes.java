package hostelry.engine.work.run;

import hostelry.api.Changes.Change;
import hostelry.engine.spi.Inventory.Item;
import hostelry.engine.spi.WellKnown;
import hostelry.model.Cluster;
import hostelry.model.ClusterNetwork;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.Entity;
import hostelry.model.Host;
import hostelry.model.Network;
import hostelry.model.Nic;
import hostelry.model.StorageDomain;
import hostelry.model.Vm;
import hostelry.model.VnicProfile;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a follower is told: the nouns it asked for, of those that it may see.
 *
 * @param nouns by name; none: all
 * @param sees what may be seen, at the moment that it is asked for
 * @param standing another value whenever rights have become other
 * @param all is nothing hidden?
 */
record Eyes(Set<String> nouns, Supplier<Predicate<Entity>> sees, Supplier<Object> standing, BooleanSupplier all) {
    /** A change of one of these may change what somebody sees of objects that did not change themselves. */
    private static final Set<String> RIGHTS = Set.of("User", "Group", "Role", "Permission");

    /** What these come to for the follower, an object once: as it is at last, at the place of its last change. */
    List<Change> look(Collection<Item> items) {
        Predicate<Entity> now = sees.get();
        Map<String, Change> seen = new LinkedHashMap<>();
        for (Item item : items) {
            Change change = look(item, now);
            if (change != null) {
                String key = item.noun() + ' ' + item.id();
                seen.remove(key);
                seen.put(key, change);
            }
        }
        return List.copyOf(seen.values());
    }

    private @Nullable Change look(Item item, Predicate<Entity> now) {
        if (!nouns.isEmpty() && !nouns.contains(item.noun())) {
            return null;
        }
        Entity after = item.after();
        if (after != null && now.test(after)) {
            return new Change(item.noun(), item.id(), after);
        }
        // gone, or gone out of sight
        return item.before() != null && now.test(item.before()) ? new Change(item.noun(), item.id(), null) : null;
    }

    /**
     * Has something moved, so that others may have come into sight or gone out of it with it? What it stands below, what is plugged into a VM, what a new VM was made
     * of, and which networks a cluster has.
     */
    boolean moved(Collection<Item> items) {
        if (all.getAsBoolean()) {
            return false;
        }
        Predicate<Entity> now = sees.get();
        return items.stream().anyMatch(item -> moved(item, now));
    }

    private static boolean moved(Item item, Predicate<Entity> now) {
        Entity before = item.before();
        Entity after = item.after();
        if (before == null || after == null) {
            Entity plug = before == null ? after : before;
            return switch (plug) {
                case null -> false; // it came and went
                case DiskAttachment attachment -> now.test(attachment);
                case Nic nic -> now.test(nic);
                case Vm vm -> vm.getTemplate() != null && !vm.getTemplate().equals(WellKnown.BLANK) && now.test(vm);
                case ClusterNetwork assigned -> true; // whoever sees the cluster saw the network by it, and may do so no more
                default -> false;
            };
        }
        return !above(before).equals(above(after));
    }

    private static List<@Nullable String> above(Entity object) {
        return switch (object) {
            case Vm vm -> Arrays.asList(vm.getCluster(), vm.getTemplate());
            case Host host -> Arrays.asList(host.getCluster());
            case Disk disk -> Arrays.asList(disk.getStorageDomain());
            case Cluster cluster -> Arrays.asList(cluster.getDataCenter());
            case StorageDomain domain -> Arrays.asList(domain.getDataCenter());
            case Network network -> Arrays.asList(network.getDataCenter());
            case VnicProfile profile -> Arrays.asList(profile.getNetwork());
            case Nic nic -> Arrays.asList(nic.getVnicProfile());
            default -> List.of();
        };
    }

    static boolean touchesRights(Collection<Item> items) {
        return items.stream().anyMatch(item -> RIGHTS.contains(item.noun()));
    }
}
