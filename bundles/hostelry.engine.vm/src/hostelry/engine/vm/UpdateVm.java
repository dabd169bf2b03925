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
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.model.nextrun.EditPlan;
import hostelry.model.nextrun.EditRules;
import hostelry.model.nextrun.NextRun;
import hostelry.model.states.VmMoves;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Changes the definition of a machine. While it runs, what can't become other at once is kept for its next start. */
final class UpdateVm implements Verb<Vm> {
    /** Above what {@link EditRules} knows: another cluster is for a machine of which nothing runs. */
    private static final String CLUSTER = "cluster";
    private final Inventory inventory;
    private final Plugging plugging;
    private final String id;
    private final Patch<Vm> patch;
    private final boolean wait;

    /** @param wait nothing is to change while it runs */
    UpdateVm(Inventory inventory, Reach reach, String id, Patch<Vm> patch, boolean wait) {
        this.inventory = inventory;
        this.plugging = new Plugging(reach);
        this.id = id;
        this.patch = patch;
        this.wait = wait;
    }

    @Override
    public String name() {
        return "UpdateVm";
    }

    @Override
    public String title() {
        return "Edit VM " + Guests.in(inventory).name(id);
    }

    @Override
    public String subject() {
        return id;
    }

    /** A form sends back all that it showed: only what is to become other is asked for. */
    @Override
    public List<Need> needs() {
        Set<String> changed = inventory.find(Vm.class, id).map(this::changed).orElse(Set.of());
        List<Need> needs = new ArrayList<>();
        if (changed.contains(CLUSTER)) {
            needs.add(new Need("CREATE_VM", patch.values().getCluster()));
        }
        if (changed.contains("cdrom")) {
            needs.add(new Need(null, patch.values().getCdrom()));
        }
        if (changed.contains("kernel")) {
            needs.add(new Need(null, patch.values().getKernel()));
        }
        if (changed.contains("initrd")) {
            needs.add(new Need(null, patch.values().getInitrd()));
        }
        return needs;
    }

    /** Only where a host takes part is there something to go on with after a crash. */
    @Override
    public Map<String, String> arguments() {
        if (inventory.find(Vm.class, id).filter(vm -> !settled(vm) && plan(vm).plugs()).isEmpty()) {
            return Map.of();
        }
        Map<String, String> arguments = new HashMap<>(Map.of("vm", id, "features", String.join(" ", patch.features())));
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
        new VmChecks(guests, problems).vm(id).ifPresent(vm -> check(problems, guests, vm));
    }

    private void check(Problems problems, Guests guests, Vm vm) {
        VmChecks checks = new VmChecks(guests, problems);
        Set<String> changed = changed(vm);
        EditPlan plan = plan(vm);
        if (!settled(vm)) {
            problems.waits(plan.later());
        }
        if (changed.isEmpty() && plan.atOnce().isEmpty()) {
            return;
        }
        checks.ours(vm, "changed");
        boolean hardware = !EditRules.quiet(changed);
        if (hardware) {
            checks.definedHere(vm, "given other hardware");
            problems.require(vm.getStatus() != VmStatus.IMAGE_LOCKED, () -> Problem.conflict(id, "VM " + vm.getName() + " is "
                    + Words.of(vm.getStatus()) + ": only its name, description and comment can be changed now.",
                    "Wait until its disks are copied."));
            problems.require(settled(vm) || !changed.contains(CLUSTER), () -> Problem.conflict(id, "VM " + vm.getName() + " is "
                    + Words.of(vm.getStatus()) + " and can't come to another cluster.", "Shut it down first, or leave the cluster."));
        }
        if (!settled(vm) && plan.plugs()) {
            new Placement(guests).growing(vm, asNow(vm, plan)).forEach(problems::add);
        }
        wanted(problems, guests, checks, changed, plan.wanted());
    }

