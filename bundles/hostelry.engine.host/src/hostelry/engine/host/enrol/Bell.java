package hostelry.engine.host.enrol;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Rings when hosts have changed, for those who wait for that. */
final class Bell {
    private long rung;

    synchronized void ring() {
        rung++;
        notifyAll();
    }

    /** Waits until it is so, looked at after each ring; false where the time is over. */
    boolean await(BooleanSupplier what, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            long seen;
            synchronized (this) {
                seen = rung;
            }
            if (what.getAsBoolean()) {
                return true;
            }
            synchronized (this) {
                while (rung == seen) {
                    long left = (end - System.nanoTime()) / 1_000_000;
                    if (left <= 0) {
                        return false;
                    }
                    wait(left);
                }
            }
        }
    }
}
