package hostelry.node.libvirt.migrate;

import hostelry.node.api.MigrationFacts;
import hostelry.node.api.MigrationOrder;
import hostelry.node.api.hook.HookCall;
import hostelry.node.libvirt.link.LibvirtFault;
import hostelry.node.libvirt.link.Session;
import hostelry.node.libvirt.link.Session.Lane;
import hostelry.node.libvirt.link.StateOfGuest;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One guest on its way: a thread waits for libvirt to carry it, another looks how it goes and does something about it. What is found on its way after a start of the
 * node has the second alone, which then finds out how it ends as well.
 */
final class Departure {
    private static final int LIVE = 1;
    private static final int PEER_TO_PEER = 1 << 1;
    private static final int PERSIST_THERE = 1 << 3;
    private static final int UNDEFINE_HERE = 1 << 4;
    private static final int COPY_DISKS = 1 << 6;
    private static final int ABORT_ON_ERROR = 1 << 12;
    private static final int AUTO_CONVERGE = 1 << 13;
    private static final int POST_COPY = 1 << 15;
    private static final int TLS = 1 << 16;
    private static final long LOOK_MILLIS = 250;

    /** libvirt's numbers for paused, and for a migration as the reason. */
    private static final StateOfGuest LEAVING = new StateOfGuest(3, 2);

    private final String key;
    private final String id;
    private final MigrationOrder order;
    private final Session session;
    private final @Nullable Map<String, Object> parameters;
    private final @Nullable HookCall hookCall;
    private final Convergence convergence;
    private final Stall stall;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread carrying;
    private final Thread looking;
    private volatile MigrationFacts now = new MigrationFacts();

    /**
     * @param parameters libvirt's; null: it is on its way already
     * @param hookCall what hooks are called with when it is gone
     */
    Departure(String key, String id, MigrationOrder order, Session session, @Nullable Map<String, Object> parameters,
            @Nullable HookCall hookCall) {
        this.hookCall = hookCall;
        this.key = key;
        this.id = id;
        this.order = order;
        this.session = session;
        this.parameters = parameters;
        this.convergence = new Convergence(order.policy);
        this.stall = new Stall(order.address);
        this.carrying = Thread.ofPlatform().daemon().name("migration of " + id).unstarted(this::carry);
        this.looking = Thread.ofVirtual().name("look at migration of " + id).unstarted(this::look);
    }

    /** One that this node began before it was started anew. */
    static Departure found(String key, String id, MigrationOrder order, Session session) {
        return new Departure(key, id, order, session, null, null);
    }

    void start() {
        if (parameters != null) {
            carrying.start();
        }
        looking.start();
    }

    String key() {
        return key;
    }

    @Nullable
    HookCall hookCall() {
        return hookCall;
    }

    MigrationFacts now() {
        return now;
    }

    /** Waits until it is over, but not for longer: who asks how far it is hears of its end at once. */
    void awaitEnd(long millis) throws InterruptedException {
        ended.await(millis, TimeUnit.MILLISECONDS);
    }

    boolean over() {
        return !now.state.equals("running");
    }

    /** @throws LibvirtFault it is too late */
    void cancel() throws LibvirtFault {
        cancelled.set(true);
        try {
            session.raw(Lane.VERBS, virt -> {
                virt.abortJob(id);
                return true;
            });
        } catch (LibvirtFault e) {
            if (!over()) {
                cancelled.set(false);
                throw e;
            }
        }
    }

    static int flags(MigrationOrder order) {
        return LIVE | PEER_TO_PEER | PERSIST_THERE | UNDEFINE_HERE | ABORT_ON_ERROR
                | (order.policy.equals("post-copy") ? POST_COPY : AUTO_CONVERGE)
                | (order.encrypted ? TLS : 0) | (order.moved.isEmpty() ? 0 : COPY_DISKS);
    }

    private void carry() {
        Map<String, Object> wanted = Objects.requireNonNull(parameters);
        try {
            session.raw(Lane.MOVES, virt -> {
                virt.migrate(id, "qemu+tls://" + bracketed(order.address) + "/system", wanted, flags(order));
                return true;
            });
            end("arrived", "");
        } catch (LibvirtFault e) {
            end(cancelled.get() ? "cancelled" : "failed", cancelled.get() ? "" : String.valueOf(e.getMessage()));
        } finally {
            looking.interrupt();
        }
    }

