package hostelry.engine.work.run;

import hostelry.engine.spi.Inventory;
import hostelry.model.Cluster;
import hostelry.model.DataCenter;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.Entity;
import hostelry.model.Event;
import hostelry.model.Host;
import hostelry.model.ImageTransfer;
import hostelry.model.Network;
import hostelry.model.Nic;
import hostelry.model.StorageDomain;
import hostelry.model.Template;
import hostelry.model.User;
import hostelry.model.Group;
import hostelry.model.Role;
import hostelry.model.MacPool;
import hostelry.model.Tag;
import hostelry.model.Bookmark;
import hostelry.model.JoinToken;
import hostelry.model.Snapshot;
import hostelry.model.Vm;
import hostelry.model.VnicProfile;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what an id stands for, and what an event about it should be hung on. */
final class Subjects {
    /** What verbs act on. Two nouns may share an id (a host and a storage domain never do); the first that has it counts. */
    private static final List<Class<? extends Entity>> NOUNS = List.of(Vm.class, Host.class, Disk.class, StorageDomain.class, Cluster.class,
            DataCenter.class,
            Network.class, VnicProfile.class, Nic.class, DiskAttachment.class, ImageTransfer.class, Template.class, Snapshot.class,
            User.class, Group.class, Role.class, MacPool.class, Tag.class, Bookmark.class, JoinToken.class);

    private final Inventory inventory;

    Subjects(Inventory inventory) {
        this.inventory = inventory;
    }

    Optional<Entity> find(@Nullable String id) {
        if (id == null) {
            return Optional.empty();
        }
        return NOUNS.stream().<Entity>map(noun -> find(noun, id)).filter(Objects::nonNull).findFirst();
    }

    /** Fills the links of the event that are still empty. */
    void link(Event event, @Nullable Entity object) {
        if (object instanceof Vm vm) {
            event.setVm(first(event.getVm(), vm.getId()));
            event.setHost(first(event.getHost(), vm.getHost()));
            link(event, find(Cluster.class, vm.getCluster()));
        } else if (object instanceof Host host) {
            event.setHost(first(event.getHost(), host.getId()));
            link(event, find(Cluster.class, host.getCluster()));
        } else if (object instanceof Cluster cluster) {
            event.setCluster(first(event.getCluster(), cluster.getId()));
            event.setDataCenter(first(event.getDataCenter(), cluster.getDataCenter()));
        } else if (object instanceof DataCenter center) {
            event.setDataCenter(first(event.getDataCenter(), center.getId()));
        } else if (object instanceof StorageDomain domain) {
            event.setStorageDomain(first(event.getStorageDomain(), domain.getId()));
            event.setDataCenter(first(event.getDataCenter(), domain.getDataCenter()));
        } else if (object instanceof Disk disk) {
            link(event, find(StorageDomain.class, disk.getStorageDomain()));
        } else if (object instanceof DiskAttachment attachment) {
            link(event, find(Vm.class, attachment.getVm()));
            link(event, find(Disk.class, attachment.getDisk()));
        } else if (object instanceof Nic nic) {
            link(event, find(Vm.class, nic.getVm()));
        } else if (object instanceof Template template) {
            link(event, find(Cluster.class, template.getCluster()));
        } else if (object instanceof Network network) {
            event.setDataCenter(first(event.getDataCenter(), network.getDataCenter()));
        } else if (object instanceof VnicProfile profile) {
            link(event, find(Network.class, profile.getNetwork()));
        } else if (object instanceof User user) {
            event.setUser(first(event.getUser(), user.getId()));
        } else if (object instanceof ImageTransfer transfer) {
            link(event, find(Disk.class, transfer.getDisk()));
            event.setHost(first(event.getHost(), transfer.getHost()));
        }
    }

    private <T extends Entity> @Nullable T find(Class<T> noun, @Nullable String id) {
        return id == null ? null : inventory.find(noun, id).orElse(null);
    }

    private static @Nullable String first(@Nullable String... values) {
        return Stream.of(values).filter(value -> value != null && !value.isEmpty()).findFirst().orElse(null);
    }
}
