package hostelry.engine.vm;

import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Reach;
import hostelry.engine.work.Verb;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.model.states.VmMove;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Presses the reset button of a machine. */
final class ResetVm implements Verb<Vm> {
    private final Inventory inventory;
    private final NewBoot boot;
    private final String id;

    ResetVm(Inventory inventory, Reach reach, Clock clock, String id) {
        this.inventory = inventory;
        this.boot = new NewBoot(inventory, reach, clock, id);
        this.id = id;
    }

    @Override
    public String name() {
        return "ResetVm";
    }

    @Override
    public String title() {
        return "Reset VM " + Guests.in(inventory).name(id);
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
        VmChecks checks = new VmChecks(Guests.in(inventory), problems);
        checks.vm(id).ifPresent(vm -> checks.permits(vm, VmMove.RESET, "reset"));
    }

    @Override
    public Vm perform(Progress progress) {
        return boot.perform(progress, (domains, key) -> domains.reset(key, id), "VM %s could not be reset");
    }

    @Override
    public void compensate() {
        boot.back(VmStatus.UP);
    }
}
