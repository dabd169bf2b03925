package hostelry.engine.vm;

import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Flat;
import hostelry.engine.work.Patches;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Reach;
import hostelry.engine.work.Verb;
import hostelry.model.Nic;
import hostelry.model.Vm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Changes a network card of a machine: while it runs, what it is plugged into, whether its link is up, and whether the guest has it at all. */
final class UpdateNic implements Verb<Nic> {
    private static final Set<String> FEATURES = Set.of("name", "description", "comment", "interface", "mac", "linked", "plugged",
            "vnicProfile");
    private final Inventory inventory;
    private final String id;
    private final String nic;
    private final Patch<Nic> patch;
    private final Plugging plugging;

    UpdateNic(Inventory inventory, Reach reach, String id, String nic, Patch<Nic> patch) {
        this.inventory = inventory;
        this.plugging = new Plugging(reach);
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
        if (inventory.find(Vm.class, id).filter(Plugging::live).isEmpty()) {
            return Map.of(); // only written down
        }
        Map<String, String> arguments = new HashMap<>(Map.of("vm", id, "nic", nic, "features", String.join(" ", patch.features())));
        Flat.put(arguments, "values.", patch.values());
        return arguments;
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
                Plugging.may(vm, problems, "its NICs are changed");
                if (Plugging.live(vm)) {
                    soldered(vm, card, problems);
                }
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

    /** What can't be changed while the guest has the card. */
    private void soldered(Vm vm, Nic card, Problems problems) {
        Nic wanted = wanted(card);
        boolean another = wanted.getInterface() != card.getInterface() || !Objects.equals(wanted.getMac(), card.getMac());
        problems.require(!another || !card.isPlugged(), () -> Problem.conflict(nic, "NIC " + card.getName() + " of VM " + vm.getName()
                + " is in a guest that runs: its address and its interface can't be changed there.",
                "Unplug it first, or shut the VM down."));
    }

    @Override
    public Nic perform(Progress progress) {
        Guests guests = Guests.in(inventory);
        guests.vm(id).filter(Plugging::live)
                .ifPresent(vm -> guests.find(Nic.class, nic).ifPresent(card -> plug(progress, vm, card, wanted(card), guests)));
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

    private void plug(Progress progress, Vm vm, Nic now, Nic wanted, Guests guests) {
        if (now.isPlugged() != wanted.isPlugged()) {
            if (wanted.isPlugged()) {
                plugging.plug(progress, vm, wanted, guests);
            } else {
                plugging.unplug(progress, vm, now);
            }
        } else if (now.isPlugged()
                && (now.isLinked() != wanted.isLinked() || !Objects.equals(now.getVnicProfile(), wanted.getVnicProfile()))) {
            plugging.change(progress, vm, wanted, guests);
        }
    }
}
