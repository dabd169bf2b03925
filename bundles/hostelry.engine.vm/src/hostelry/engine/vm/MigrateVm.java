package hostelry.engine.vm;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Vms.MigrationWish;
import hostelry.engine.spi.DiskImages;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Reach;
import hostelry.engine.work.Verb;
import hostelry.model.Host;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.model.states.VmMove;
import hostelry.node.api.NodeFault;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Moves a machine that runs to another host of its cluster, with the disks that only its present host reaches. The guest runs in exactly one place at any time: what
 * became of it after trouble is asked of both hosts, and where neither can tell, its state is unknown until one does.
 */
final class MigrateVm implements Verb<Vm> {
    /** What a machine may be after a crash in the middle of its move: unknown while its hosts are silent, and powering down where one of them says so since. */
    private static final Set<VmStatus> UNDER_WAY = Set.of(VmStatus.MIGRATING, VmStatus.UNKNOWN, VmStatus.POWERING_DOWN);
    private final Inventory inventory;
    private final DiskImages images;
    private final Reach reach;
    private final Clock clock;
    private final String id;
    private final MigrationWish wish;
    private final @Nullable Route route;
    private final boolean anew;

    /**
     * @param wish with a host: who plans it has chosen one where nobody named one
     * @param route as found when it was asked for; null: there is none
     * @param anew from the journal, after a crash
     */
    MigrateVm(Inventory inventory, DiskImages images, Reach reach, Clock clock, String id, MigrationWish wish, @Nullable Route route,
            boolean anew) {
        this.inventory = inventory;
        this.images = images;
        this.reach = reach;
        this.clock = clock;
        this.id = id;
        this.wish = wish;
        this.route = route;
        this.anew = anew;
    }

    @Override
    public String name() {
        return "MigrateVm";
    }

    @Override
    public String title() {
        return "Migrate VM " + Guests.in(inventory).name(id) + (wish.host() == null ? "" : " to host " + reach.name(wish.host()));
    }

    @Override
    public String subject() {
        return id;
    }

    @Override
    public Map<String, String> arguments() {
        Map<String, String> arguments = new HashMap<>(
                Map.of("vm", id, "policy", wish.policy(), "bandwidth", Long.toString(wish.bandwidth()), "encrypted",
                        Boolean.toString(wish.encrypted())));
        if (wish.host() != null) {
            arguments.put("host", wish.host());
        }
        if (route != null) {
            arguments.putAll(route.written());
        }
        return arguments;
    }

    /** The same from what a journal kept. */
    static MigrationWish wish(Map<String, String> arguments) {
        return new MigrationWish(arguments.get("host"), arguments.getOrDefault("policy", MigrationWish.MINIMAL_DOWNTIME),
                Long.parseLong(arguments.getOrDefault("bandwidth", "0")),
                Boolean.parseBoolean(arguments.getOrDefault("encrypted", "true")));
    }

    @Override
    public List<Lock> locks() {
        List<Lock> locks = new ArrayList<>(List.of(Lock.exclusive(id)));
        Guests.in(inventory).disks(id).forEach(disk -> locks.add(Lock.exclusive(disk.getId())));
        return locks;
    }

    @Override
    public void check(Problems problems) {
        check(problems, Guests.in(inventory));
    }

    private void check(Problems problems, Guests guests) {
        VmChecks checks = new VmChecks(guests, problems);
        checks.vm(id).ifPresent(vm -> {
            checks.definedHere(vm, "migrated");
            checks.permits(vm, VmMove.MIGRATE, "migrated");
            problems.require(!"pinned".equals(vm.getPlacement()),
                    () -> Problem.conflict(id, "VM " + vm.getName() + " is pinned to its host.",
                            "Change its placement first."));
            problems.require(
                    MigrationWish.POLICIES.contains(wish.policy()), () -> Problem.badInput("migration.policy",
                            "There is no migration policy "
                                    + VmChecks.clipped(wish.policy()) + ".",
                            "Take one of " + String.join(", ", MigrationWish.POLICIES) + "."));
            problems.require(wish.bandwidth() >= 0 && wish.bandwidth() <= MigrationWish.MOST_BANDWIDTH,
                    () -> Problem.badInput("migration.bandwidth",
                            "The bandwidth is 0 to " + MigrationWish.MOST_BANDWIDTH + " MiB a second.", "Take 0 for as fast as it goes."));
            hosts(problems, guests, vm);
        });
    }

