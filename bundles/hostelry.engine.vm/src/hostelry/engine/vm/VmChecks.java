package hostelry.engine.vm;

import hostelry.api.Problem;
import hostelry.engine.work.Problems;
import hostelry.model.Cluster;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.DiskContentType;
import hostelry.model.DiskFormat;
import hostelry.model.DiskInterface;
import hostelry.model.DiskStatus;
import hostelry.model.Host;
import hostelry.model.Template;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.model.data.Origins;
import hostelry.model.states.VmMove;
import hostelry.model.states.VmMoves;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Pure questions about machines, each answered with every reason against. */
final class VmChecks {
    static final long LEAST_MEMORY = 32L << 20;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int TEXT = 4000;
    private final Guests guests;
    private final Problems problems;

    VmChecks(Guests guests, Problems problems) {
        this.guests = guests;
        this.problems = problems;
    }

    /** The machine, or the problem that it is not there. */
    Optional<Vm> vm(String id) {
        Optional<Vm> vm = guests.vm(id);
        problems.require(vm.isPresent(), () -> Problem.notFound("VM", id));
        return vm;
    }

    /** @param done how the move is called: {@code started} */
    void permits(Vm vm, VmMove move, String done) {
        problems.require(VmMoves.permits(vm.getStatus(), move), () -> Problem.conflict(vm.getId(),
                "VM " + vm.getName() + " can't be " + done + " while it is " + Words.of(vm.getStatus()) + ".",
                advice(vm.getStatus(), move)));
    }

    private static String advice(VmStatus status, VmMove move) {
        return switch (move) {
            case STOP, SHUTDOWN -> status == VmStatus.DOWN ? "There is nothing to do." : "Wait until its state is known.";
            case RUN -> status == VmStatus.POWERING_DOWN
                    ? "Wait until it is down."
                    : status == VmStatus.UNKNOWN ? "Wait until its host answers again." : "";
            case TICKET, REBOOT, RESET, PAUSE, SUSPEND, MIGRATE -> switch (status) {
                case DOWN, SUSPENDED -> "Start it first.";
                case PAUSED -> "Let it go on first.";
                case POWERING_UP, WAIT_FOR_LAUNCH, REBOOT_IN_PROGRESS -> "Wait until it is up.";
                case MIGRATING -> "Wait until it has arrived.";
                case POWERING_DOWN -> "Wait until it is down, and start it.";
                default -> "Wait until its state is known.";
            };
            default -> VmMoves.permits(status, VmMove.SHUTDOWN) ? "Shut it down or power it off first." : "Wait until it is down.";
        };
    }

    /** For changes that a running machine can't take. */
    void down(Vm vm, String done) {
        problems.require(VmMoves.still(vm.getStatus()), () -> Problem.conflict(vm.getId(),
                "VM " + vm.getName() + " is " + Words.of(vm.getStatus()) + ": " + done + " only while it is down.",
                advice(vm.getStatus(), VmMove.REMOVE)));
    }

    /** A guest that was found on a host and is not defined here can be watched and stopped, but not changed. */
    void ours(Vm vm, String done) {
        problems.require(!Origins.external(vm), () -> Problem.conflict(vm.getId(),
                "VM " + vm.getName() + " was made outside of Hostelry and can't be " + done + " here.",
                "Adopt it first, or do it with the tool that made it."));
    }

    /** What a guest has that was adopted is said by its definition on its host. */
    void definedHere(Vm vm, String done) {
        ours(vm, done);
        problems.require(!Origins.adopted(vm), () -> Problem.conflict(vm.getId(),
                "VM " + vm.getName() + " was adopted and runs as its host defines it: it can't be " + done + " here.",
                "Do it on its host, with virsh for example."));
    }

    void name(@Nullable String name, @Nullable String except) {
        if (name == null || !NAME.matcher(name).matches()) {
            problems.add(Problem.badInput("name",
                    name == null || name.isEmpty() ? "A VM needs a name." : "'" + clipped(name) + "' can't be the name of a VM.",
                    "Take 1 to 64 letters, digits, dots, underscores or hyphens."));
            return;
        }
        problems.require(guests.all(Vm.class).stream().noneMatch(other -> name.equals(other.getName()) && !other.getId().equals(except)),
                () -> new Problem(Problem.Kind.CONFLICT, "There is a VM named " + name + " already.", "Take another name.", "name"));
    }

