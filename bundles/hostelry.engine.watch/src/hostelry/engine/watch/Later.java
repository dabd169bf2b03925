package hostelry.engine.watch;

import java.time.Duration;

/** Does something after a while; tests turn the time themselves. */
interface Later {
    void after(Duration delay, Runnable what);
}