    private void wanted(Problems problems, Guests guests, VmChecks checks, Set<String> changed, Vm wanted) {
        if (changed.contains("name")) {
            checks.name(wanted.getName(), id);
        }
        checks.texts(wanted);
        if (!EditRules.quiet(changed)) {
            checks.cluster(wanted);
            checks.hardware(wanted);
            new BoardChecks(problems).all(wanted);
            checks.controller(wanted, guests.attachments(id));
        }
        if (changed.contains(CLUSTER)) {
            new NicChecks(guests, problems).follow(wanted);
        }
        if (changed.contains("cdrom")) {
            checks.disc(wanted.getCdrom());
        }
        if (changed.contains("placementHosts") || changed.contains(CLUSTER)) {
            checks.bounds(wanted);
        }
        if (changed.contains("kernel") || changed.contains("initrd")) {
            checks.kernels(wanted);
        }
        problems.require(!wanted.getGraphics().isEmpty(),
                () -> Problem.badInput("graphics", "A VM needs a graphics console.", "Take SPICE or VNC."));
    }

    /** Nothing runs of it, and no memory of it waits to go on: all becomes other at once. */
    private static boolean settled(Vm vm) {
        return VmMoves.still(vm.getStatus()) || vm.getStatus() == VmStatus.IMAGE_LOCKED;
    }

    private Set<String> known() {
        return patch.features().stream().filter(feature -> feature.equals(CLUSTER) || EditRules.known(feature)).collect(Collectors.toSet());
    }

    /** Against what it is to be at its next start: what waits already is said once. */
    private Set<String> changed(Vm vm) {
        return Patches.changed(NextRun.applied(vm), patch, known());
    }

    private EditPlan plan(Vm vm) {
        Vm next = NextRun.applied(vm);
        Set<String> changed = changed(vm);
        Vm wanted = wanted(next, changed);
        Set<String> asked = new HashSet<>(known()); // also what waited, and is to be at once now
        if (patch.has("memory")) {
            asked.addAll(Set.of("memoryGuaranteed", "memoryMax")); // they went along
        }
        return EditPlan.of(vm, wanted, asked, wait);
    }

    private static Vm asNow(Vm vm, EditPlan plan) {
        Vm now = EcoreUtil.copy(vm);
        plan.apply(now);
        return now;
    }

    /** The limits go along with the memory where nothing is said of them. */
    private Vm wanted(Vm next, Set<String> changed) {
        Vm wanted = Patches.applied(next, patch, changed);
        if (changed.contains("memory")) {
            Limits limits = new Limits(next.getMemoryGuaranteed(), next.getMemoryMax()).along(next.getMemory(), wanted.getMemory());
            if (!patch.has("memoryGuaranteed")) {
                wanted.setMemoryGuaranteed(limits.guaranteed());
            }
            if (!patch.has("memoryMax")) {
                wanted.setMemoryMax(limits.most());
            }
        }
        return wanted;
    }

    @Override
    public Vm perform(Progress progress) {
        inventory.find(Vm.class, id).filter(vm -> !settled(vm)).ifPresent(vm -> plug(progress, vm, plan(vm)));
        return inventory.change(draft -> {
            Problems problems = new Problems();
            check(problems, Guests.in(draft));
            if (!problems.none()) {
                throw new Refusal(problems.verdict().problems());
            }
            Vm vm = draft.edit(Vm.class, id);
            EditPlan plan = plan(vm);
            if (settled(vm)) {
                Set<String> changed = changed(vm);
                NextRun.keep(vm, plan.wanted());
                NextRun.settle(vm);
                if (changed.contains(CLUSTER)) {
                    vm.setCluster(plan.wanted().getCluster());
                }
            } else {
                plan.apply(vm);
            }
            return vm;
        });
    }

    /** Each is written down when its host has done it: where the second fails, the first stays true. */
    private void plug(Progress progress, Vm vm, EditPlan plan) {
        Vm now = asNow(vm, plan);
        if (plan.atOnce().contains("cpuSockets")) {
            plugging.cpus(progress, vm, Guests.cpus(now));
            done(plan, Set.of("cpuSockets"));
        }
        if (plan.atOnce().contains("memory")) {
            plugging.memory(progress, vm, now.getMemory());
            done(plan, Set.of("memory", "memoryGuaranteed"));
        }
    }

    private void done(EditPlan plan, Set<String> fields) {
        inventory.change(draft -> {
            Vm vm = draft.edit(Vm.class, id);
            plan.done(vm, fields);
            return vm;
        });
    }
}
