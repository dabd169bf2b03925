package hostelry.engine.vm;

import hostelry.api.Problem;
import hostelry.engine.spi.DiskImages;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.Sightings;
import hostelry.engine.work.Keys;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Reach;
import hostelry.engine.work.Verb;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.Nic;
import hostelry.model.Vm;
import hostelry.model.states.VmMove;
import hostelry.node.api.NodeFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Forgets a machine, here and on the hosts that know it, and with its disks where that was asked. Each disk goes by itself: what is shown is what there is. */
final class RemoveVm implements Verb<Void> {
    private final Inventory inventory;
    private final DiskImages images;
    private final Sightings sightings;
    private final Reach reach;
    private final String id;
    private final boolean withDisks;

    RemoveVm(Inventory inventory, DiskImages images, Sightings sightings, Reach reach, String id, boolean withDisks) {
        this.inventory = inventory;
        this.images = images;
        this.sightings = sightings;
        this.reach = reach;
        this.id = id;
        this.withDisks = withDisks;
    }

    @Override
    public String name() {
        return "RemoveVm";
    }

    @Override
    public String title() {
        return "Remove VM " + Guests.in(inventory).name(id) + (withDisks ? " and its disks" : "");
    }

    @Override
    public String subject() {
        return id;
    }

    @Override
    public List<Need> needs() {
        return withDisks
                ? Guests.in(inventory).attachments(id).stream().map(attachment -> new Need("DELETE_DISK", attachment.getDisk())).toList()
                : List.of();
    }

    @Override
    public Map<String, String> arguments() {
        return Map.of("vm", id, "withDisks", String.valueOf(withDisks));
    }

    @Override
    public List<Lock> locks() {
        List<Lock> locks = new ArrayList<>();
        locks.add(Lock.exclusive(id));
        Guests.in(inventory).attachments(id).forEach(attachment -> locks.add(Lock.exclusive(attachment.getDisk())));
        return locks;
    }

    @Override
    public void check(Problems problems) {
        Guests guests = Guests.in(inventory);
        VmChecks checks = new VmChecks(guests, problems);
        checks.vm(id).ifPresent(vm -> {
            checks.permits(vm, VmMove.REMOVE, "removed");
            problems.require(!vm.isDeleteProtected(), () -> Problem.conflict(id, "VM " + vm.getName() + " is protected from being removed.",
                    "Switch its delete protection off first."));
            if (withDisks) {
                guests.disks(id).forEach(
                        disk -> problems.require(disk.getStatus() != hostelry.model.DiskStatus.LOCKED, () -> Problem.conflict(disk.getId(),
                                "Disk " + disk.getAlias() + " is locked.", "Wait until its transfer has ended, or cancel the transfer.")));
            }
        });
    }

    @Override
    public Void perform(Progress progress) {
        Optional<Vm> vm = inventory.find(Vm.class, id);
        if (vm.isEmpty()) {
            return null;
        }
        forget(progress, vm.get());
        if (withDisks) {
            for (Disk disk : Guests.in(inventory).disks(id)) {
                progress.at(-1, "Removing disk " + disk.getAlias());
                delete(progress, disk);
            }
        }
        inventory.change(draft -> {
            Guests guests = Guests.in(draft);
            guests.attachments(id).forEach(attachment -> draft.remove(DiskAttachment.class, attachment.getId()));
            guests.nics(id).forEach(nic -> draft.remove(Nic.class, nic.getId()));
            draft.remove(Vm.class, id);
            return null;
        });
        return null;
    }

    /** A host that can't be asked now keeps its definition, and shows it when it comes back. */
    private void forget(Progress progress, Vm vm) {
        // taken up after a crash, this may come before the first word of the host that keeps the guest
        reach.allHeard();
        for (String host : sightings.hosts(id)) {
            reach.now(host).ifPresent(node -> {
                try (Progress.Turn turn = progress.turn(host)) {
                    node.domains().remove(Keys.part(progress.jobId(), host), id);
                } catch (NodeFault e) {
                    throw Reach.refusal(e, id, "VM " + vm.getName() + " could not be removed from host " + reach.name(host));
                }
            });
        }
    }

    private void delete(Progress progress, Disk disk) {
        try (Progress.Turn turn = progress.turn(images.host(disk))) {
            images.delete(Keys.part(progress.jobId(), disk.getId()), disk);
        } catch (NodeFault e) {
            throw Reach.refusal(e, disk.getId(), "Disk " + disk.getAlias() + " could not be removed");
        }
        inventory.change(draft -> {
            draft.find(DiskAttachment.class, disk.getId()).ifPresent(attachment -> draft.remove(DiskAttachment.class, attachment.getId()));
            draft.find(Disk.class, disk.getId()).ifPresent(found -> draft.remove(Disk.class, found.getId()));
            return null;
        });
    }
}
