package hostelry.engine.vm;

import hostelry.engine.work.Progress;
import hostelry.engine.work.Reach;
import hostelry.node.api.DomainWork;
import hostelry.node.api.Domains;
import hostelry.node.api.FaultCode;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.MDC;

/**
 * A call at a host that lasts as long as a disk does. A call has its deadline, and the wire has one; this work has none: while the host says that it is at work, it is
 * waited for, and then asked once more under the same key, which tells how it ended.
 *
 * @param step how often the host is asked how far it is
 */
record LongCall(Reach reach, String host, String id, Progress progress, Duration step) {
    private static final int PERCENT = 100;

    /** What lasts; under its key it is done but once. */
    interface Call {
        void on(Domains domains) throws NodeFault;
    }

    /**
     * @param what is being done, for those who look
     * @throws CancellationException somebody broke it off, and the host has
     */
    void run(Call call, String what) throws NodeFault {
        while (true) {
            try {
                once(call, what);
                return;
            } catch (NodeFault e) {
                if (e.code() != FaultCode.UNAVAILABLE || !goesOn(what)) {
                    throw e;
                }
            }
        }
    }

    private void once(Call call, String what) throws NodeFault {
        Domains domains = reach.node(host).domains();
        var context = MDC.getCopyOfContextMap();
        FutureTask<Boolean> task = new FutureTask<>(() -> {
            if (context != null) {
                MDC.setContextMap(context); // a thread of its own starts without
            }
            call.on(domains);
            return true;
        });
        Thread.ofVirtual().name("long call").start(task);
        boolean broken = false;
        while (true) {
            try {
                task.get(step.toMillis(), TimeUnit.MILLISECONDS);
                return; // it was too late to break it off
            } catch (TimeoutException e) {
                broken |= !broken && brokenOff();
                look(what);
            } catch (ExecutionException e) {
                if (broken) {
                    throw new CancellationException("It was broken off.");
                }
                throw e.getCause() instanceof NodeFault fault
                        ? fault
                        : new NodeFault(FaultCode.FAILED, "The call failed: " + e.getCause() + ".", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new NodeFault(FaultCode.UNAVAILABLE, "Waiting for the host was interrupted.", e);
            }
        }
    }

    /** Somebody asked to cancel, and the host was told. */
    private boolean brokenOff() {
        try {
            progress.pause();
            return false;
        } catch (CancellationException e) {
            return reach.now(host).map(node -> {
                try {
                    node.domains().breakOff(id);
                    return true;
                } catch (NodeFault trouble) {
                    return false; // asked again at the next step
                }
            }).orElse(false);
        }
    }

    /** Waits while the host says that it is at work; false: it is not, and never said so, or can't be asked. */
    private boolean goesOn(String what) {
        boolean was = false;
        while (look(what)) {
            was = true;
            brokenOff();
            try {
                Thread.sleep(step);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return was && reach.now(host).isPresent();
    }

    /** Tells how far it is. @return whether the host is at work on it */
    private boolean look(String what) {
        Optional<Node> node = reach.now(host);
        if (node.isEmpty()) {
            return false;
        }
        try {
            DomainWork work = node.get().domains().work(id);
            progress.at(work.total <= 0 ? -1 : (int) Math.clamp(work.done * PERCENT / work.total, 0, PERCENT), what);
            return work.busy;
        } catch (NodeFault e) {
            return false; // an older node does not know; then the deadline holds
        }
    }
}
