package hostelry.engine.watch;

import hostelry.engine.watch.Seen.Sighting;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.Severity;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.model.states.VmMoves;
import hostelry.node.api.Report;
import hostelry.node.api.Report.Note;
import hostelry.node.api.Report.DomainState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what one host has told with what is known of it and of its guests. Pure: the same arguments, the same outcome. */
final class Compare {
    /** A guest without an agent counts as up when it has run for so long. */
    static final Duration BOOT = Duration.ofSeconds(60);
    /** Reports are on their way for a moment: for so long nobody contradicts what the engine has just done. */
    static final Duration DOUBT = Duration.ofSeconds(3);
    /** What a host said before the engine did something counts again after so long: had it changed, the host would have said so. */
    static final Duration LATE = Duration.ofSeconds(30);

    private final Known known;
    private final Seen seen;
    private final Instant now;
    private final Host host;
    private final List<Move> moves = new ArrayList<>();
    private final List<Said> events = new ArrayList<>();
    private final Set<String> unsettled = new HashSet<>();
    private final Set<String> ended = new HashSet<>();
    private final Strangers strangers;

    /** @param seen with the report merged into it already */
    Compare(Known known, Host host, Seen seen, Instant now) {
        this.known = known;
        this.host = host;
        this.seen = seen;
        this.now = now;
        this.strangers = new Strangers(known, host, moves, events, now);
    }

    Outcome outcome(Report report) {
        host(report);
        Set<String> ids = seen.toCompare();
        if (seen.full()) {
            known.guests().forEach(vm -> ids.add(vm.getId()));
        }
        ids.forEach(this::guest);
        strangers.say();
        if (!ids.isEmpty()) {
            moves.add(new Move.HostHolds(host.getId(), seen.active(), seen.total()));
        }
        new CompareStorage(known, host, seen, moves, events).storages(report);
        Set<String> running = running();
        report.loads().stream().filter(load -> here(load.id(), running)).forEach(load -> moves.add(new Move.GuestLoads(load)));
        Set<String> speaking = new HashSet<>(running);
        report.guests().forEach(guest -> speaking.add(guest.id()));
        // what was said while an act worked on the guest, such as its move to this host, was not heard then
        speaking.addAll(ids);
        speaking.removeAll(unsettled);
        speaking.stream().filter(id -> here(id, running))
                .forEach(id -> seen.said(id).ifPresent(facts -> moves.add(new Move.GuestSays(facts))));
        report.notes().forEach(this::note);
        return new Outcome(List.copyOf(moves), List.copyOf(events), Set.copyOf(unsettled));
    }

    /** What happened on the node, about a guest that is known or else about the host. */
    private void note(Note note) {
        String subject = known.vm(note.guest()).map(Vm::getId).orElse(host.getId());
        Severity severity = switch (note.severity()) {
            case "error" -> Severity.ERROR;
            case "warning" -> Severity.WARNING;
            default -> Severity.NORMAL;
        };
        events.add(new Said(severity, Codes.NODE_NOTE, "Host " + host.getName() + ": " + note.text(), subject,
                note.time() > 0 ? Instant.ofEpochMilli(note.time()) : null));
    }

    private void host(Report report) {
        if (report.host() != null || seen.full()) {
            seen.facts().ifPresent(facts -> {
                moves.add(new Move.HostIs(host.getId(), facts));
                moves.add(new Move.HostNics(host.getId(), facts.nics()));
            });
        }
        if (report.load() != null) {
            moves.add(new Move.HostLoads(host.getId(), report.load(), now));
        }
        if (seen.full() && comesUp(host.getStatus())) {
            moves.add(new Move.HostIsUp(host.getId()));
            if (host.getStatus() != HostStatus.CONNECTING || !HostWatch.AT_START.equals(host.getStatusDetail())) {
                events.add(new Said(Severity.NORMAL, Codes.HOST_UP, "Host " + host.getName() + " is up.", host.getId()));
            }
        }
        if (report.host() != null || report.load() != null || seen.full()) {
            seen.facts().ifPresent(facts -> networks(facts.networks()));
        }
    }

