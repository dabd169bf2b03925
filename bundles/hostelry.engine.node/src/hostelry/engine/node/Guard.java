package hostelry.engine.node;

import hostelry.node.api.Correlation;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.MDC;

/**
 * Gives every call at one host a deadline, and bounds how many run at the same time. A call that outlives its deadline keeps its place until it really ends:
 * a host that hangs ties up a few virtual threads, and never more.
 */
final class Guard {
    private final Semaphore places;

    Guard(int calls) {
        this.places = new Semaphore(calls);
    }

    /** The same capability, guarded. Every method of it must be able to throw {@link NodeFault}. */
    <T> T wrap(Class<T> capability, T target, Duration deadline) {
        return capability
                .cast(Proxy.newProxyInstance(capability.getClassLoader(), new Class<?>[]{capability}, (proxy, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return method.invoke(target, arguments);
                    }
                    return call(() -> {
                        try {
                            return method.invoke(target, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause() instanceof Exception cause ? cause : e;
                        }
                    }, deadline);
                }));
    }

    <R> R call(Callable<R> body, Duration deadline) throws NodeFault {
        long end = System.nanoTime() + deadline.toNanos();
        try {
            // the rest of the time is for the answer: a call that starts when its caller is about to give up would do what nobody waits for
            if (!places.tryAcquire(deadline.toNanos() / 2, TimeUnit.NANOSECONDS)) {
                throw new NodeFault(FaultCode.UNAVAILABLE, "The host is busy with too many calls that it does not answer.");
            }
            String correlation = MDC.get(Correlation.LOGGED);
            FutureTask<R> task = new FutureTask<>(body) {
                @Override
                public void run() {
                    if (correlation != null) {
                        MDC.put(Correlation.LOGGED, correlation); // a thread of its own starts without
                    }
                    try {
                        super.run();
                    } finally {
                        places.release();
                    }
                }
            };
            Thread.ofVirtual().name("node call").start(task);
            try {
                return task.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                task.cancel(true);
                throw new NodeFault(FaultCode.UNAVAILABLE, "The host did not answer within " + seconds(deadline) + ".", e);
            } catch (InterruptedException e) {
                task.cancel(true);
                throw e;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NodeFault(FaultCode.UNAVAILABLE, "Waiting for the host was interrupted.", e);
        } catch (CancellationException e) {
            throw new NodeFault(FaultCode.UNAVAILABLE, "The call was cancelled.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof NodeFault fault) {
                throw fault;
            }
            throw new NodeFault(FaultCode.FAILED, "The node failed by a mistake in the program: " + e.getCause() + ".", e.getCause());
        }
    }

    private static String seconds(Duration deadline) {
        return deadline.toMillis() < 2_000 ? deadline.toMillis() + " ms" : deadline.toSeconds() + " s";
    }
}
