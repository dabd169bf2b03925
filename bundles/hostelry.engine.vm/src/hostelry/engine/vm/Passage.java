package hostelry.engine.vm;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Vms.MigrationWish;
import hostelry.engine.spi.DiskImages;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Keys;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Reach;
import hostelry.model.Disk;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.node.api.FaultCode;
import hostelry.node.api.Landing;
import hostelry.node.api.MigrationFacts;
import hostelry.node.api.MigrationOrder;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One machine on its way from host to host: makes ready, sends, looks, and brings the estate in line with where it ended up. */
final class Passage {
    /** The source itself waits a little before it answers. */
    private static final Duration STEP = Duration.ofMillis(50);
    /** Longer than a host is given to be heard again (contract §4: 60 s). */
    private static final Duration SILENCE = Duration.ofSeconds(90);
    /** A node that is started anew answers again before that. */
    private static final Duration SHORT_SILENCE = Duration.ofSeconds(15);
    private static final long MIB = 1L << 20;

    private final Logger log = LoggerFactory.getLogger(Passage.class);
    private final Inventory inventory;
    private final DiskImages images;
    private final Reach reach;
    private final Clock clock;
    private final MigrationPlan plan;
    private final MigrationWish wish;
    private final String id;

    Passage(Inventory inventory, DiskImages images, Reach reach, Clock clock, MigrationPlan plan, MigrationWish wish) {
        this.inventory = inventory;
        this.images = images;
        this.reach = reach;
        this.clock = clock;
        this.plan = plan;
        this.wish = wish;
        this.id = plan.vm().getId();
    }

    Vm run(Progress progress) throws InterruptedException {
        MigrationFacts facts;
        try (Progress.Turn turn = progress.turn(plan.from())) {
            facts = arrivedBefore(progress) ? gone() : carry(progress, ready(progress));
        } catch (NodeFault e) {
            stays(e);
            throw Reach.refusal(e, id, "VM " + plan.vm().getName() + " could not be migrated to host " + plan.to().getName());
        } catch (CancellationException e) {
            takeBackQuietly();
            throw e;
        }
        switch (facts.state) {
            case "cancelled" -> {
                back(VmStatus.UP);
                throw new CancellationException("The migration was cancelled.");
            }
            case "failed" -> {
                back(VmStatus.UP);
                throw new Refusal(Problem.failed(id,
                        "VM " + plan.vm().getName() + " stays on host " + reach.name(plan.from()) + ": " + sentence(facts.detail), ""));
            }
            default -> {
                return arrived(progress, facts);
            }
        }
    }

    /** Performed anew after a kill of the engine: libvirt has gone on meanwhile, and may be done. */
    private boolean arrivedBefore(Progress progress) throws NodeFault, InterruptedException {
        Instant began = clock.instant();
        while (reach.now(plan.to().getId()).isEmpty() && plan.resumed()
                && Duration.between(began, clock.instant()).compareTo(SILENCE) < 0) {
            progress.at(-1, "Waiting for host " + plan.to().getName()); // only it knows; the engine has just been started
            Thread.sleep(STEP);
        }
        try {
            reach.node(plan.to().getId()).migration().received(progress.jobId(), id);
            return true;
        } catch (NodeFault e) {
            if (Reach.silent(e)) {
                throw e;
            }
            return false;
        }
    }

    /** The machine is there already, and its disks are to be known there too. */
    Vm settle(Progress progress) {
        return arrived(progress, gone());
    }

    private static MigrationFacts gone() {
        MigrationFacts facts = new MigrationFacts();
        facts.state = "arrived";
        return facts;
    }

    private MigrationOrder ready(Progress progress) throws NodeFault {
        progress.at(-1, "Making ready on host " + plan.to().getName());
        for (Disk copy : plan.copies()) {
            images.create(Keys.part(progress.jobId(), "copy " + copy.getId()), copy);
        }
        Landing landing = reach.node(plan.to().getId()).migration().receive(progress.jobId(), plan.spec());
        MigrationOrder order = new MigrationOrder();
        order.host = plan.to().getId();
        order.address = String.valueOf(plan.to().getAddress());
        order.landing = landing;
        order.policy = wish.policy();
        order.bandwidth = wish.bandwidth();
        order.encrypted = wish.encrypted();
        for (Disk left : plan.left()) {
            MigrationOrder.Moved moved = new MigrationOrder.Moved();
            moved.storage = left.getStorageDomain();
            moved.disk = left.getId();
            order.moved.add(moved);
        }
        return order;
    }

    /** Sends and looks until it is over. A source that falls silent is waited for; meanwhile the destination may tell that the guest is there. */
    private MigrationFacts carry(Progress progress, MigrationOrder order) throws NodeFault, InterruptedException {
        Instant heard = clock.instant();
        boolean cancelled = false;
        while (true) {
            try {
                Optional<Node> source = reach.now(plan.from());
                if (source.isEmpty()) {
                    throw new NodeFault(FaultCode.UNAVAILABLE, "Host " + reach.name(plan.from()) + " does not answer.");
                }
                MigrationFacts facts = source.get().migration().send(progress.jobId(), id, order);
                heard = clock.instant();
                if (!facts.state.equals("running")) {
                    return facts;
                }
                tell(progress, facts);
                cancelled = cancelled(progress, source.get(), cancelled);
            } catch (NodeFault e) {
                if (!Reach.silent(e)) {
                    throw e;
                }
                Duration silent = Duration.between(heard, clock.instant()); // a call to a host that is dead takes its time to fail
                Sight sight = there(progress);
                if (sight == Sight.THERE) {
                    return gone();
                }
                // the destination throws away what came from a source that is gone: then there is nothing left to wait for
                if (silent.compareTo(SILENCE) > 0 || sight == Sight.NOT_THERE && silent.compareTo(SHORT_SILENCE) > 0) {
                    throw e;
                }
                progress.at(-1, "Waiting for host " + reach.name(plan.from()));
            }
            Thread.sleep(STEP);
        }
    }