    private void networks(List<String> there) {
        RequiredNetworks required = new RequiredNetworks(known.draft(), host);
        List<String> missing = required.missing(there);
        boolean up = host.getStatus() == HostStatus.UP || seen.full() && comesUp(host.getStatus());
        if (up && !missing.isEmpty()) {
            String why = RequiredNetworks.detail(missing);
            moves.add(new Move.HostIsUnfit(host.getId(), why));
            events.add(new Said(Severity.ERROR, Codes.HOST_LACKS_NETWORK, "Host " + host.getName() + " is not operational. " + why,
                    host.getId()));
        } else if (host.getStatus() == HostStatus.NON_OPERATIONAL && missing.isEmpty() && required.lacked()) {
            moves.add(new Move.HostIsUp(host.getId()));
            events.add(new Said(Severity.NORMAL, Codes.HOST_UP, "Host " + host.getName() + " is up.", host.getId()));
        }
    }

    /** A host that somebody took out of service stays so, however well it answers. */
    private static boolean comesUp(HostStatus status) {
        return switch (status) {
            case UNASSIGNED, DOWN, NON_RESPONSIVE, REBOOT, INITIALIZING, CONNECTING, ERROR -> true;
            default -> false;
        };
    }

    /** Guests that this very comparison has found running here. */
    private Set<String> running() {
        Set<String> running = new HashSet<>();
        for (Move move : moves) {
            if (move instanceof Move.GuestRuns runs) {
                running.add(runs.vm());
            } else if (move instanceof Move.GuestFound found && found.status() != VmStatus.DOWN) {
                running.add(found.vm());
            }
        }
        return running;
    }

    /** What a guest said or did before it ended must not come after its end. */
    private boolean here(String id, Set<String> running) {
        return !ended.contains(id) && seen.holds(id) && (running.contains(id)
                || known.vm(id).filter(vm -> host.getId().equals(vm.getHost()) && VmMoves.running(vm.getStatus())).isPresent());
    }

    private void guest(String id) {
        if (known.busy().test(id)) {
            unsettled.add(id);
            return;
        }
        Optional<Vm> vm = known.vm(id);
        Optional<Sighting> sighting = seen.guest(id);
        if (vm.isEmpty()) {
            sighting.ifPresent(this::unknown);
        } else if (sighting.isEmpty()) {
            missing(vm.get());
        } else {
            present(vm.get(), sighting.get());
        }
    }

    /** Nobody here has defined it. It may be one that was removed this moment: so it is left alone for a while first. */
    private void unknown(Sighting sighting) {
        DomainState state = sighting.state();
        if (now.isBefore(sighting.first().plus(DOUBT))) {
            unsettled.add(state.id());
            return;
        }
        strangers.found(state, started(state));
    }

    private void missing(Vm vm) {
        if (!Strangers.is(vm) && (!host.getId().equals(vm.getHost()) || !VmMoves.running(vm.getStatus()))) {
            return;
        }
        if (vm.getHost() != null && !vm.getHost().equals(host.getId())) {
            return;
        }
        if (justDone(vm.getStartTime(), now)) {
            unsettled.add(vm.getId());
            return;
        }
        if (Strangers.is(vm)) {
            strangers.gone(vm);
            return;
        }
        moves.add(new Move.GuestIsDown(vm.getId(), "No longer on host " + host.getName(), now));
        events.add(new Said(Severity.WARNING, Codes.VM_VANISHED, "VM " + vm.getName() + " ran on host " + host.getName()
                + ", and the host does not know it any more: it was removed there outside of Hostelry. Its definition and its disks here are kept.",
                vm.getId()));
    }

    /** libvirt lets a guest that comes from another host run only when it has stopped there; whichever of the two tells first. */
    private void movedHere(Vm vm) {
        moves.add(new Move.GuestRuns(vm.getId(), host.getId(), VmStatus.UP, null, null));
        events.add(new Said(Severity.NORMAL, Codes.VM_MOVED_OUTSIDE,
                "VM " + vm.getName() + " was moved to host " + host.getName() + " outside of Hostelry.",
                vm.getId()));
    }

