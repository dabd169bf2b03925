package hostelry.engine.web;

import hostelry.model.Cluster;
import hostelry.model.ClusterNetwork;
import hostelry.model.DataCenter;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.DiskContentType;
import hostelry.model.Entity;
import hostelry.model.Group;
import hostelry.model.Host;
import hostelry.model.HostNic;
import hostelry.model.Job;
import hostelry.model.Network;
import hostelry.model.NetworkAttachment;
import hostelry.model.Nic;
import hostelry.model.Permission;
import hostelry.model.Role;
import hostelry.model.Snapshot;
import hostelry.model.Step;
import hostelry.model.StorageDomain;
import hostelry.model.Tag;
import hostelry.model.Template;
import hostelry.model.User;
import hostelry.model.Vm;
import hostelry.model.VnicProfile;
import hostelry.wire.Out;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What belongs to a noun: the lists below it, by their names in the path; the same that {@code follow} puts into the noun. */
final class Parts {
    private Parts() {}

    /** The answer to a GET of such a list. */
    static Response list(Call call, Class<? extends Entity> noun, String id, String part) {
        Entity object = call.services().estate().get(call.caller(), noun, id);
        if (!call.paths().parts(object).contains(part)) {
            throw new NotFoundException();
        }
        Dress dress = call.dress();
        return Fresh.of(call, () -> out -> write(call, out, object, part, dress));
    }

    static void write(Call call, Out out, Entity object, String part, Dress decor) throws IOException {
        if (part.equals("permissions")) {
            permissions(call, out, object, decor);
            return;
        }
        if (object instanceof User || object instanceof Group || object instanceof Role) {
            people(call, out, object, part, decor);
            return;
        }
        if (part.equals("tags")) {
            tags(call, out, object, decor);
            return;
        }
        switch (object) {
            case Vm vm -> vm(call, out, vm, part, decor);
            case Template template -> {
                if (part.equals("nics")) {
                    nouns(call, out, Nic.class, "Template", Nic::getTemplate, template.getId(), decor);
                } else {
                    nouns(call, out, DiskAttachment.class, "Template", DiskAttachment::getTemplate, template.getId(), decor);
                }
            }
            case Host host when part.equals("nics") ->
                nouns(call, out, HostNic.class, "Host", HostNic::getHost, host.getId(), decor);
            case Host host when part.equals("devices") -> HostDevices.of(call, host).writeAll(out);
            case Host host when part.equals("numanodes") -> NumaNodes.of(call, host).writeAll(out);
            case Host host when part.equals("hooks") -> HookParts.writeAll(out, call, host);
            case Host host when part.equals("networkattachments") ->
                nouns(call, out, NetworkAttachment.class, "Host", NetworkAttachment::getHost, host.getId(), decor);
            case HostNic nic -> call.wire().writeAll(out, NetworkAttachment.class,
                    decor.most(call.below().of(NetworkAttachment.class, "Host", NetworkAttachment::getHost, nic.getHost()).stream()
                            .filter(one -> nic.getName().equals(one.getDevice())).toList()),
                    decor, call.extras());
            case Host host -> Statistics.write(out, call.paths().href(host), Statistics.of(host));
            case DataCenter center -> center(call, out, center, part, decor);
            case Cluster cluster ->
                call.wire().writeAll(out, ClusterNetwork.class, decor.most(ClusterNetworkParts.of(call, cluster)), decor, call.extras());
            case StorageDomain domain -> domain(call, out, domain, part, decor);
            case Network network -> nouns(call, out, VnicProfile.class, "Network", VnicProfile::getNetwork, network.getId(), decor);
            case Job job -> nouns(call, out, Step.class, "Job", Step::getJob, job.getId(), decor);
            default -> throw new IllegalStateException(object.eClass().getName() + " has no " + part);
        }
    }

    /** Those of them that the caller sees. */
    private static void permissions(Call call, Out out, Entity object, Dress decor) throws IOException {
        List<Permission> permissions = switch (object) {
            case User user -> call.below().of(Permission.class, "User", Permission::getUser, user.getId());
            case Group group -> call.below().of(Permission.class, "Group", Permission::getGroup, group.getId());
            default -> call.below().of(Permission.class, "Object", Permission::getObject, object.getId()).stream()
                    .filter(PermissionParts.on(object)).toList();
        };
        call.wire().writeAll(out, Permission.class, decor.most(permissions), decor, call.extras());
    }

