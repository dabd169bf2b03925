package hostelry.engine.access;

import hostelry.engine.spi.Inventory;
import hostelry.model.Cluster;
import hostelry.model.Disk;
import hostelry.model.Entity;
import hostelry.model.Host;
import hostelry.model.Network;
import hostelry.model.StorageDomain;
import hostelry.model.Vm;
import hostelry.model.VnicProfile;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody must see for what was given to them, object by object: of a VM its cluster, data center and template, the storage domains of its disks, the vNIC
 * profiles and networks of its cards; of a disk its storage domain; of whatever stands in a data center that one. Not what is only below something given: whoever has a
 * whole cluster is given its templates and profiles beside it, or finds those that everyone has.
 */
final class Glimpses {
    private final Inventory inventory;
    private final Plugs plugs;
    private final Set<String> ids = new HashSet<>();

    Glimpses(Inventory inventory, Plugs plugs) {
        this.inventory = inventory;
        this.plugs = plugs;
    }

    Set<String> of(Rights rights) {
        rights.on().forEach((noun, grants) -> grants.keySet().forEach(id -> Nouns.find(inventory, noun, id).ifPresent(this::around)));
        return ids;
    }

    private void around(Entity object) {
        switch (object) {
            case Vm vm -> {
                cluster(vm.getCluster());
                add(vm.getTemplate());
                plugs.disks(vm.getId()).forEach(disk -> inventory.find(Disk.class, disk).ifPresent(this::around));
                plugs.profiles(vm.getId()).forEach(this::profile);
            }
            case Host host -> cluster(host.getCluster());
            case Disk disk -> domain(disk.getStorageDomain());
            case Cluster cluster -> add(cluster.getDataCenter());
            case StorageDomain domain -> add(domain.getDataCenter());
            case Network network -> add(network.getDataCenter());
            case VnicProfile profile -> network(profile.getNetwork());
            default -> {
                // it stands in the system, and needs nothing else
            }
        }
    }

    private void cluster(@Nullable String id) {
        if (add(id)) {
            inventory.find(Cluster.class, id).ifPresent(cluster -> add(cluster.getDataCenter()));
        }
    }

    private void domain(@Nullable String id) {
        if (add(id)) {
            inventory.find(StorageDomain.class, id).ifPresent(domain -> add(domain.getDataCenter()));
        }
    }

    private void profile(String id) {
        if (add(id)) {
            inventory.find(VnicProfile.class, id).ifPresent(profile -> network(profile.getNetwork()));
        }
    }

    private void network(@Nullable String id) {
        if (add(id)) {
            inventory.find(Network.class, id).ifPresent(network -> add(network.getDataCenter()));
        }
    }

    private boolean add(@Nullable String id) {
        return id != null && ids.add(id);
    }
}