    static String bracketed(String address) {
        return address.contains(":") ? "[" + address + "]" : address;
    }

    private synchronized void end(String state, String detail) {
        MigrationFacts last = copy(now);
        last.state = state;
        last.detail = detail;
        if (state.equals("arrived")) {
            last.remaining = 0;
        }
        now = last;
        ended.countDown();
    }

    private synchronized void tell(MigrationFacts facts) {
        if (!over()) {
            facts.postCopy = now.postCopy;
            now = facts;
        }
    }

    private void look() {
        boolean first = true;
        try {
            while (!over()) {
                Thread.sleep(LOOK_MILLIS);
                Map<String, Object> job = session.raw(Lane.NEWS, virt -> virt.job(id));
                if (job.isEmpty()) {
                    if (parameters == null) {
                        how();
                    }
                    continue;
                }
                if (first) {
                    first = false;
                    downtime(Convergence.FIRST_DOWNTIME);
                }
                MigrationFacts facts = Job.facts(job);
                stalled(facts);
                tell(facts);
                act(convergence.look(facts.round, facts.remaining));
            }
        } catch (InterruptedException e) {
            // it is over
        } catch (LibvirtFault e) {
            // it has just gone, or libvirt has: the call that carries it tells
            if (parameters == null) {
                lost(e);
            }
        }
    }

    /** Nothing carries it any more. A guest that has stopped for the last of its memory may still go or come back. */
    private void how() throws LibvirtFault {
        if (!session.raw(Lane.NEWS, virt -> virt.active(id))) {
            end("failed", "The guest has ended here.");
        } else if (!session.raw(Lane.NEWS, virt -> virt.state(id)).equals(LEAVING)) {
            end(cancelled.get() ? "cancelled" : "failed",
                    cancelled.get() ? "" : "It was broken off; why was said while the node was away. Look at libvirt's log.");
        }
    }

    private void lost(LibvirtFault fault) {
        if (fault.code() == LibvirtFault.NO_DOMAIN) {
            end("arrived", "");
        } else {
            end("failed", "It could not be followed: " + fault.getMessage());
        }
    }

    /** Nothing moves any more, and the other host does not take a call: its lines are cut. */
    private void stalled(MigrationFacts facts) throws LibvirtFault {
        if (stall.over(facts)) {
            String lines = session.raw(Lane.VERBS, virt -> virt.monitor(id, Yank.QUERY));
            Optional<String> yank = Yank.command(lines);
            if (yank.isPresent()) {
                session.raw(Lane.VERBS, virt -> virt.monitor(id, yank.get()));
            }
        }
    }

    private void act(Convergence.Step step) throws LibvirtFault {
        switch (step) {
            case Convergence.Step.GoOn none -> {
            }
            case Convergence.Step.Downtime more -> downtime(more.millis());
            case Convergence.Step.PostCopy post -> {
                session.raw(Lane.VERBS, virt -> {
                    virt.startPostCopy(id);
                    return true;
                });
                synchronized (this) {
                    MigrationFacts facts = copy(now);
                    facts.postCopy = true;
                    now = facts;
                }
            }
            case Convergence.Step.GiveUp up -> {
                session.raw(Lane.VERBS, virt -> {
                    virt.abortJob(id);
                    return true;
                });
            }
        }
    }

    private void downtime(long millis) throws LibvirtFault {
        session.raw(Lane.VERBS, virt -> {
            virt.maxDowntime(id, millis);
            return true;
        });
    }

    private static MigrationFacts copy(MigrationFacts of) {
        MigrationFacts facts = new MigrationFacts();
        facts.state = of.state;
        facts.detail = of.detail;
        facts.total = of.total;
        facts.remaining = of.remaining;
        facts.rate = of.rate;
        facts.round = of.round;
        facts.downtime = of.downtime;
        facts.elapsed = of.elapsed;
        facts.postCopy = of.postCopy;
        return facts;
    }
}
