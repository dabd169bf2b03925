package hostelry.engine.vm;

import hostelry.api.Problem;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Reach;
import hostelry.engine.work.Verb;
import hostelry.model.Nic;
import hostelry.model.Vm;
import java.util.List;
import java.util.Map;

/** Takes a network card from a machine. A guest that runs must let go of it first. */
final class RemoveNic implements Verb<Void> {
    private final Inventory inventory;
    private final String id;
    private final String nic;
    private final Plugging plugging;

    RemoveNic(Inventory inventory, Reach reach, String id, String nic) {
        this.inventory = inventory;
        this.plugging = new Plugging(reach);
        this.id = id;
        this.nic = nic;
    }

    @Override
    public String name() {
        return "RemoveNic";
    }

    @Override
    public String title() {
        Guests guests = Guests.in(inventory);
        return "Remove NIC " + guests.find(Nic.class, nic).map(Nic::getName).orElse(nic) + " of VM " + guests.name(id);
    }

    @Override
    public String subject() {
        return id;
    }

    @Override
    public Map<String, String> arguments() {
        return inventory.find(Vm.class, id).filter(Plugging::live).isPresent() ? Map.of("vm", id, "nic", nic) : Map.of();
    }

    @Override
    public List<Lock> locks() {
        return List.of(Lock.exclusive(id));
    }

    @Override
    public void check(Problems problems) {
        Guests guests = Guests.in(inventory);
        VmChecks checks = new VmChecks(guests, problems);
        checks.vm(id).ifPresent(vm -> {
            boolean here = guests.find(Nic.class, nic).filter(card -> id.equals(card.getVm())).isPresent();
            problems.require(here, () -> Problem.notFound("NIC of VM " + vm.getName() + " with the id", nic));
            if (here) {
                Plugging.may(vm, problems, "NICs are removed");
            }
        });
    }

    @Override
    public Void perform(Progress progress) {
        Guests guests = Guests.in(inventory);
        guests.vm(id).filter(Plugging::live).ifPresent(vm -> guests.find(Nic.class, nic).filter(Nic::isPlugged)
                .ifPresent(card -> plugging.unplug(progress, vm, card)));
        inventory.change(draft -> {
            draft.find(Nic.class, nic).ifPresent(card -> draft.remove(Nic.class, nic));
            return null;
        });
        return null;
    }
}
