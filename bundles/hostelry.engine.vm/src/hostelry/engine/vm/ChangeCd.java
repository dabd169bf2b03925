package hostelry.engine.vm;

import hostelry.api.Problem;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Reach;
import hostelry.engine.work.Verb;
import hostelry.model.Disk;
import hostelry.model.Host;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.model.nextrun.NextRun;
import hostelry.model.states.VmMoves;
import hostelry.node.api.NodeFault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts a disc into the drive, or takes it out: at once where the guest runs, and for the next start. */
final class ChangeCd implements Verb<Vm> {
    private static final Set<VmStatus> STEADY = Set.of(VmStatus.UP, VmStatus.POWERING_UP, VmStatus.PAUSED);
    private final Inventory inventory;
    private final Reach reach;
    private final String id;
    private final @Nullable String disc;

    ChangeCd(Inventory inventory, Reach reach, String id, @Nullable String disc) {
        this.inventory = inventory;
        this.reach = reach;
        this.id = id;
        this.disc = disc == null || disc.isEmpty() ? null : disc;
    }

    @Override
    public String name() {
        return "ChangeCd";
    }

    @Override
    public String title() {
        Guests guests = Guests.in(inventory);
        return disc == null
                ? "Take the disc out of VM " + guests.name(id)
                : "Put disc " + guests.find(Disk.class, disc).map(Disk::getAlias).orElse(disc) + " into VM " + guests.name(id);
    }

    @Override
    public String subject() {
        return id;
    }

    @Override
    public List<Need> needs() {
        return List.of(new Need(null, disc));
    }

    @Override
    public Map<String, String> arguments() {
        Map<String, String> arguments = new HashMap<>(Map.of("vm", id));
        if (disc != null) {
            arguments.put("disc", disc);
        }
        return arguments;
    }

    @Override
    public List<Lock> locks() {
        return disc == null ? List.of(Lock.exclusive(id)) : List.of(Lock.exclusive(id), Lock.shared(disc));
    }

    @Override
    public void check(Problems problems) {
        Guests guests = Guests.in(inventory);
        VmChecks checks = new VmChecks(guests, problems);
        checks.vm(id).ifPresent(vm -> {
            checks.definedHere(vm, "changed");
            checks.disc(disc);
            if (VmMoves.running(vm.getStatus())) {
                problems.require(STEADY.contains(vm.getStatus()), () -> Problem.conflict(id, "The disc of VM " + vm.getName()
                        + " can't be changed while it is " + Words.of(vm.getStatus()) + ".", "Wait until it is up or down."));
                guests.find(Disk.class, disc).flatMap(guests::domain).ifPresent(domain -> guests.find(Host.class, vm.getHost()).ifPresent(
                        host -> problems.require(Placement.reaches(host, domain),
                                () -> Problem.conflict(domain.getId(), "Host " + host.getName()
                                        + " can't reach the disc: storage domain " + domain.getName() + " is local to another host.",
                                        "Upload it to a domain of host "
                                                + host.getName() + "."))));
            }
        });
    }

    @Override
    public Vm perform(Progress progress) {
        Vm vm = Shutdowns.present(inventory, id);
        if (vm.getHost() != null && STEADY.contains(vm.getStatus())) {
            Optional<Disk> disk = Guests.in(inventory).find(Disk.class, disc);
            try (Progress.Turn turn = progress.turn(vm.getHost())) {
                reach.node(vm.getHost()).domains().changeCd(progress.jobId(), id, disk.map(Disk::getStorageDomain).orElse(""),
                        disk.map(Disk::getId).orElse(""));
            } catch (NodeFault e) {
                throw Reach.refusal(e, id, "The disc of VM " + vm.getName() + " could not be changed");
            }
        }
        return inventory.change(draft -> {
            Vm edited = draft.edit(Vm.class, id);
            edited.setCdrom(disc);
            NextRun.forget(edited, "cdrom");
            return edited;
        });
    }
}