    private static void people(Call call, Out out, Entity object, String part, Dress decor) throws IOException {
        switch (part) {
            case "permits" -> RolesResource.writeAll(call, out, (Role) object);
            case "tags" -> tags(call, out, object, decor);
            case "groups" -> {
                List<String> ids = ((User) object).getGroups();
                List<Group> groups = call.services().estate().list(call.caller(), Group.class).stream()
                        .filter(group -> ids.contains(group.getId())).toList();
                call.wire().writeAll(out, Group.class, decor.most(groups), decor, call.extras());
            }
            case "users" -> {
                List<User> users = call.services().estate().list(call.caller(), User.class).stream()
                        .filter(user -> user.getGroups().contains(object.getId())).toList();
                call.wire().writeAll(out, User.class, decor.most(users), decor, call.extras());
            }
            default -> {
                Set<String> ids = PermissionParts
                        .of(call, given -> object.getId().equals(object instanceof User ? given.getUser() : given.getGroup())).stream()
                        .map(Permission::getRole).collect(Collectors.toSet());
                List<Role> roles = call.services().estate().list(call.caller(), Role.class).stream()
                        .filter(role -> ids.contains(role.getId()))
                        .toList();
                call.wire().writeAll(out, Role.class, decor.most(roles), decor, call.extras());
            }
        }
    }

    private static void tags(Call call, Out out, Entity object, Dress decor) throws IOException {
        List<Tag> tags = tagIds(object).stream().flatMap(id -> call.services().estate().find(call.caller(), Tag.class, id).stream())
                .toList();
        call.wire().writeAll(out, Tag.class, decor.most(tags), decor, call.extras());
    }

    /** Ids of the tags that are on something. */
    static List<String> tagIds(Entity object) {
        return switch (object) {
            case Vm vm -> vm.getTags();
            case Host host -> host.getTags();
            case Template template -> template.getTags();
            case User user -> user.getTags();
            case Group group -> group.getTags();
            default -> List.of();
        };
    }

    private static void vm(Call call, Out out, Vm vm, String part, Dress decor) throws IOException {
        switch (part) {
            case "diskattachments" -> nouns(call, out, DiskAttachment.class, "Vm", DiskAttachment::getVm, vm.getId(), decor);
            case "nics" -> nouns(call, out, Nic.class, "Vm", Nic::getVm, vm.getId(), decor);
            case "cdroms" -> CdDrive.writeAll(out, call, vm);
            case "graphicsconsoles" -> Consoles.writeAll(out, call, vm);
            case "snapshots" -> call.wire().writeAll(out, Snapshot.class, Snapshots.of(call, vm), decor, call.extras());
            case "sessions" -> Sessions.writeAll(out, call, vm);
            case "watchdogs" -> WatchdogsResource.writeAll(out, call, vm);
            case "reporteddevices" -> ReportedDevices.writeAll(out, call, vm);
            default -> Statistics.write(out, call.paths().href(vm), Statistics.of(vm));
        }
    }

    private static void center(Call call, Out out, DataCenter center, String part, Dress decor) throws IOException {
        switch (part) {
            case "storagedomains" ->
                nouns(call, out, StorageDomain.class, "DataCenter", StorageDomain::getDataCenter, center.getId(), decor);
            case "clusters" -> nouns(call, out, Cluster.class, "DataCenter", Cluster::getDataCenter, center.getId(), decor);
            default -> nouns(call, out, Network.class, "DataCenter", Network::getDataCenter, center.getId(), decor);
        }
    }

    private static void domain(Call call, Out out, StorageDomain domain, String part, Dress decor) throws IOException {
        if (part.equals("disks")) {
            nouns(call, out, Disk.class, "StorageDomain", Disk::getStorageDomain, domain.getId(), decor);
            return;
        }
        List<Disk> discs = call.below().of(Disk.class, "StorageDomain", Disk::getStorageDomain, domain.getId()).stream()
                .filter(disk -> disk.getContentType() == DiskContentType.ISO).toList();
        out.start("files");
        out.startList("file");
        for (Disk disc : discs) {
            file(out, call, domain, disc);
        }
        out.endList();
        out.end();
    }

    /** A disc as oVirt's clients list them for the CD drive. */
    static void file(Out out, Call call, StorageDomain domain, Disk disc) throws IOException {
        out.start("file");
        out.attribute("href", call.paths().href(domain) + "/files/" + disc.getId());
        out.attribute("id", disc.getId());
        out.text("name", disc.getName());
        out.text("type", "iso");
        out.start("storage_domain");
        out.attribute("href", call.paths().href(domain));
        out.attribute("id", domain.getId());
        out.end();
        out.end();
    }

    /** @param id of the parent; null: it has none, and nothing belongs to it */
    private static <T extends Entity> void nouns(Call call, Out out, Class<T> noun, String relation, Function<T, String> parent,
            @Nullable String id, Dress decor) throws IOException {
        List<T> objects = id == null ? List.of() : call.below().of(noun, relation, parent, id);
        call.wire().writeAll(out, noun, decor.most(objects), decor, call.extras());
    }
}
