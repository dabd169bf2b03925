package hostelry.engine.vm;

import hostelry.api.Problem;
import hostelry.engine.work.Keys;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Reach;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.DiskInterface;
import hostelry.model.Host;
import hostelry.model.Nic;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.model.states.VmMoves;
import hostelry.node.api.Domains;
import hostelry.node.api.NodeFault;
import java.util.Set;

/** Disks and NICs of a machine that runs: whether they may come and go, and how its host is told. */
record Plugging(Reach reach) {
    /** States in which a guest takes devices and lets go of them. */
    private static final Set<VmStatus> LIVE = Set.of(VmStatus.UP, VmStatus.POWERING_UP);

    /** How a host is told. */
    interface Call {
        void on(Domains domains, String key) throws NodeFault;
    }

    static boolean live(Vm vm) {
        return LIVE.contains(vm.getStatus()) && vm.getHost() != null;
    }

    /** For changes that a machine takes while it is down and while its guest listens. */
    static void may(Vm vm, Problems problems, String done) {
        problems.require(VmMoves.still(vm.getStatus()) || live(vm), () -> Problem.conflict(vm.getId(),
                "VM " + vm.getName() + " is " + Words.of(vm.getStatus()) + ": " + done + " only while it is up or down.",
                vm.getStatus() == VmStatus.PAUSED || vm.getStatus() == VmStatus.SUSPENDED
                        ? "Let it go on first, or power it off."
                        : "Wait until it is up or down."));
    }

    /** May that disk come to the guest while it runs? */
    static void pluggable(Vm vm, DiskAttachment attachment, Guests guests, Problems problems) {
        problems.require(attachment.getInterface() == DiskInterface.VIRTIO || attachment.getInterface() == DiskInterface.VIRTIO_SCSI,
                () -> Problem.conflict(vm.getId(), "VM " + vm.getName() + " runs, and a disk by " + attachment.getInterface().getLiteral()
                        + " can't be plugged into a guest that runs.", "Attach it by virtio or virtio_scsi, or shut the VM down first."));
        guests.find(Disk.class, attachment.getDisk()).flatMap(guests::domain)
                .ifPresent(domain -> guests.find(Host.class, vm.getHost()).ifPresent(
                        host -> problems.require(Placement.reaches(host, domain), () -> Problem.conflict(domain.getId(), "Host "
                                + host.getName() + ", where VM " + vm.getName() + " runs, can't reach storage domain " + domain.getName()
                                + ".", "Shut the VM down first, or take a disk on another domain."))));
    }

    void plug(Progress progress, Vm vm, DiskAttachment attachment, Disk disk) {
        progress.at(-1, "Plugging in disk " + disk.getAlias());
        tell(progress, vm, "plug " + disk.getId(), (domains, key) -> domains.plugDrive(key, vm.getId(), Spec.drive(attachment, disk)),
                "Disk " + disk.getAlias() + " could not be plugged into VM " + vm.getName());
    }

    void unplug(Progress progress, Vm vm, Disk disk) {
        progress.at(-1, "Waiting for the guest to let go of disk " + disk.getAlias());
        tell(progress, vm, "unplug " + disk.getId(),
                (domains, key) -> domains.unplugDrive(key, vm.getId(), disk.getStorageDomain(), disk.getId()),
                "Disk " + disk.getAlias() + " could not be taken out of VM " + vm.getName());
    }

    void plug(Progress progress, Vm vm, Nic nic, Guests guests) {
        progress.at(-1, "Plugging in NIC " + nic.getName());
        tell(progress, vm, "plug " + nic.getId(), (domains, key) -> domains.plugCard(key, vm.getId(), Spec.card(nic, guests)),
                "NIC " + nic.getName() + " could not be plugged into VM " + vm.getName());
    }

    void unplug(Progress progress, Vm vm, Nic nic) {
        progress.at(-1, "Waiting for the guest to let go of NIC " + nic.getName());
        tell(progress, vm, "unplug " + nic.getId(), (domains, key) -> domains.unplugCard(key, vm.getId(), nic.getMac()),
                "NIC " + nic.getName() + " could not be taken out of VM " + vm.getName());
    }

    void change(Progress progress, Vm vm, Nic nic, Guests guests) {
        tell(progress, vm, "change " + nic.getId(), (domains, key) -> domains.changeCard(key, vm.getId(), Spec.card(nic, guests)),
                "NIC " + nic.getName() + " of VM " + vm.getName() + " could not be changed");
    }

    /** The guest is to have so many CPUs. */
    void cpus(Progress progress, Vm vm, int cpus) {
        progress.at(-1, cpus < Guests.cpus(vm) ? "Waiting for the guest to let go of CPUs" : "Plugging in CPUs");
        tell(progress, vm, "cpus " + cpus, (domains, key) -> domains.setCpus(key, vm.getId(), cpus),
                "VM " + vm.getName() + " could not be given " + cpus + " CPUs");
    }

    /** The guest is to have so many bytes of memory. */
    void memory(Progress progress, Vm vm, long bytes) {
        progress.at(-1, bytes < vm.getMemory() ? "Waiting for the guest to let go of memory" : "Plugging in memory");
        tell(progress, vm, "memory " + bytes, (domains, key) -> domains.setMemory(key, vm.getId(), bytes),
                "VM " + vm.getName() + " could not be given " + Words.bytes(bytes) + " of memory");
    }

    private void tell(Progress progress, Vm vm, String part, Call call, String failed) {
        try (Progress.Turn turn = progress.turn(vm.getHost())) {
            reach.surely(vm.getHost(), node -> call.on(node.domains(), Keys.part(progress.jobId(), part)));
        } catch (NodeFault e) {
            throw Reach.refusal(e, vm.getId(), failed);
        }
    }

    /** After something failed: whatever the host did of it is taken back, under a key of its own. */
    void undo(Vm vm, String part, Call call) throws NodeFault {
        call.on(reach.node(vm.getHost()).domains(), Keys.part(part, "undo " + vm.getStartTime()));
    }
}
