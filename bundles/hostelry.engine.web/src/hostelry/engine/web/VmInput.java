package hostelry.engine.web;

import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Vms.NewDisk;
import hostelry.api.Vms.NewVm;
import hostelry.model.Disk;
import hostelry.model.GraphicsType;
import hostelry.model.HostelryFactory;
import hostelry.model.Host;
import hostelry.model.Nic;
import hostelry.model.Vm;
import hostelry.model.VnicProfile;
import hostelry.wire.Incoming;
import hostelry.wire.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Machines as clients send them, with their disks and NICs inside or without. */
final class VmInput {
    private VmInput() {}

    static NewVm read(Call call) {
        Incoming<Vm> incoming = complete(call, call.read(Vm.class));
        List<NewDisk> disks = incoming.document().all("disk_attachments", "disk_attachment").stream()
                .map(document -> DiskInput.attached(call, document)).toList();
        List<Nic> nics = incoming.document().all("nics", "nic").stream().map(document -> nic(call, document).object()).toList();
        incoming.object().setId(UUID.randomUUID().toString());
        return new NewVm(incoming.object(), disks, nics, incoming.features());
    }

    static Patch<Vm> patch(Call call) {
        return call.patch(complete(call, call.read(Vm.class)));
    }

    /** What an action of starting says for this start alone. */
    static Patch<Vm> once(Call call, Tree action) {
        for (String wish : List.of("use_sysprep", "use_ignition", "volatile")) {
            if (action.flag(wish).orElse(false)) {
                throw new Refusal(Problem.badInput(wish, "The field '" + wish + "' asks for what this version can't do.", "Leave it out."));
            }
        }
        Optional<Tree> document = action.child("vm");
        Optional<Boolean> pause = action.flag("pause");
        Vm values = HostelryFactory.eINSTANCE.createVm();
        Set<String> features = new HashSet<>();
        if (document.isPresent()) {
            Patch<Vm> patch = call.patch(complete(call, call.read(document.get(), Vm.class)));
            values = patch.values();
            features.addAll(patch.features());
        }
        if (pause.orElse(false)) {
            values.setStartPaused(true);
            features.add("startPaused");
        }
        Optional<Boolean> seed = action.flag("use_cloud_init").or(() -> action.flag("use_initialization"));
        boolean told = features.stream().anyMatch(feature -> feature.startsWith("init"));
        if (seed.isPresent() || told && !features.contains("initialized")) {
            values.setInitialized(!seed.orElse(true));
            features.add("initialized");
        }
        return new Patch<>(values, features);
    }

    /** What oVirt's clients say in other places than our own: the kind of console, the disc in the drive. */
    private static Incoming<Vm> complete(Call call, Incoming<Vm> incoming) {
        Set<String> features = new HashSet<>(incoming.features());
        Vm vm = incoming.object();
        Optional<String> display = incoming.document().value("display", "type");
        if (display.isPresent() && !features.contains("graphics")) {
            GraphicsType type = GraphicsType.get(display.get().strip().toLowerCase(Locale.ROOT));
            if (type == null) {
                throw new Refusal(Problem.badInput("display", "The field 'display/type' wants spice or vnc.", ""));
            }
            vm.getGraphics().add(type);
            features.add("graphics");
        }
        Optional<String> disc = incoming.document().value("cdroms", "cdrom", "file", "id");
        if (disc.isPresent() && !features.contains("cdrom")) {
            vm.setCdrom(disc.get().isEmpty() ? null : CdromsResource.disc(call, disc.get()));
            features.add("cdrom");
        }
        VmExtras.read(incoming.document(), vm, features);
        vm.setKernel(image(call, vm.getKernel()));
        vm.setInitrd(image(call, vm.getInitrd()));
        List<String> hosts = vm.getPlacementHosts().stream().map(host -> host(call, host)).distinct().toList();
        vm.getPlacementHosts().clear();
        vm.getPlacementHosts().addAll(hosts);
        return new Incoming<>(vm, features, incoming.named(), incoming.document());
    }

    /** The id of a disk by its id or name, also in the words of oVirt's ISO domains; what is neither stays, and the check says so. */
    private static @Nullable String image(Call call, @Nullable String said) {
        if (said == null || said.isBlank()) {
            return null;
        }
        String name = said.strip().replaceFirst("^iso://", "");
        List<Disk> named = call.services().estate().list(call.caller(), Disk.class).stream()
                .filter(disk -> name.equals(disk.getId()) || name.equals(disk.getAlias())).toList();
        return named.size() == 1 ? named.getFirst().getId() : name;
    }

    private static String host(Call call, String said) {
        return call.services().estate().find(call.caller(), Host.class, said).isPresent()
                ? said
                : new Names(call.services().estate(), call.wire()).id(call.caller(), "Host", said);
    }

    /** A NIC; some clients name a network where a profile is meant. */
    static Incoming<Nic> nic(Call call, Tree document) {
        Incoming<Nic> incoming = call.read(document, Nic.class);
        Optional<Tree> network = document.child("network");
        if (network.isEmpty() || incoming.features().contains("vnicProfile")) {
            return incoming;
        }
        Optional<String> id = network.get().value("id").or(() -> network.get().value("name")
                .map(name -> new Names(call.services().estate(), call.wire()).id(call.caller(), "Network", name)));
        if (id.isEmpty()) {
            return incoming;
        }
        VnicProfile profile = call.services().estate().list(call.caller(), VnicProfile.class).stream()
                .filter(one -> id.get().equals(one.getNetwork())).findFirst()
                .orElseThrow(() -> new Refusal(
                        Problem.badInput("network", "The network " + id.get() + " has no vNIC profile.", "Give a vnic_profile.")));
        Set<String> features = new HashSet<>(incoming.features());
        incoming.object().setVnicProfile(profile.getId());
        features.add("vnicProfile");
        return new Incoming<>(incoming.object(), features, incoming.named(), document);
    }
}
