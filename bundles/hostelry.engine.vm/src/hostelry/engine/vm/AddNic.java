package hostelry.engine.vm;

import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Flat;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Reach;
import hostelry.engine.work.Verb;
import hostelry.model.Nic;
import hostelry.model.Vm;
import hostelry.node.api.NodeFault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives a machine a network card; a guest that runs gets it at once. */
final class AddNic implements Verb<Nic> {
    private final Inventory inventory;
    private final Nic nic;
    private final Plugging plugging;

    /** @param nic complete, with id and address */
    AddNic(Inventory inventory, Reach reach, Nic nic) {
        this.inventory = inventory;
        this.plugging = new Plugging(reach);
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
        Map<String, String> arguments = new HashMap<>();
        if (live().isPresent()) { // else it is only written down
            Flat.put(arguments, "nic.", nic);
        }
        return arguments;
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
            Plugging.may(vm, problems, "NICs are added");
            new NicChecks(guests, problems).nic(nic, vm, guests.nics(vm.getId()));
        });
    }

    private Optional<Vm> live() {
        return inventory.find(Vm.class, nic.getVm()).filter(Plugging::live);
    }

    @Override
    public Nic perform(Progress progress) {
        // written down first: a crash in between leaves nothing in a guest of which nobody knows
        Nic made = inventory.find(Nic.class, nic.getId()).orElseGet(() -> inventory.change(draft -> {
            Problems problems = new Problems();
            check(problems, Guests.in(draft));
            if (!problems.none()) {
                throw new Refusal(problems.verdict().problems());
            }
            return draft.add(nic);
        }));
        live().filter(vm -> made.isPlugged()).ifPresent(vm -> plugging.plug(progress, vm, made, Guests.in(inventory)));
        return made;
    }

    @Override
    public void compensate() throws NodeFault {
        Optional<Vm> vm = live();
        if (vm.isPresent() && inventory.find(Nic.class, nic.getId()).isPresent()) {
            plugging.undo(vm.get(), nic.getId(), (domains, key) -> domains.unplugCard(key, nic.getVm(), nic.getMac()));
            inventory.change(draft -> {
                draft.remove(Nic.class, nic.getId());
                return null;
            });
        }
    }
}