    private void hosts(Problems problems, Guests guests, Vm vm) {
        Map<Host, List<Problem>> verdicts = new Destinations(guests).verdicts(vm);
        verdicts.forEach((host, against) -> problems.host(host.getName(), against));
        if (!problems.none()) {
            return;
        }
        if (wish.host() == null) {
            problems.add(Problem.conflict(id,
                    "No other host of cluster " + guests.cluster(vm.getCluster()) + " can take VM " + vm.getName() + " now.", ""));
            verdicts.forEach((host, against) -> {
                if (!host.getId().equals(vm.getHost())) {
                    against.forEach(problems::add);
                }
            });
            return;
        }
        Optional<Host> host = verdicts.keySet().stream().filter(one -> one.getId().equals(wish.host())).findFirst();
        if (host.isEmpty()) {
            problems.add(guests.find(Host.class, wish.host())
                    .map(other -> Problem.conflict(other.getId(), "Host " + other.getName() + " is not in cluster "
                            + guests.cluster(vm.getCluster()) + ".", "Choose a host of the same cluster."))
                    .orElseGet(() -> Problem.notFound("Host", wish.host())));
        } else {
            verdicts.get(host.get()).forEach(problems::add);
        }
    }

    @Override
    public Vm perform(Progress progress) throws InterruptedException {
        Vm before = Shutdowns.present(inventory, id);
        if (anew && wish.host() != null && wish.host().equals(before.getHost())) {
            // all was written down before the crash, but for its end
            if (before.getStatus() != VmStatus.UNKNOWN) {
                books(plan(Guests.in(inventory), before, true)).deleteLeft(progress);
            }
            return before;
        }
        MigrationPlan plan = inventory.change(this::leave);
        return new Passage(images, reach, clock, plan, wish, books(plan)).run(progress);
    }

    /** Planned and marked in one change: nobody else can fill the host meanwhile. */
    private MigrationPlan leave(Inventory.Draft draft) {
        Guests guests = Guests.in(draft);
        Vm vm = guests.vm(id).orElseThrow(() -> new Refusal(Problem.notFound("VM", id)));
        boolean resumed = anew && UNDER_WAY.contains(vm.getStatus());
        if (resumed && vm.getStatus() == VmStatus.POWERING_DOWN) {
            draft.edit(Vm.class, id).setStatus(VmStatus.MIGRATING);
        }
        if (!resumed) {
            Problems problems = new Problems();
            check(problems, guests);
            problems.require(route != null && route.holds(guests, vm, String.valueOf(wish.host())), () -> Problem.conflict(id,
                    "What VM " + vm.getName() + " would take along to its new host has changed this moment.", "Try again."));
            if (!problems.none()) {
                throw new Refusal(problems.verdict().problems());
            }
            Vm edited = draft.edit(Vm.class, id);
            edited.setStatusDetail(vm.getStatus() == VmStatus.PAUSED ? MigrationPlan.PAUSED : null);
            edited.setStatus(VmStatus.MIGRATING);
        }
        return plan(Guests.in(draft), guests.vm(id).orElseThrow(), resumed);
    }

    private MigrationPlan plan(Guests guests, Vm vm, boolean resumed) {
        return MigrationPlan.of(guests, vm, String.valueOf(wish.host()), route == null ? Route.none(vm) : route, clock.instant(), resumed);
    }

    private MigrationBooks books(MigrationPlan plan) {
        return new MigrationBooks(inventory, images, reach, clock, plan);
    }

    @Override
    public void compensate() throws NodeFault {
        Vm vm = inventory.find(Vm.class, id).orElse(null);
        if (vm == null || wish.host() == null || inventory.find(Host.class, wish.host()).isEmpty()) {
            return;
        }
        MigrationPlan plan = plan(Guests.in(inventory), vm, true);
        if (vm.getStatus() == VmStatus.MIGRATING) {
            new Passage(images, reach, clock, plan, wish, books(plan)).takeBack();
        } else if (anew && vm.getStatus() != VmStatus.UNKNOWN) {
            books(plan).tidy();
        }
    }

    @Override
    public boolean cancellable() {
        return true;
    }
}
