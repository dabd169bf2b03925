package hostelry.engine.access;

import hostelry.engine.spi.Inventory;
import hostelry.model.Cluster;
import hostelry.model.ClusterNetwork;
import hostelry.model.DataCenter;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.Entity;
import hostelry.model.Host;
import hostelry.model.HostNic;
import hostelry.model.ImageTransfer;
import hostelry.model.Network;
import hostelry.model.NetworkAttachment;
import hostelry.model.Nic;
import hostelry.model.Snapshot;
import hostelry.model.StorageDomain;
import hostelry.model.Template;
import hostelry.model.Vm;
import hostelry.model.VnicProfile;
import org.jspecify.annotations.Nullable;

/**
 * What stands above an object, nearest first: permissions are inherited along it. Parts of a VM (NICs, attachments, snapshots) and transfers of a disk stand where their
 * whole stands; so does a network's place in a cluster. A disk stands in its storage domain and in the VMs and the template that it belongs to: who may do all with a VM may do so with its disks, as in oVirt. A template
 * stands in the data center of its cluster. Whatever is
 * not named here stands directly in the system.
 */
final class Lineage {
    /** Is asked at each place, until it says yes. */
    @FunctionalInterface
    interface Ask {
        /** @param itself the place is the object, not one above it */
        boolean at(String noun, String id, boolean itself);
    }

    static final String VM = "Vm";
    static final String TEMPLATE = "Template";
    static final String HOST = "Host";
    static final String DISK = "Disk";
    static final String CLUSTER = "Cluster";
    static final String DATA_CENTER = "DataCenter";
    static final String STORAGE_DOMAIN = "StorageDomain";
    static final String NETWORK = "Network";
    static final String VNIC_PROFILE = "VnicProfile";

    private final Inventory inventory;
    private final Plugs plugs;

    Lineage(Inventory inventory, Plugs plugs) {
        this.inventory = inventory;
        this.plugs = plugs;
    }

    /** Does one of the places say yes: the object, then each above it? The system itself is not asked. */
    boolean any(Entity object, Ask ask) {
        return switch (object) {
            case Vm vm -> vm(vm, ask, true);
            case Host host -> ask.at(HOST, host.getId(), true) || cluster(host.getCluster(), ask, false);
            case HostNic nic -> host(nic.getHost(), ask);
            case NetworkAttachment attachment -> host(attachment.getHost(), ask);
            case Disk disk -> disk(disk, ask);
            case DiskAttachment attachment -> owner(attachment.getVm(), attachment.getTemplate(), ask);
            case Nic nic -> owner(nic.getVm(), nic.getTemplate(), ask);
            case Template template -> template(template, ask, true);
            case Snapshot snapshot -> vm(snapshot.getVm(), ask, true);
            case ImageTransfer transfer -> ask.at("ImageTransfer", transfer.getId(), true) || disk(transfer.getDisk(), ask);
            case Cluster cluster -> cluster(cluster.getId(), ask, true);
            case StorageDomain domain -> domain(domain.getId(), ask, true);
            case Network network -> network(network.getId(), ask, true);
            case ClusterNetwork assigned -> cluster(assigned.getCluster(), ask, true);
            case VnicProfile profile -> ask.at(VNIC_PROFILE, profile.getId(), true) || network(profile.getNetwork(), ask, false);
            case DataCenter center -> ask.at(DATA_CENTER, center.getId(), true);
            default -> ask.at(object.eClass().getName(), object.getId(), true);
        };
    }

    private boolean owner(@Nullable String vm, @Nullable String template, Ask ask) {
        return vm == null ? template(find(Template.class, template), ask, true) : vm(vm, ask, true);
    }

    /** Templates are beside clusters, not in them. */
    private boolean template(@Nullable Template template, Ask ask, boolean itself) {
        if (template == null) {
            return false;
        }
        if (ask.at(TEMPLATE, template.getId(), itself)) {
            return true;
        }
        Cluster cluster = find(Cluster.class, template.getCluster());
        return cluster != null && center(cluster.getDataCenter(), ask);
    }

    private boolean host(@Nullable String id, Ask ask) {
        Host host = find(Host.class, id);
        return host != null && any(host, ask);
    }

    private boolean vm(@Nullable String id, Ask ask, boolean itself) {
        Vm vm = find(Vm.class, id);
        return vm != null && vm(vm, ask, itself);
    }

    private boolean vm(Vm vm, Ask ask, boolean itself) {
        return ask.at(VM, vm.getId(), itself) || cluster(vm.getCluster(), ask, false);
    }

    private boolean cluster(@Nullable String id, Ask ask, boolean itself) {
        if (id == null) {
            return false;
        }
        if (ask.at(CLUSTER, id, itself)) {
            return true;
        }
        Cluster cluster = find(Cluster.class, id);
        return cluster != null && center(cluster.getDataCenter(), ask);
    }

    private static boolean center(@Nullable String id, Ask ask) {
        return id != null && ask.at(DATA_CENTER, id, false);
    }

    private boolean disk(@Nullable String id, Ask ask) {
        Disk disk = find(Disk.class, id);
        return disk != null && disk(disk, ask);
    }

    private boolean disk(Disk disk, Ask ask) {
        if (ask.at(DISK, disk.getId(), true) || domain(disk.getStorageDomain(), ask, false)) {
            return true;
        }
        for (String owner : plugs.owners(disk.getId())) {
            if (vm(owner, ask, false) || template(find(Template.class, owner), ask, false)) {
                return true;
            }
        }
        return false;
    }

    private boolean domain(@Nullable String id, Ask ask, boolean itself) {
        if (id == null) {
            return false;
        }
        if (ask.at(STORAGE_DOMAIN, id, itself)) {
            return true;
        }
        StorageDomain domain = find(StorageDomain.class, id);
        return domain != null && center(domain.getDataCenter(), ask);
    }

    private boolean network(@Nullable String id, Ask ask, boolean itself) {
        if (id == null) {
            return false;
        }
        if (ask.at(NETWORK, id, itself)) {
            return true;
        }
        Network network = find(Network.class, id);
        return network != null && center(network.getDataCenter(), ask);
    }

    private <T extends Entity> @Nullable T find(Class<T> noun, @Nullable String id) {
        return id == null ? null : inventory.find(noun, id).orElse(null);
    }
}
