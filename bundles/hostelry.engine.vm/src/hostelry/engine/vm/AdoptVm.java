package hostelry.engine.vm;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.Sightings;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.Vm;
import hostelry.model.data.Origins;
import java.util.List;
import java.util.Map;

/**
 * Takes over a machine that somebody has made on a host with other tools: from now on it is started, suspended and protected here like the others, on its host and as that
 * host defines it. Its guest is not touched, nor is its definition, so nothing that it carries is lost.
 */
final class AdoptVm implements Verb<Vm> {
    private final Inventory inventory;
    private final Sightings sightings;
    private final String id;

    AdoptVm(Inventory inventory, Sightings sightings, String id) {
        this.inventory = inventory;
        this.sightings = sightings;
        this.id = id;
    }

    @Override
    public String name() {
        return "AdoptVm";
    }

    @Override
    public String title() {
        return "Adopt VM " + Guests.in(inventory).name(id);
    }

    @Override
    public String subject() {
        return id;
    }

    @Override
    public Map<String, String> arguments() {
        return Map.of("vm", id);
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
            problems.require(Origins.external(vm), () -> Problem.conflict(id, Origins.adopted(vm)
                    ? "VM " + vm.getName() + " was adopted already."
                    : "VM " + vm.getName() + " was made by Hostelry.", "There is nothing to do."));
            problems.require(!sightings.hosts(id).isEmpty(), () -> Problem.conflict(id,
                    "No host that answers tells of VM " + vm.getName() + ".", "Wait until its host is up."));
            checks.cluster(vm);
        });
    }

    @Override
    public Vm perform(Progress progress) {
        return inventory.change(draft -> {
            Guests guests = Guests.in(draft);
            Vm known = guests.vm(id).orElseThrow(() -> new Refusal(Problem.notFound("VM", id)));
            if (Origins.adopted(known)) {
                return known; // performed anew after a crash
            }
            Problems problems = new Problems();
            check(problems, guests);
            if (!problems.none()) {
                throw new Refusal(problems.verdict().problems());
            }
            Vm vm = draft.edit(Vm.class, id);
            vm.setOrigin(Origins.ADOPTED);
            return vm;
        });
    }
}
