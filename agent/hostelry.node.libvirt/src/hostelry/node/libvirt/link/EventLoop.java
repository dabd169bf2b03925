package hostelry.node.libvirt.link;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;
import java.lang.ref.Reference;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Turns libvirt's event loop on one thread. libvirt has one loop for a whole process and no way to give it back: hence the static flag here, and
 * a thread that lives as long as the process.
 */
final class EventLoop {
    private static final AtomicBoolean STARTED = new AtomicBoolean();

    private EventLoop() {}

    /** libvirt's {@code virEventTimeoutCallback}. */
    interface Tick extends Callback {
        void fired(int timer, @Nullable Pointer opaque);
    }

    /** libvirt's {@code virErrorFunc}. */
    interface Quiet extends Callback {
        void error(@Nullable Pointer data, @Nullable Pointer error);
    }

    /** Must be called before the first connection is opened. */
    static void start(Native libvirt) {
        if (!STARTED.compareAndSet(false, true)) {
            return;
        }
        libvirt.virEventRegisterDefaultImpl();
        // a loop with nothing to wait for would sleep for ever, and a connection that is opened meanwhile would not wake it
        Tick tick = (timer, opaque) -> {};
        libvirt.virEventAddTimeout(500, tick, null, null);
        // libvirt's noise on standard error is of no use: every error comes back as an exception
        Quiet quiet = (data, error) -> {};
        libvirt.virSetErrorFunc(null, quiet);
        Thread thread = new Thread(() -> {
            while (true) {
                if (libvirt.virEventRunDefaultImpl() < 0) {
                    pause();
                }
                Reference.reachabilityFence(tick);
                Reference.reachabilityFence(quiet);
            }
        }, "libvirt events");
        thread.setDaemon(true);
        thread.start();
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            // nobody ends this thread but the process
        }
    }
}
