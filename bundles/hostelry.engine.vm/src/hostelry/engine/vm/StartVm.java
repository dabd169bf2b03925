package hostelry.engine.vm;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.Sightings;
import hostelry.engine.work.Keys;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Reach;
import hostelry.engine.work.Verb;
import hostelry.model.Host;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.model.nextrun.NextRun;
import hostelry.model.states.VmMove;
import hostelry.model.states.VmMoves;
import hostelry.node.api.DomainSpec;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Runs a machine on a host that fits, or lets one go on that is paused or suspended. Done when the host says that it runs; how the guest boots is seen by engine.watch. */
final class StartVm implements Verb<Vm> {
    private final Inventory inventory;
    private final Sightings sightings;
    private final Reach reach;
    private final Clock clock;
    private final String id;
    private final Once once;

    StartVm(Inventory inventory, Sightings sightings, Reach reach, Clock clock, String id, Once once) {
        this.inventory = inventory;
        this.sightings = sightings;
        this.reach = reach;
        this.clock = clock;
        this.id = id;
        this.once = once;
    }

    @Override
    public String name() {
        return "StartVm";
    }

    @Override
    public String title() {
        return (once.nothing() ? "Start VM " : "Run once VM ") + Guests.in(inventory).name(id);
    }

    @Override
    public String subject() {
        return id;
    }

    @Override
    public Map<String, String> arguments() {
        return once.arguments(id);
    }

    @Override
    public List<Need> needs() {
        return once.needs();
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
        checks.vm(id).map(StartVm::asItWillBe).ifPresent(vm -> {
            checks.ours(vm, "started");
            checks.permits(vm, VmMove.RUN, "started");
            once.check(vm, checks, problems);
            if (vm.getStatus() == VmStatus.PAUSED) {
                return; // its host has it, with all that it needs
            }
            guests.disks(id).forEach(checks::usable);
            Vm wanted = once.applied(vm);
            checks.disc(wanted.getCdrom());
            checks.kernels(wanted);
            problems.require(!vm.isStateless(), () -> Problem.conflict(id, "VM " + vm.getName()
                    + " is stateless, and Hostelry can't forget yet what a guest wrote: it would stay.", "Make it not stateless first."));
            new NicChecks(guests, problems).plugged(vm);
            hosts(problems, guests, wanted);
        });
    }

    /** A cold start is what changes waited for; it finds them only where it came to be down in another way than the usual ones. */
    private static Vm asItWillBe(Vm vm) {
        return cold(vm) ? NextRun.applied(vm) : vm;
    }

    private static boolean cold(Vm vm) {
        return vm.getStatus() != VmStatus.SUSPENDED && !VmMoves.running(vm.getStatus());
    }

    private void hosts(Problems problems, Guests guests, Vm vm) {
        Map<Host, List<Problem>> verdicts = new Placement(guests, sightings).verdicts(vm);
        verdicts.forEach((host, against) -> problems.host(host.getName(), against));
        if (!problems.none()) {
            return; // it would not be started anywhere: what each host says is told, and no reason more
        }
        if (verdicts.isEmpty()) {
            problems.add(Problem.conflict(id,
                    "Cluster " + guests.cluster(vm.getCluster()) + " has no host that could run VM " + vm.getName() + ".",
                    "Add a host to it."));
        } else if (verdicts.values().stream().noneMatch(List::isEmpty)) {
            problems.add(Problem.conflict(id,
                    "No host of cluster " + guests.cluster(vm.getCluster()) + " can run VM " + vm.getName() + " now.", ""));
            verdicts.values().forEach(against -> against.forEach(problems::add));
        }
    }

    @Override
    public Vm perform(Progress progress) {
        Optional<Vm> before = inventory.find(Vm.class, id);
        if (before.isPresent() && before.get().getStatus() == VmStatus.PAUSED) {
            return goOn(progress, before.get());
        }
        Vm vm = inventory.change(this::launch);
        if (!launching(vm)) {
            return vm; // performed anew after a crash, and it runs: nothing is left to be done
        }
        boolean asked = before.isPresent() && launching(before.get());
        String host = vm.getHost();
        try (Progress.Turn turn = progress.turn(host)) {
            progress.at(-1, "Starting on host " + reach.name(host));
            Node node = reach.node(host);
            asked = true;
            node.domains().start(progress.jobId(), spec(vm));
        } catch (NodeFault e) {
            Refusal refusal = Reach.refusal(e, id, "VM " + vm.getName() + " could not be started on host " + reach.name(host));
            landed(refusal.problems().get(0).text(), asked);
            throw refusal;
        } catch (Refusal e) {
            landed(e.problems().get(0).text(), asked);
            throw e;
        } catch (CancellationException e) {
            landed("The start was cancelled.", asked);
            throw e;
        }
        progress.ending();
        return inventory.change(this::running);
    }

