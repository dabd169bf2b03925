package hostelry.engine.watch;

import hostelry.model.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event to be written once a move is applied.
 *
 * @param subject id of the noun that it is about
 * @param when it happened, by the host's clock; null: now
 */
record Said(Severity severity, int code, String text, String subject, @Nullable Instant when) {
    Said(Severity severity, int code, String text, String subject) {
        this(severity, code, text, subject, null);
    }
}
