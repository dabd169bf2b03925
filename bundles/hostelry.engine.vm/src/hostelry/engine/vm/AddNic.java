package hostelry.engine.vm;

import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.Nic;
import java.util.List;
import java.util.Map;

/** Gives a machine that is down a network card. */
final class AddNic implements Verb<Nic> {
    private final Inventory inventory;
    private final Nic nic;

    /** @param nic complete, with id and address */
    AddNic(Inventory inventory, Nic nic) {
        this.inventory = inventory;
        this.nic = nic;
    }

    @Override
    public String name() {
        return "AddNic";
    }

    @Override
    public String title() {
        return "Add NIC " + VmChecks.clipped(nic.getName()) + " of VM " + Guests.in(inventory).name(nic.getVm());
    }

    @Override
    public String subject() {
        return nic.getVm();
    }

    @Override
    public List<Need> needs() {
        return List.of(new Need("CONFIGURE_VM_NETWORK", nic.getVnicProfile()));
    }

    @Override
    public Map<String, String> arguments() {
        return Map.of();
    }

    @Override
    public List<Lock> locks() {
        return List.of(Lock.exclusive(nic.getVm()));
    }

    @Override
    public void check(Problems problems) {
        check(problems, Guests.in(inventory));
    }

    private void check(Problems problems, Guests guests) {
        VmChecks checks = new VmChecks(guests, problems);
        checks.vm(nic.getVm()).ifPresent(vm -> {
            checks.definedHere(vm, "given NICs");
            checks.down(vm, "NICs are added");
            new NicChecks(guests, problems).nic(nic, vm, guests.nics(vm.getId()));
        });
    }

    @Override
    public Nic perform(Progress progress) {
        return inventory.change(draft -> {
            Problems problems = new Problems();
            check(problems, Guests.in(draft));
            if (!problems.none()) {
                throw new Refusal(problems.verdict().problems());
            }
            return draft.add(nic);
        });
    }
}
