package hostelry.engine.vm;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.Vm;
import hostelry.model.nextrun.NextRun;
import java.util.List;
import java.util.Map;

/** Forgets what waits for the next start of a machine: it stays as it runs. */
final class DiscardNextRun implements Verb<Vm> {
    private final Inventory inventory;
    private final String id;

    DiscardNextRun(Inventory inventory, String id) {
        this.inventory = inventory;
        this.id = id;
    }

    @Override
    public String name() {
        return "DiscardNextRun";
    }

    @Override
    public String title() {
        return "Discard what waits for the next start of VM " + Guests.in(inventory).name(id);
    }

    @Override
    public String subject() {
        return id;
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
        new VmChecks(guests, problems).vm(id).ifPresent(vm -> problems.require(vm.isNextRunConfigurationExists(),
                () -> Problem.conflict(id, "Nothing waits for the next start of VM " + vm.getName() + ".", "There is nothing to do.")));
    }

    @Override
    public Vm perform(Progress progress) {
        return inventory.change(draft -> {
            Problems problems = new Problems();
            check(problems, Guests.in(draft));
            if (!problems.none()) {
                throw new Refusal(problems.verdict().problems());
            }
            Vm vm = draft.edit(Vm.class, id);
            NextRun.drop(vm);
            return vm;
        });
    }
}