    void texts(Vm vm) {
        text("description", vm.getDescription());
        text("comment", vm.getComment());
    }

    private void text(String field, @Nullable String text) {
        problems.require(text == null || text.length() <= TEXT,
                () -> Problem.badInput(field, "The " + field + " has more than " + TEXT + " characters.", "Make it shorter."));
    }

    void cluster(Vm vm) {
        if (vm.getCluster() == null || vm.getCluster().isEmpty()) {
            problems.add(Problem.badInput("cluster", "It is not said in which cluster the VM is to live.", "Name a cluster."));
        } else {
            problems.require(guests.find(Cluster.class, vm.getCluster()).isPresent(),
                    () -> Problem.badInput("cluster", "There is no cluster " + clipped(vm.getCluster()) + ".", "Choose one of the list."));
        }
    }

    void template(Vm vm) {
        Optional<Template> template = guests.find(Template.class, vm.getTemplate());
        problems.require(template.isPresent(), () -> Problem.badInput("template",
                "There is no template " + clipped(String.valueOf(vm.getTemplate())) + ".", "Take the template Blank."));
        template.ifPresent(found -> problems.require(!TemplateChecks.LOCKED.equals(found.getStatus()), () -> Problem.conflict(found.getId(),
                "Template " + found.getName() + " is still being made.", "Wait until its disks are copied.")));
    }

    /** Memory and CPUs: sane, and not larger than the largest host of the cluster. */
    void hardware(Vm vm) {
        List<Host> hosts = guests.hosts(vm.getCluster());
        problems.require(vm.getMemory() >= LEAST_MEMORY, () -> Problem.badInput("memory",
                "The memory of " + Words.bytes(vm.getMemory()) + " is too small for a VM.",
                "Give it at least " + Words.bytes(LEAST_MEMORY) + "."));
        hosts.stream().filter(host -> host.getMemory() > 0).max(Comparator.comparingLong(Host::getMemory))
                .ifPresent(largest -> problems.require(
                        vm.getMemory() <= largest.getMemory(),
                        () -> Problem.badInput("memory", "The memory of " + Words.bytes(vm.getMemory()) + " is larger than that of host "
                                + largest.getName() + ", which has " + Words.bytes(largest.getMemory()) + ", the most in cluster "
                                + guests.cluster(vm.getCluster()) + ".",
                                "Give the VM less, or add a larger host.")));
        problems.require(vm.getMemoryGuaranteed() >= 0 && vm.getMemoryGuaranteed() <= vm.getMemory(),
                () -> Problem.badInput("memoryGuaranteed",
                        "The guaranteed memory of " + Words.bytes(vm.getMemoryGuaranteed()) + " is larger than the memory of "
                                + Words.bytes(vm.getMemory()) + ".",
                        "Guarantee at most the memory."));
        problems.require(vm.getMemoryMax() >= vm.getMemory(), () -> Problem.badInput("memoryMax",
                "The maximum memory of " + Words.bytes(vm.getMemoryMax()) + " is smaller than the memory of " + Words.bytes(vm.getMemory())
                        + ".",
                "Make the maximum at least the memory."));
        cpus(vm, hosts);
    }

    private void cpus(Vm vm, List<Host> hosts) {
        if (vm.getCpuSockets() < 1 || vm.getCpuCores() < 1 || vm.getCpuThreads() < 1) {
            problems.add(Problem.badInput("cpu", "A VM needs at least one CPU.", "Make sockets, cores and threads 1 or more."));
            return;
        }
        long wanted = (long) vm.getCpuSockets() * vm.getCpuCores() * vm.getCpuThreads();
        hosts.stream().filter(host -> Guests.cpus(host) > 0).max(Comparator.comparingInt(Guests::cpus))
                .ifPresent(largest -> problems.require(
                        wanted <= Guests.cpus(largest),
                        () -> Problem.badInput("cpu", wanted + " CPUs are more than host " + largest.getName() + " has: "
                                + Guests.cpus(largest) + ", the most in cluster " + guests.cluster(vm.getCluster()) + ".",
                                "Give the VM fewer, or add a larger host.")));
        // without a host nobody says how many are too many, and the product of three ints must not overflow
        problems.require(wanted <= 1024,
                () -> Problem.badInput("cpu", wanted + " CPUs are more than any host has.", "Give the VM at most 1024."));
    }

