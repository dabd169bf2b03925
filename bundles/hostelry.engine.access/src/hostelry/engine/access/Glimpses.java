package hostelry.engine.access;

import hostelry.engine.spi.Inventory;
import hostelry.model.Cluster;
import hostelry.model.ClusterNetwork;
import hostelry.model.DataCenter;
import hostelry.model.Disk;
import hostelry.model.Entity;
import hostelry.model.Host;
import hostelry.model.Network;
import hostelry.model.StorageDomain;
import hostelry.model.Template;
import hostelry.model.Vm;
import hostelry.model.VnicProfile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody must see for what was given to them, object by object: of a VM its cluster, data center and template, the storage domains of its disks, the vNIC
 * profiles and networks of its cards; of a template the same; of a disk its storage domain; of whatever stands in a data center that one. Of a cluster, or of all clusters of a data center,
 * the networks that it has, and where the role shows what is below it, all that its VMs use: a VM with parts that can't be looked at is of no use. Who may assign a
 * network sees the clusters that could have it.
 */
final class Glimpses {
    private final Inventory inventory;
    private final Plugs plugs;
    private final Set<String> ids = new HashSet<>();
    /** Clusters that something was given on, themselves or by their data center; true: with sight of their VMs. */
    private final Map<String, Boolean> wholes = new HashMap<>();

    Glimpses(Inventory inventory, Plugs plugs) {
        this.inventory = inventory;
        this.plugs = plugs;
    }

    Set<String> of(Rights rights) {
        rights.on().forEach((noun, grants) -> grants.forEach((id, grant) -> Nouns.find(inventory, noun, id).ifPresent(object -> {
            around(object);
            beside(object, grant);
        })));
        if (!wholes.isEmpty()) {
            inventory.all(ClusterNetwork.class).stream().filter(assigned -> wholes.containsKey(assigned.getCluster()))
                    .forEach(assigned -> network(assigned.getNetwork()));
        }
        if (wholes.containsValue(true)) {
            inventory.all(Vm.class).stream().filter(vm -> Boolean.TRUE.equals(wholes.get(vm.getCluster()))).forEach(this::around);
        }
        return ids;
    }

    private void beside(Entity object, Grant grant) {
        switch (object) {
            case Cluster cluster -> whole(cluster, grant);
            case DataCenter center -> clusters(center.getId()).forEach(cluster -> whole(cluster, grant));
            case Network network when grant.has("ASSIGN_CLUSTER_NETWORK") ->
                clusters(network.getDataCenter()).forEach(cluster -> cluster(cluster.getId()));
            default -> {
                // nothing stands beside it
            }
        }
    }

    private void whole(Cluster cluster, Grant grant) {
        wholes.merge(cluster.getId(), grant.shows(), Boolean::logicalOr);
    }

    private Stream<Cluster> clusters(@Nullable String center) {
        return inventory.all(Cluster.class).stream().filter(cluster -> center != null && center.equals(cluster.getDataCenter()));
    }

    private void around(Entity object) {
        switch (object) {
            case Vm vm -> {
                cluster(vm.getCluster());
                add(vm.getTemplate());
                plugs.disks(vm.getId()).forEach(disk -> inventory.find(Disk.class, disk).ifPresent(this::around));
                plugs.profiles(vm.getId()).forEach(this::profile);
            }
            case Template template -> {
                cluster(template.getCluster());
                plugs.disks(template.getId()).forEach(disk -> inventory.find(Disk.class, disk).ifPresent(this::around));
                plugs.profiles(template.getId()).forEach(this::profile);
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