    private DomainSpec spec(Vm vm) {
        Vm wanted = once.applied(vm);
        DomainSpec spec = Spec.of(wanted, Guests.in(inventory), clock.instant());
        if (vm.getStatus() == VmStatus.WAIT_FOR_LAUNCH && once.seeds(wanted)) {
            spec.seed = CloudInit.seed(wanted);
        }
        return spec;
    }

    private static boolean launching(Vm vm) {
        return vm.getStatus() == VmStatus.WAIT_FOR_LAUNCH || vm.getStatus() == VmStatus.RESTORING_STATE;
    }

    /** A guest that stands still on its host goes on there. */
    private Vm goOn(Progress progress, Vm vm) {
        try (Progress.Turn turn = progress.turn(vm.getHost())) {
            reach.node(vm.getHost()).domains().resume(progress.jobId(), id);
        } catch (NodeFault e) {
            throw Reach.refusal(e, id, "VM " + vm.getName() + " could not go on on host " + reach.name(vm.getHost()));
        }
        return inventory.change(draft -> {
            Vm edited = draft.edit(Vm.class, id);
            if (edited.getStatus() == VmStatus.PAUSED) {
                edited.setStatus(VmStatus.UP);
                edited.setStatusDetail(null);
            }
            return edited;
        });
    }

    /** Chosen in the same change in which it is written down: two starts at once can't fill one host twice. */
    private Vm launch(Inventory.Draft draft) {
        Guests guests = Guests.in(draft);
        Vm known = guests.vm(id).orElseThrow(() -> new Refusal(Problem.notFound("VM", id)));
        if (known.getHost() != null && VmMoves.running(known.getStatus())) {
            return known;
        }
        Problems problems = new Problems();
        check(problems, guests);
        if (!problems.none()) {
            throw new Refusal(problems.verdict().problems());
        }
        Host host = new Placement(guests, sightings).choose(once.applied(asItWillBe(known)))
                .orElseThrow(() -> new NoSuchElementException("no host, though one was found"));
        Vm vm = draft.edit(Vm.class, id);
        if (cold(known)) {
            NextRun.settle(vm);
        }
        vm.setHost(host.getId());
        vm.setStatus(known.getStatus() == VmStatus.SUSPENDED ? VmStatus.RESTORING_STATE : VmStatus.WAIT_FOR_LAUNCH);
        vm.setStatusDetail(null);
        vm.setStopReason(null);
        vm.setStartTime(clock.instant());
        return vm;
    }

    private Vm running(Inventory.Draft draft) {
        Vm vm = draft.edit(Vm.class, id);
        vm.setStartTime(clock.instant());
        if (vm.getStatus() == VmStatus.WAIT_FOR_LAUNCH) {
            vm.setInitialized(vm.isInitialized() || once.seeds(once.applied(vm)));
            vm.setStatus(once.applied(vm).isStartPaused() ? VmStatus.PAUSED : VmStatus.POWERING_UP);
        } else if (vm.getStatus() == VmStatus.RESTORING_STATE) {
            vm.setStatus(VmStatus.UP);
        }
        return vm;
    }

    /**
     * After a failure. A host that was asked and did not answer may run the guest all the same: then nobody may start it elsewhere before the host was heard, and its
     * state is unknown until then.
     */
    private void landed(String reason, boolean asked) {
        Vm vm = inventory.find(Vm.class, id).orElse(null);
        if (vm == null || !launching(vm)) {
            return;
        }
        boolean surelyDown = !asked || stopped(vm);
        inventory.change(draft -> {
            Vm edited = draft.edit(Vm.class, id);
            if (surelyDown && edited.getStatus() == VmStatus.RESTORING_STATE) {
                edited.setStatus(VmStatus.SUSPENDED); // its memory is still where it was saved
            } else if (surelyDown) {
                Shutdowns.down(edited, "Could not be started", clock.instant());
            } else {
                edited.setStatus(VmStatus.UNKNOWN);
            }
            edited.setStatusDetail(reason);
            return null;
        });
    }

    private boolean stopped(Vm vm) {
        Optional<Node> node = reach.now(vm.getHost());
        if (node.isEmpty()) {
            return false;
        }
        try {
            // of this very start: under a key from an earlier one the host would take it for done
            node.get().domains().stop(Keys.part(id, "undo " + vm.getStartTime()), id);
            return true;
        } catch (NodeFault e) {
            return false; // told by the state: unknown
        }
    }

    @Override
    public void compensate() {
        landed("The start was broken off.", true);
    }
}
