package hostelry.engine.vm;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Vms.MigrationWish;
import hostelry.engine.spi.DiskImages;
import hostelry.engine.work.Keys;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Reach;
import hostelry.model.Disk;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.node.api.FaultCode;
import hostelry.node.api.MigrationFacts;
import hostelry.node.api.MigrationOrder;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * One machine on its way from host to host: makes ready, sends, and looks until one of the two hosts has said where it is. While none does, it goes on asking, and the
 * machine stays locked: nobody can start it a second time.
 */
final class Passage {
    /** The source itself waits a little before it answers. */
    private static final Duration STEP = Duration.ofMillis(50);
    /** Longer than a host is given to be heard again (contract §4: 60 s). */
    private static final Duration SILENCE = Duration.ofSeconds(90);
    /** A node that is started anew answers again before that. */
    private static final Duration SHORT_SILENCE = Duration.ofSeconds(15);

    private final DiskImages images;
    private final Reach reach;
    private final Clock clock;
    private final MigrationPlan plan;
    private final MigrationWish wish;
    private final MigrationBooks books;
    private final Goal goal;
    private final String id;

    Passage(DiskImages images, Reach reach, Clock clock, MigrationPlan plan, MigrationWish wish, MigrationBooks books) {
        this.images = images;
        this.reach = reach;
        this.clock = clock;
        this.plan = plan;
        this.wish = wish;
        this.books = books;
        this.goal = new Goal(reach, plan);
        this.id = plan.vm().getId();
    }

    Vm run(Progress progress) throws InterruptedException {
        MigrationFacts facts;
        // what goes on already waits for no turn
        try (Progress.Turn turn = plan.resumed() ? () -> {} : progress.turn(plan.from())) {
            facts = plan.resumed() ? carry(progress, plan.order(wish, true)) : facts(MigrationFacts.HERE);
            if (facts.state.equals(MigrationFacts.HERE)) {
                facts = carry(progress, ready(progress));
            }
        } catch (NodeFault e) {
            books.back(Reach.silent(e) ? VmStatus.UNKNOWN : VmStatus.UP);
            throw refusal(e);
        } catch (CancellationException e) {
            books.back(VmStatus.UP); // it waited for its turn: no host was asked
            throw e;
        }
        return switch (facts.state) {
            case "cancelled" -> {
                books.back(VmStatus.UP);
                throw new CancellationException("The migration was cancelled.");
            }
            case "failed" -> {
                books.back(VmStatus.UP);
                throw new Refusal(Problem.failed(id,
                        "VM " + plan.vm().getName() + " stays on host " + reach.name(plan.from()) + ": " + MigrationWords.why(facts), ""));
            }
            default -> arrived(progress);
        };
    }

    private Refusal refusal(NodeFault fault) {
        return Reach.refusal(fault, id, "VM " + plan.vm().getName() + " could not be migrated to host " + plan.to().getName());
    }

    private static MigrationFacts facts(String state) {
        MigrationFacts facts = new MigrationFacts();
        facts.state = state;
        return facts;
    }

    /** Nothing is sent yet: whatever goes wrong, it stays. */
    private MigrationOrder ready(Progress progress) {
        try {
            progress.at(-1, "Making ready on host " + plan.to().getName());
            for (Disk copy : plan.copies()) {
                images.create(Keys.part(progress.jobId(), "copy " + copy.getId()), copy);
            }
            MigrationOrder order = plan.order(wish, false);
            order.landing = reach.node(plan.to().getId()).migration().receive(progress.jobId(), plan.spec());
            return order;
        } catch (NodeFault e) {
            books.back(VmStatus.UP);
            throw refusal(e);
        } catch (Refusal e) {
            books.back(VmStatus.UP);
            throw e;
        }
    }

    /** Sends and looks until it is over. A host that falls silent is waited for; meanwhile the other one may tell where the guest is. */
    private MigrationFacts carry(Progress progress, MigrationOrder order) throws NodeFault, InterruptedException {
        Instant heard = clock.instant();
        boolean cancelled = false;
        while (true) {
            try {
                Node source = reach.now(plan.from()).orElseThrow(
                        () -> new NodeFault(FaultCode.UNAVAILABLE, "Host " + reach.name(plan.from()) + " does not answer."));
                MigrationFacts facts = source.migration().send(progress.jobId(), id, order);
                heard = clock.instant();
                switch (facts.state) {
                    case "running" -> {
                        books.mark(VmStatus.MIGRATING);
                        progress.at(MigrationWords.percent(facts), MigrationWords.left(facts));
                        cancelled = cancelled || cancel(progress, source);
                    }
                    case "arrived" -> {
                        return facts;
                    }
                    default -> {
                        return unlessThere(progress, facts);
                    }
                }
            } catch (NodeFault e) {
                Duration silent = Duration.between(heard, clock.instant()); // a call to a host that is dead takes its time to fail
                if (waited(progress, silent, e)) {
                    return facts("arrived");
                }
            }
            Thread.sleep(STEP);
        }
    }

