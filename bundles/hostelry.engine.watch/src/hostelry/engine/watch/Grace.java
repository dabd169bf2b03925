package hostelry.engine.watch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a host may be silent before its guests count as unknown: oVirt's grace, 60 s and half a second more for each guest that runs there. (oVirt gives its storage pool
 * manager 20 s more; there is none here.)
 *
 * @param base for a host without guests; at least one second
 */
record Grace(Duration base) {
    /** Setting: the seconds for a host without guests, 1 to 3600. */
    static final String SETTING = "hostelry.host.grace";

    static final Grace USUAL = new Grace(Duration.ofSeconds(60));
    private static final Duration FOR_A_GUEST = Duration.ofMillis(500);

    /** Something else than a number from 1 to 3600 is as if nothing was said. */
    static Grace of(@Nullable String setting) {
        if (setting == null || !setting.strip().matches("[1-9][0-9]{0,3}")) {
            return USUAL;
        }
        int seconds = Integer.parseInt(setting.strip());
        return seconds > 3600 ? USUAL : new Grace(Duration.ofSeconds(seconds));
    }

    /** @param guests that ran there when it was last heard */
    Duration of(int guests) {
        return base.plus(FOR_A_GUEST.multipliedBy(guests));
    }
}
