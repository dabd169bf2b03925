package hostelry.engine.vm;

import hostelry.engine.spi.DiskImages;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.Disk;
import hostelry.model.Nic;
import hostelry.model.Vm;
import hostelry.node.api.NodeFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a machine like one that is down. Both are locked while the disks are copied. */
final class CloneVm implements Verb<Vm> {
    private final Inventory inventory;
    private final Blueprint plan;
    private final Assembly assembly;
    private final Waiting waiting;
    private final String from;

    /** @param from id of the machine that is cloned */
    CloneVm(Inventory inventory, DiskImages images, Blueprint plan, String from) {
        this.inventory = inventory;
        this.plan = plan;
        this.assembly = new Assembly(inventory, images, plan);
        this.waiting = new Waiting(inventory, from);
        this.from = from;
    }

    @Override
    public String name() {
        return "CloneVm";
    }

    @Override
    public String title() {
        return "Clone VM " + Guests.in(inventory).name(from) + " as " + VmChecks.clipped(String.valueOf(plan.vm().getName()));
    }

    @Override
    public String subject() {
        return from;
    }

    /** A new machine comes into the cluster of the first one. */
    @Override
    public @Nullable String place() {
        return plan.vm().getCluster();
    }

    @Override
    public List<Need> needs() {
        List<Need> needs = new ArrayList<>(List.of(new Need(null, from)));
        plan.disks().forEach(disk -> needs.add(new Need("CREATE_DISK", disk.getStorageDomain())));
        plan.nics().forEach(nic -> needs.add(new Need("CONFIGURE_VM_NETWORK", nic.getVnicProfile())));
        return needs;
    }

    @Override
    public Map<String, String> arguments() {
        Map<String, String> arguments = new HashMap<>(plan.arguments());
        arguments.put("from", from);
        return arguments;
    }

    @Override
    public List<Lock> locks() {
        List<Lock> locks = new ArrayList<>(List.of(Lock.exclusive(from), Lock.exclusive("vm-name:" + plan.vm().getName())));
        if (plan.vm().getId() != null) {
            locks.add(Lock.exclusive(plan.vm().getId()));
        }
        plan.disks().forEach(disk -> locks.add(Lock.exclusive(disk.getId())));
        plan.sources().values().forEach(source -> locks.add(Lock.shared(source)));
        plan.disks().stream().map(Disk::getStorageDomain).filter(domain -> domain != null && !domain.isEmpty()).distinct().forEach(
                domain -> locks.add(Lock.shared(domain)));
        return locks;
    }

    @Override
    public void check(Problems problems) {
        Guests guests = Guests.in(inventory);
        VmChecks checks = new VmChecks(guests, problems);
        checks.vm(from).ifPresent(vm -> {
            checks.definedHere(vm, "cloned");
            checks.down(vm, "it is cloned"); // oVirt clones a running one from a snapshot
            check(problems, guests);
            assembly.check(problems);
        });
    }

    private void check(Problems problems, Guests guests) {
        VmChecks checks = new VmChecks(guests, problems);
        checks.name(plan.vm().getName(), null);
        checks.texts(plan.vm());
        plan.sources().values().forEach(source -> guests.find(Disk.class, source).ifPresent(checks::usable));
        List<Nic> before = new ArrayList<>();
        for (Nic nic : plan.nics()) {
            new NicChecks(guests, problems).nic(nic, plan.vm(), before);
            before.add(nic);
        }
    }

    @Override
    public Vm perform(Progress progress) throws InterruptedException {
        waiting.lock();
        Vm vm = assembly.make(progress, this::check);
        waiting.release();
        return vm;
    }

    @Override
    public void compensate() throws NodeFault {
        waiting.release();
        assembly.undo();
    }

    @Override
    public boolean cancellable() {
        return true;
    }
}
