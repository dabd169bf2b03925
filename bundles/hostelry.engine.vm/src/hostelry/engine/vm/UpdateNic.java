package hostelry.engine.vm;

import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Patches;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.Nic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Changes a network card of a machine that is down. */
final class UpdateNic implements Verb<Nic> {
    private static final Set<String> FEATURES = Set.of("name", "description", "comment", "interface", "mac", "linked", "plugged",
            "vnicProfile");
    private final Inventory inventory;
    private final String id;
    private final String nic;
    private final Patch<Nic> patch;

    UpdateNic(Inventory inventory, String id, String nic, Patch<Nic> patch) {
        this.inventory = inventory;
        this.id = id;
        this.nic = nic;
        this.patch = patch;
    }

    @Override
    public String name() {
        return "UpdateNic";
    }

    @Override
    public String title() {
        Guests guests = Guests.in(inventory);
        return "Edit NIC " + guests.find(Nic.class, nic).map(Nic::getName).orElse(nic) + " of VM " + guests.name(id);
    }

    @Override
    public String subject() {
        return id;
    }

    @Override
    public List<Need> needs() {
        return patch.has("vnicProfile") ? List.of(new Need("CONFIGURE_VM_NETWORK", patch.values().getVnicProfile())) : List.of();
    }

    @Override
    public Map<String, String> arguments() {
        return Map.of();
    }

    @Override
    public List<Lock> locks() {
        return List.of(Lock.exclusive(id));
    }

    @Override
    public void check(Problems problems) {
        check(problems, Guests.in(inventory));
    }

    private void check(Problems problems, Guests guests) {
        VmChecks checks = new VmChecks(guests, problems);
        checks.vm(id).ifPresent(vm -> {
            Optional<Nic> found = guests.find(Nic.class, nic).filter(card -> id.equals(card.getVm()));
            problems.require(found.isPresent(), () -> Problem.notFound("NIC of VM " + vm.getName() + " with the id", nic));
            found.ifPresent(card -> {
                checks.down(vm, "its NICs are changed");
                new NicChecks(guests, problems).nic(wanted(card), vm,
                        guests.nics(id).stream().filter(other -> !other.getId().equals(nic)).toList());
            });
        });
    }

    private Nic wanted(Nic card) {
        Nic wanted = Patches.applied(card, patch, Patches.changed(card, patch, FEATURES));
        if (wanted.getMac() != null) {
            wanted.setMac(Macs.normal(wanted.getMac()));
        }
        return wanted;
    }

    @Override
    public Nic perform(Progress progress) {
        return inventory.change(draft -> {
            Problems problems = new Problems();
            check(problems, Guests.in(draft));
            if (!problems.none()) {
                throw new Refusal(problems.verdict().problems());
            }
            Nic card = draft.edit(Nic.class, nic);
            String mac = wanted(card).getMac();
            Patches.apply(card, patch, Patches.changed(card, patch, FEATURES));
            card.setMac(mac);
            return card;
        });
    }
}