    private void present(Vm vm, Sighting sighting) {
        boolean running = VmMoves.running(vm.getStatus());
        if (running && vm.getHost() != null && !vm.getHost().equals(host.getId())) {
            if (sighting.state().state().equals("running") && sighting.state().reason().equals("migrated")) {
                movedHere(vm);
            }
            return; // it runs elsewhere: what this host has is an old definition
        }
        strangers.sized(vm, sighting.state());
        if (!sighting.state().screens().isEmpty()) {
            moves.add(new Move.GuestShows(vm.getId(), host.getId(), sighting.state().screens()));
        }
        Optional<VmStatus> next = GuestStates.next(vm.getStatus(), sighting.state(), settled(vm, sighting.state()));
        if (next.isEmpty()) {
            if (vm.getStatus() == VmStatus.POWERING_UP || vm.getStatus() == VmStatus.WAIT_FOR_LAUNCH) {
                unsettled.add(vm.getId());
            }
            return;
        }
        boolean starts = !running && next.get() != VmStatus.SUSPENDED;
        boolean ends = next.get() == VmStatus.DOWN;
        if (starts && justDone(vm.getStopTime(), sighting.at()) || ends && justDone(vm.getStartTime(), sighting.at())) {
            unsettled.add(vm.getId());
            return;
        }
        if (ends) {
            down(vm, sighting.state());
        } else {
            runs(vm, sighting.state(), next.get(), starts);
        }
    }

    /** Did the engine itself start or end it a moment ago, or after the host said this? */
    private boolean justDone(@Nullable Instant done, Instant told) {
        return done != null && now.isBefore(done.plus(told.isBefore(done) ? LATE : DOUBT));
    }

    private boolean settled(Vm vm, DomainState state) {
        if (seen.agent(vm.getId())) {
            return true;
        }
        Instant since = vm.getStartTime() != null && VmMoves.running(vm.getStatus()) ? vm.getStartTime() : started(state);
        return !now.isBefore(since.plus(BOOT));
    }

    /** By the host's clock, but never later than now by ours. */
    private Instant started(DomainState state) {
        Instant told = state.startTime() == 0 ? now : Instant.ofEpochMilli(state.startTime());
        return told.isAfter(now) ? now : told;
    }

    private void down(Vm vm, DomainState state) {
        StopWords words = StopWords.of(vm, state, host.getName());
        ended.add(vm.getId());
        moves.add(new Move.GuestIsDown(vm.getId(), words.reason(), now));
        events.add(new Said(words.severity(), words.code(), words.event(), vm.getId()));
    }

    private void runs(Vm vm, DomainState state, VmStatus next, boolean starts) {
        moves.add(new Move.GuestRuns(vm.getId(), host.getId(), next, next == VmStatus.PAUSED ? pause(state) : null,
                starts ? started(state) : null));
        if (next == VmStatus.POWERING_UP) {
            unsettled.add(vm.getId());
        }
        if (starts) {
            events.add(new Said(Severity.WARNING, Codes.VM_STARTED_OUTSIDE,
                    "VM " + vm.getName() + " was started on host " + host.getName() + " outside of Hostelry.",
                    vm.getId()));
        } else if (next == VmStatus.PAUSED) {
            boolean trouble = state.reason().startsWith("io");
            events.add(new Said(trouble ? Severity.ERROR : Severity.WARNING, trouble ? Codes.VM_PAUSED_NO_SPACE : Codes.VM_PAUSED,
                    "VM " + vm.getName() + " is paused. " + pause(state), vm.getId()));
        }
    }

    private String pause(DomainState state) {
        return switch (state.reason()) {
            case "io-error", "ioerror" ->
                "Host " + host.getName() + " could not read or write one of its disks: look whether the storage domain is full.";
            case "user", "" -> "It was paused on host " + host.getName() + " outside of Hostelry.";
            default -> "Host " + host.getName() + " says: " + state.reason() + ".";
        };
    }
}