    /** What is in the CD drive, if anything. */
    void disc(@Nullable String disc) {
        if (disc == null || disc.isEmpty()) {
            return;
        }
        Optional<Disk> disk = guests.find(Disk.class, disc);
        if (disk.isEmpty()) {
            problems.add(Problem.badInput("cdrom", "There is no disc " + clipped(disc) + ".", "Choose one of the list, or upload an ISO."));
            return;
        }
        problems.require(disk.get().getContentType() == DiskContentType.ISO, () -> Problem.badInput("cdrom",
                disk.get().getAlias() + " is no ISO and can't be put into a CD drive.", "Choose a disk with ISO content."));
        usable(disk.get());
    }

    /**
     * Kernel and first file system. They are images of a storage domain and never files of the host: whoever may edit a machine could read any file of the host with
     * them, and what lies on one host is not on the next.
     */
    void kernels(Vm vm) {
        kernel("kernel", vm.getKernel());
        kernel("initrd", vm.getInitrd());
    }

    private void kernel(String field, @Nullable String image) {
        if (image == null || image.isEmpty()) {
            return;
        }
        if (image.startsWith("/")) {
            problems.add(
                    Problem.badInput(field,
                            clipped(image) + " is a file of the host: a VM that starts from one could show what nobody is to see, "
                                    + "and would start on that host alone.",
                            "Upload the file as a raw disk and give that disk's id or name."));
            return;
        }
        Optional<Disk> disk = guests.find(Disk.class, image);
        problems.require(disk.isPresent(), () -> Problem.badInput(field, "There is no disk " + clipped(image) + " to start from.",
                "Upload the file as a raw disk and give that disk's id or name."));
        disk.ifPresent(found -> {
            problems.require(found.getFormat() == DiskFormat.RAW && found.getContentType() == DiskContentType.DATA,
                    () -> Problem.badInput(field, "Disk " + found.getAlias() + " is no raw image of a file.",
                            "Upload the file as a raw disk."));
            usable(found);
        });
    }

    /** The hosts that it is bound to. */
    void bounds(Vm vm) {
        for (String host : vm.getPlacementHosts()) {
            Optional<Host> found = guests.find(Host.class, host);
            problems.require(found.isPresent(), () -> Problem.badInput("placementHosts", "There is no host " + clipped(host) + ".",
                    "Choose one of the list."));
            problems.require(found.isEmpty() || Objects.equals(found.get().getCluster(), vm.getCluster()),
                    () -> Problem.badInput("placementHosts", "Host " + found.orElseThrow().getName() + " is not in cluster "
                            + guests.cluster(vm.getCluster()) + ", where VM " + vm.getName() + " lives.", "Choose one of that cluster."));
        }
    }

    /** Disks may want a controller that it has not. */
    void controller(Vm vm, List<DiskAttachment> attachments) {
        problems.require(vm.isVirtioScsi() || attachments.stream().noneMatch(VmChecks::wantsScsi), () -> Problem.badInput("virtioScsi",
                "A disk of VM " + vm.getName()
                        + " is attached by virtio_scsi, or read-only by SATA or IDE, which wants the VirtIO SCSI controller.",
                "Attach it by virtio, or leave the controller in."));
    }

    private static boolean wantsScsi(DiskAttachment attachment) {
        return attachment.getInterface() == DiskInterface.VIRTIO_SCSI
                || attachment.isReadOnly() && attachment.getInterface() != DiskInterface.VIRTIO;
    }

    void usable(Disk disk) {
        problems.require(disk.getStatus() != DiskStatus.LOCKED,
                () -> Problem.conflict(disk.getId(), "Disk " + disk.getAlias() + " is locked.",
                        "Wait until its transfer has ended, or cancel the transfer."));
        problems.require(disk.getStatus() != DiskStatus.ILLEGAL,
                () -> Problem.conflict(disk.getId(), "Disk " + disk.getAlias() + " can't be used"
                        + (disk.getStatusDetail() == null || disk.getStatusDetail().isEmpty() ? "." : ": " + disk.getStatusDetail()),
                        "Upload it again, or take another."));
        problems.require(disk.getStatus() != DiskStatus.OK || disk.getContentType() != DiskContentType.ISO || disk.getActualSize() > 0,
                () -> Problem.conflict(
                        disk.getId(), "Disc " + disk.getAlias() + " is empty.", "Upload the ISO first."));
    }

    /** Input in a sentence: short and on one line. */
    static String clipped(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= 80 ? line : line.substring(0, 80) + "…";
    }
}
