package hostelry.engine.watch;

import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Work;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.Severity;
import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainStatus;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.model.states.VmMoves;
import hostelry.node.api.Report;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Watches one host: takes in its reports, and what its silence means. One change of the estate for each report at most. */
final class HostWatch {
    /** Detail of a host that was not heard since the engine was started. */
    static final String AT_START = "The engine was started, and has not heard the host yet.";

    private final Inventory inventory;
    private final Work work;
    private final Clock clock;
    private final Later later;
    private final Grace grace;
    private final String hostId;
    private final Seen seen = new Seen();
    /** Counts losses and returns: a grace period that began before the last return means nothing. */
    private int epoch;

    HostWatch(Inventory inventory, Work work, Clock clock, Later later, Grace grace, String hostId) {
        this.inventory = inventory;
        this.work = work;
        this.clock = clock;
        this.later = later;
        this.grace = grace;
        this.hostId = hostId;
    }

    synchronized void reported(Report report) {
        epoch++;
        seen.merge(report, clock.instant());
        boolean idle = !seen.somethingToCompare() && report.load() == null && report.loads().isEmpty() && report.guests().isEmpty()
                && report.storages().isEmpty()
                && report.host() == null && report.notes().isEmpty();
        if (idle || inventory.find(Host.class, hostId).isEmpty()) {
            return; // a heartbeat; or a host that is being added, and whose reports wait for it
        }
        Outcome outcome = inventory.change(draft -> {
            Optional<Host> host = draft.find(Host.class, hostId);
            if (host.isEmpty()) {
                return null;
            }
            Outcome found = new Compare(new Known(draft, hostId, work::busy), host.get(), seen, clock.instant()).outcome(report);
            found.moves().forEach(move -> move.apply(draft));
            return found;
        });
        if (outcome != null) {
            seen.compared(outcome.unsettled());
            say(outcome.events());
        }
    }

    /** Contact is lost. Nothing is said of its guests before the grace is over: most losses are short. */
    synchronized void lost(String reason) {
        int mine = ++epoch;
        Said event = inventory.change(draft -> {
            Optional<Host> host = draft.find(Host.class, hostId).filter(found -> answered(found.getStatus()));
            boolean never = host.filter(found -> found.getStatus() == HostStatus.INITIALIZING).isPresent();
            host.ifPresent(found -> {
                Host edited = draft.edit(Host.class, hostId);
                edited.setStatus(HostStatus.CONNECTING);
                edited.setStatusDetail(reason);
            });
            return host.map(found -> new Said(Severity.WARNING, Codes.HOST_CONNECTING,
                    (never ? "Host " + found.getName() + " can't be reached yet: " : "Contact with host " + found.getName() + " is lost: ")
                            + sentence(reason),
                    hostId))
                    .orElse(null);
        });
        if (event != null) {
            say(List.of(event));
        }
        giveTime(mine);
    }

    /** The engine has just been started: the host counts as connecting until it is heard. */
    synchronized void expected() {
        int mine = ++epoch;
        inventory.change(draft -> {
            if (draft.find(Host.class, hostId).filter(host -> answered(host.getStatus()) || host.getStatus() == HostStatus.CONNECTING)
                    .isPresent()) {
                Host edited = draft.edit(Host.class, hostId);
                edited.setStatus(HostStatus.CONNECTING);
                edited.setStatusDetail(AT_START);
            }
            return null;
        });
        giveTime(mine);
    }

    private void giveTime(int mine) {
        Duration time = grace.of(seen.active());
        later.after(time, () -> silent(mine, time));
    }

    private synchronized void silent(int then, Duration time) {
        if (then != epoch) {
            return;
        }
        Said event = inventory.change(draft -> {
            Optional<Host> host = draft.find(Host.class, hostId).filter(found -> found.getStatus() == HostStatus.CONNECTING);
            host.ifPresent(found -> giveUp(draft));
            return host
                    .map(found -> new Said(Severity.ERROR, Codes.HOST_LOST,
                            "Host " + found.getName() + " has not answered for " + time.toSeconds()
                                    + " s. What its guests do is unknown. Look at its power, its network and its node service.",
                            hostId))
                    .orElse(null);
        });
        if (event != null) {
            say(List.of(event));
        }
    }

    private void giveUp(Inventory.Draft draft) {
        draft.edit(Host.class, hostId).setStatus(HostStatus.NON_RESPONSIVE);
        for (Vm vm : draft.all(Vm.class)) {
            if (hostId.equals(vm.getHost()) && VmMoves.running(vm.getStatus()) && !work.busy(vm.getId())) {
                draft.edit(Vm.class, vm.getId()).setStatus(VmStatus.UNKNOWN);
            }
        }
        for (StorageDomain domain : draft.all(StorageDomain.class)) {
            if (hostId.equals(domain.getHost()) && domain.getStatus() == StorageDomainStatus.ACTIVE) {
                draft.edit(StorageDomain.class, domain.getId()).setStatus(StorageDomainStatus.UNKNOWN);
            }
        }
    }

    private static boolean answered(HostStatus status) {
        return status == HostStatus.UP || status == HostStatus.INITIALIZING || status == HostStatus.NON_OPERATIONAL
                || status == HostStatus.ERROR;
    }

    /** On any thread, also in the middle of a change of the estate. */
    boolean holds(String vm) {
        return seen.holds(vm);
    }

    private void say(List<Said> events) {
        for (Said said : events) {
            if (said.when() instanceof Instant when) {
                work.event(said.severity(), said.code(), said.text(), said.subject(), when);
            } else {
                work.event(said.severity(), said.code(), said.text(), said.subject());
            }
        }
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
