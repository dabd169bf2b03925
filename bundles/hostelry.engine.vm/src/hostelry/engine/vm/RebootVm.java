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

/** Asks the guest to boot anew. Done when it was asked: whether and when it does is its own affair. */
final class RebootVm implements Verb<Vm> {
    private final Inventory inventory;
    private final NewBoot boot;
    private final String id;

    RebootVm(Inventory inventory, Reach reach, Clock clock, String id) {
        this.inventory = inventory;
        this.boot = new NewBoot(inventory, reach, clock, id);
        this.id = id;
    }

    @Override
    public String name() {
        return "RebootVm";
    }

    @Override
    public String title() {
        return "Reboot VM " + Guests.in(inventory).name(id);
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
        checks.vm(id).ifPresent(vm -> checks.permits(vm, VmMove.REBOOT, "rebooted"));
    }

    @Override
    public Vm perform(Progress progress) {
        return boot.perform(progress, (domains, key) -> domains.reboot(key, id), "The guest of VM %s could not be asked to boot anew");
    }

    @Override
    public void compensate() {
        boot.back(VmStatus.UP);
    }
}
