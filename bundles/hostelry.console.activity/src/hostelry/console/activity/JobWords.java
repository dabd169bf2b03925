package hostelry.console.activity;

import hostelry.console.kit.look.Status;
import hostelry.console.kit.words.Times;
import hostelry.model.JobStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How jobs and their steps stand, in shapes and words. */
final class JobWords {
    private static final long EXACT_MILLIS = 10_000;

    private JobWords() {}

    static Status shape(JobStatus status) {
        return switch (status) {
            case STARTED -> Status.BUSY;
            case FINISHED -> Status.OK;
            case FAILED -> Status.LOST;
            case ABORTED -> Status.DOWN;
            case UNKNOWN -> Status.UNKNOWN;
        };
    }

    static String word(Status status) {
        return switch (status) {
            case BUSY -> "Running";
            case OK -> "Done";
            case LOST -> "Failed";
            case DOWN -> "Cancelled";
            default -> "Unknown";
        };
    }

    static Duration duration(@Nullable Instant started, @Nullable Instant ended) {
        return started == null ? Duration.ZERO : Duration.between(started, ended == null ? Instant.now() : ended);
    }

    /** To the tenth of a second as long as that is of interest. */
    static String took(@Nullable Instant started, @Nullable Instant ended) {
        Duration duration = duration(started, ended);
        return started == null
                ? ""
                : duration.toMillis() < EXACT_MILLIS
                        ? String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0)
                        : Times.span(duration);
    }
}
