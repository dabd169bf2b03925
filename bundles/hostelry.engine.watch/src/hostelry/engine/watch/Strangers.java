package hostelry.engine.watch;

import hostelry.model.Host;
import hostelry.model.Severity;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.model.data.Origins;
import hostelry.node.api.Report.DomainState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Guests of a host that nobody defined here: shown, because what runs is what the tree shows. Pure. */
final class Strangers {
    /** So many at once are told one by one; more, as on a host that is new here, in one sentence. */
    private static final int FEW = 3;
    private static final int NAMED = 5;
    private static final int SHORT_ID = 8;

    private final Known known;
    private final Host host;
    private final List<Move> moves;
    private final List<Said> events;
    private final Instant now;
    private final List<Move.GuestFound> found = new ArrayList<>();
    private @Nullable Set<String> names;

    Strangers(Known known, Host host, List<Move> moves, List<Said> events, Instant now) {
        this.known = known;
        this.host = host;
        this.moves = moves;
        this.events = events;
        this.now = now;
    }

    static boolean is(Vm vm) {
        return Origins.external(vm);
    }

    void found(DomainState state, Instant since) {
        VmStatus status = GuestStates.next(VmStatus.DOWN, state, true).orElse(VmStatus.DOWN);
        Move.GuestFound move = new Move.GuestFound(state, free(state), host.getId(), status, since, now);
        moves.add(move);
        found.add(move);
    }

    /** Its own name, unless another machine has it. */
    private String free(DomainState state) {
        Set<String> taken = names;
        if (taken == null) {
            taken = known.names();
            names = taken;
        }
        String name = taken.contains(state.name())
                ? state.name() + "-" + state.id().substring(0, Math.min(SHORT_ID, state.id().length()))
                : state.name();
        taken.add(name);
        return name;
    }

    /** Whoever made it may have changed what it has. */
    void sized(Vm vm, DomainState told) {
        boolean memory = told.memory() > 0 && told.memory() != vm.getMemory();
        boolean cpus = told.cpus() > 0 && told.cpus() != vm.getCpuSockets() * vm.getCpuCores() * vm.getCpuThreads();
        if (Origins.definedByItsHost(vm) && (memory || cpus)) {
            moves.add(new Move.GuestHas(vm.getId(), told.memory(), told.cpus()));
        }
    }

    void gone(Vm vm) {
        moves.add(new Move.GuestForgotten(vm.getId()));
        events.add(new Said(Severity.NORMAL, Codes.VM_VANISHED,
                "VM " + vm.getName() + ", made outside of Hostelry, is no longer on host " + host.getName() + ".",
                host.getId()));
    }

    /** At the end of a comparison: what it has found. */
    void say() {
        if (found.size() > FEW) {
            events.add(new Said(Severity.NORMAL, Codes.VMS_FOUND,
                    found.size() + " VMs made outside of Hostelry were found on host " + host.getName() + ": "
                            + some() + ".",
                    host.getId()));
        } else {
            found.forEach(move -> events
                    .add(new Said(Severity.NORMAL, Codes.VM_FOUND, "VM " + move.name() + ", made outside of Hostelry, was found on host "
                            + host.getName() + ".", move.vm())));
        }
    }

    private String some() {
        List<String> sorted = found.stream().map(Move.GuestFound::name).sorted().toList();
        String first = String.join(", ", sorted.subList(0, Math.min(NAMED, sorted.size())));
        return sorted.size() > NAMED ? first + " and " + (sorted.size() - NAMED) + " more" : first;
    }
}