    /**
     * The source has not told. Does the destination say that the guest is there?
     *
     * @throws NodeFault the source's: there is nothing left to wait for
     */
    private boolean waited(Progress progress, Duration silent, NodeFault fault) throws NodeFault, InterruptedException {
        Goal.Sight sight = goal.sight(progress.jobId());
        if (sight == Goal.Sight.THERE) {
            return true;
        }
        // what it does not find any more has just gone; the next answer says so
        boolean tells = !Reach.silent(fault) && (fault.code() != FaultCode.NOT_FOUND || silent.compareTo(SHORT_SILENCE) > 0);
        // the destination throws away what came from a source that is gone
        boolean stayed = sight == Goal.Sight.NOT_THERE && silent.compareTo(SHORT_SILENCE) > 0;
        if (stayed || tells && sight != Goal.Sight.ARRIVING) {
            throw fault;
        }
        if (silent.compareTo(SILENCE) > 0) {
            books.mark(VmStatus.UNKNOWN);
            if (givenUp(progress)) {
                throw fault;
            }
        }
        progress.at(-1, "Waiting for host " + reach.name(plan.from()) + (sight == Goal.Sight.UNTOLD ? " or " + plan.to().getName() : ""));
        return false;
    }

    private static boolean givenUp(Progress progress) {
        try {
            progress.pause();
            return false;
        } catch (CancellationException e) {
            return true;
        }
    }

    /** The source says that it stays; but what failed may have been no more than the last word of it. */
    private MigrationFacts unlessThere(Progress progress, MigrationFacts facts) throws InterruptedException {
        Instant end = clock.instant().plus(SHORT_SILENCE);
        Goal.Sight sight = goal.sight(progress.jobId());
        while ((sight == Goal.Sight.ARRIVING || sight == Goal.Sight.UNTOLD && plan.resumed()) && clock.instant().isBefore(end)) {
            Thread.sleep(STEP);
            sight = goal.sight(progress.jobId());
        }
        return sight == Goal.Sight.THERE ? facts("arrived") : facts;
    }

    private boolean cancel(Progress progress, Node source) throws NodeFault {
        if (!givenUp(progress)) {
            return false;
        }
        try {
            source.migration().cancel(progress.jobId(), id);
        } catch (NodeFault late) {
            if (late.code() != FaultCode.CONFLICT) {
                throw late;
            }
            progress.at(-1, "It is too late to cancel: " + late.getMessage());
        }
        return true;
    }

    /** It has gone from the source, with its disks. The destination is asked all the same: a guest can end on its way. */
    private Vm arrived(Progress progress) {
        MigrationFacts facts = facts("arrived");
        boolean told = true;
        try {
            facts = reach.node(plan.to().getId()).migration().received(progress.jobId(), id);
        } catch (NodeFault e) {
            if (e.code() == FaultCode.NOT_FOUND) {
                books.ended();
                books.deleteLeft(progress);
                throw new Refusal(Problem.failed(id, "VM " + plan.vm().getName() + " ended while it was migrated.", "Start it again."));
            }
            told = !Reach.silent(e);
        } catch (Refusal e) {
            told = false;
        }
        progress.ending();
        Vm vm = books.arrived(told);
        progress.at(100, (told ? "It runs on host " : "It went to host ") + plan.to().getName()
                + (facts.downtime > 0 ? "; it stood still for " + facts.downtime + " ms" : "")
                // while the host that has it all is silent, the older one may be wanted yet
                + (told ? books.deleteLeft(progress) : ""));
        return vm;
    }

    /** After an act that was broken off: the source may go on sending. */
    void takeBack() throws NodeFault {
        Optional<Node> source = reach.now(plan.from());
        if (source.isPresent()) {
            source.get().migration().cancel(Keys.part(id, "break off"), id);
        }
        if (goal.sight(Keys.part(id, "break off")) == Goal.Sight.THERE) {
            books.arrived(true);
            books.tidy();
        } else {
            books.back(VmStatus.UNKNOWN); // until a host tells
        }
    }
}
