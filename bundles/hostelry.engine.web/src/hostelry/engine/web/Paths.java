package hostelry.engine.web;

import hostelry.model.Cluster;
import hostelry.model.ClusterNetwork;
import hostelry.model.DataCenter;
import hostelry.model.DiskAttachment;
import hostelry.model.Entity;
import hostelry.model.Event;
import hostelry.model.Group;
import hostelry.model.Host;
import hostelry.model.HostNic;
import hostelry.model.ImageTransfer;
import hostelry.model.Job;
import hostelry.model.Network;
import hostelry.model.NetworkAttachment;
import hostelry.model.Nic;
import hostelry.model.Role;
import hostelry.model.Snapshot;
import hostelry.model.Step;
import hostelry.model.StorageDomain;
import hostelry.model.Template;
import hostelry.model.User;
import hostelry.model.Vm;
import hostelry.wire.Wire;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where each noun stands, what belongs to it, and what can be done with it. */
final class Paths {
    static final String API = "/ovirt-engine/api";
    /** The one CD drive of each machine; oVirt gives it the same id. */
    static final String CD_DRIVE = "00000000-0000-0000-0000-000000000000";

    /** The one watchdog of a machine that has one. */
    static final String WATCHDOG = "00000000-0000-0000-0000-000000000001";

    private static final Map<Class<? extends Entity>, List<String>> PARTS = Map.ofEntries(
            Map.entry(DataCenter.class, List.of("storagedomains", "clusters", "networks")),
            Map.entry(Cluster.class, List.of("networks")),
            Map.entry(Host.class, List.of("devices", "hooks", "nics", "numanodes", "networkattachments", "tags", "statistics")),
            Map.entry(HostNic.class, List.of("networkattachments")),
            Map.entry(StorageDomain.class, List.of("disks", "files")),
            Map.entry(Network.class, List.of("vnicprofiles")),
            Map.entry(Vm.class,
                    List.of("diskattachments", "nics", "cdroms", "graphicsconsoles", "reporteddevices", "sessions", "snapshots", "tags",
                            "watchdogs", "statistics")),
            Map.entry(Job.class, List.of("steps")),
            Map.entry(Template.class, List.of("diskattachments", "nics", "tags")),
            Map.entry(User.class, List.of("groups", "roles", "permissions", "tags")),
            Map.entry(Group.class, List.of("users", "roles", "permissions", "tags")), Map.entry(Role.class, List.of("permits")));
    private static final Map<Class<? extends Entity>, List<String>> ACTIONS = Map.of(
            Host.class,
            List.of("activate", "approve", "commitnetconfig", "deactivate", "fence", "forceselectspm", "install", "iscsidiscover",
                    "refresh", "refuse",
                    "revokecertificate", "setupnetworks", "syncallnetworks", "upgrade"),
            StorageDomain.class, List.of("activate", "deactivate"),
            Vm.class,
            List.of("start", "stop", "shutdown", "reboot", "reset", "pause", "suspend", "migrate", "cancelmigration", "clone", "ticket",
                    "adopt"),
            Nic.class, List.of("activate", "deactivate"),
            ImageTransfer.class, List.of("cancel", "extend", "finalize", "pause", "resume"),
            Job.class, List.of("cancel", "clear", "end"),
            Step.class, List.of("end"));

    private final Wire wire;

    Paths(Wire wire) {
        this.wire = wire;
    }

    /** The id as outsiders know it: an attachment has its disk's, a network in a cluster the network's, an event its number, as oVirt has it. */
    String id(Entity object) {
        return switch (object) {
            case DiskAttachment attachment when attachment.getDisk() != null -> attachment.getDisk();
            case ClusterNetwork assigned when assigned.getNetwork() != null -> assigned.getNetwork();
            case Event event -> Long.toString(event.getIndex());
            default -> object.getId();
        };
    }

    String href(Entity object) {
        if (object instanceof HostNic nic) {
            return API + "/hosts/" + nic.getHost() + "/nics/" + nic.getId();
        }
        String collection = wire.collection(object.eClass().getName());
        String parent = switch (object) {
            case NetworkAttachment attachment -> "/hosts/" + attachment.getHost();
            case ClusterNetwork assigned -> "/clusters/" + assigned.getCluster();
            case DiskAttachment attachment -> owner(attachment.getVm(), attachment.getTemplate());
            case Nic nic -> owner(nic.getVm(), nic.getTemplate());
            case Snapshot snapshot -> "/vms/" + snapshot.getVm();
            case Step step -> "/jobs/" + step.getJob();
            default -> "";
        };
        return API + parent + "/" + collection + "/" + id(object);
    }

    private static String owner(@Nullable String vm, @Nullable String template) {
        return vm == null ? "/templates/" + template : "/vms/" + vm;
    }

    /** Of a noun that stands by itself. */
    String href(String noun, String id) {
        return API + "/" + wire.collection(noun) + "/" + id;
    }

    List<String> parts(Class<? extends Entity> noun) {
        return PARTS.getOrDefault(noun, List.of());
    }

    List<String> parts(Entity object) {
        List<String> parts = of(PARTS, object);
        return PermissionParts.NOUNS.contains(object.eClass().getName())
                ? Stream.concat(parts.stream(), Stream.of("permissions")).toList()
                : parts;
    }

    List<String> actions(Entity object) {
        return of(ACTIONS, object);
    }

    private static List<String> of(Map<Class<? extends Entity>, List<String>> table, Entity object) {
        return table.getOrDefault(object.eClass().getInstanceClass(), List.of());
    }
}