    private boolean cancelled(Progress progress, Node source, boolean already) throws NodeFault {
        if (already) {
            return true;
        }
        try {
            progress.pause();
            return false;
        } catch (CancellationException e) {
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
    }

    private static void tell(Progress progress, MigrationFacts facts) {
        long done = facts.total - facts.remaining;
        int percent = facts.total <= 0 ? -1 : (int) Math.min(99, done * 100 / facts.total);
        progress.at(percent, facts.postCopy
                ? "It runs there; the rest of its memory follows: " + Words.bytes(facts.remaining) + " left"
                : facts.total <= 0
                        ? "Sending"
                        : Words.bytes(facts.remaining) + " of " + Words.bytes(facts.total) + " left, " + facts.rate / MIB + " MiB/s, round "
                                + Math.max(1, facts.round)
                                + (facts.downtime > 0 ? ", would stand still for " + facts.downtime + " ms" : ""));
    }

    /** Does the destination say that the guest runs there? */
    private Sight there(Progress progress) {
        Optional<Node> node = reach.now(plan.to().getId());
        if (node.isEmpty()) {
            return Sight.UNTOLD;
        }
        try {
            node.get().migration().received(progress.jobId(), id);
            return Sight.THERE;
        } catch (NodeFault e) {
            return e.code() == FaultCode.NOT_FOUND ? Sight.NOT_THERE : Sight.UNTOLD; // still arriving, or silent too
        }
    }

    /** What the destination says of the guest. */
    private enum Sight {
        THERE, NOT_THERE, UNTOLD
    }

    /** The source says that it has gone: the destination is asked, because a guest can also end on its way. */
    private Vm arrived(Progress progress, MigrationFacts sent) {
        MigrationFacts facts = sent;
        try {
            facts = reach.node(plan.to().getId()).migration().received(progress.jobId(), id);
        } catch (NodeFault e) {
            if (e.code() == FaultCode.NOT_FOUND) {
                ended();
                throw new Refusal(Problem.failed(id, "VM " + plan.vm().getName() + " ended while it was migrated.", "Start it again."));
            }
            // it has left the source: only the destination can have it, and tells when it is heard
        }
        progress.ending();
        Vm vm = inventory.change(draft -> {
            Vm edited = draft.edit(Vm.class, id);
            boolean paused = MigrationPlan.PAUSED.equals(edited.getStatusDetail());
            edited.setHost(plan.to().getId());
            edited.setStatus(paused ? VmStatus.PAUSED : VmStatus.UP);
            edited.setStatusDetail(null);
            for (Disk copy : plan.copies()) {
                draft.edit(Disk.class, copy.getId()).setStorageDomain(copy.getStorageDomain());
            }
            return edited;
        });
        progress.at(100, "It runs on host " + plan.to().getName()
                + (facts.downtime > 0 ? "; it stood still for " + facts.downtime + " ms" : "") + leftovers(progress));
        return vm;
    }

    /** Images that stayed behind are of no use to anybody. */
    private String leftovers(Progress progress) {
        StringBuilder told = new StringBuilder();
        for (Disk left : plan.left()) {
            try {
                images.delete(Keys.part(progress.jobId(), "left " + left.getId()), left);
            } catch (NodeFault | Refusal e) {
                told.append("; the old image of ").append(left.getAlias()).append(" stays on host ").append(reach.name(plan.from()))
                        .append(": ")
                        .append(e.getMessage());
            }
        }
        return told.toString();
    }

    private void ended() {
        inventory.change(draft -> {
            Shutdowns.down(draft.edit(Vm.class, id), "Ended while it was migrated", clock.instant());
            return null;
        });
        deleteCopies();
    }

    private void stays(NodeFault fault) {
        back(Reach.silent(fault) ? VmStatus.UNKNOWN : VmStatus.UP);
    }

    /** It is where it was. */
    private void back(VmStatus status) {
        inventory.change(draft -> {
            if (draft.find(Vm.class, id).filter(vm -> vm.getStatus() == VmStatus.MIGRATING).isPresent()) {
                Vm edited = draft.edit(Vm.class, id);
                boolean paused = MigrationPlan.PAUSED.equals(edited.getStatusDetail());
                edited.setStatus(status == VmStatus.UP && paused ? VmStatus.PAUSED : status);
                edited.setStatusDetail(null);
            }
            return null;
        });
        if (status != VmStatus.UNKNOWN) {
            deleteCopies(); // while nobody knows where it runs, both sets of disks stay
        }
    }

    private void deleteCopies() {
        for (Disk copy : plan.copies()) {
            try {
                images.delete(Keys.part(id, "undo " + copy.getId() + " " + clock.millis()), copy);
            } catch (NodeFault | Refusal e) { // its host is away: what became of the machine counts more
                log.warn("The copy of disk {} on host {} could not be deleted: {}",
                        copy.getAlias(),
                        plan.to().getName(), e.getMessage());
            }
        }
    }

    private void takeBackQuietly() {
        back(VmStatus.UP); // it waited for its turn: no host was asked
    }

    /** After an act that was broken off: the source may go on sending. */
    void takeBack() throws NodeFault {
        Optional<Node> source = reach.now(plan.from());
        if (source.isPresent()) {
            source.get().migration().cancel(Keys.part(id, "break off"), id);
        }
        back(VmStatus.UNKNOWN); // until a host tells
    }

    private static String sentence(String text) {
        return text.isBlank() ? "The migration failed." : text.endsWith(".") ? text : text + ".";
    }
}
