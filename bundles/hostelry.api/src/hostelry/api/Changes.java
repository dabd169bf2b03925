package hostelry.api;

import hostelry.model.Entity;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Every change of every noun, in order, pushed: nobody polls. */
public interface Changes {
    /**
     * Follows the estate. The first batch is a snapshot of all that the caller may see, the others hold what changed since, without a gap.
     *
     * @param sink called one batch at a time on a thread of the engine's; must return quickly
     * @param ended called once when the stream ends for another reason than {@code close}, with the reason in words: the sink threw or lagged hopelessly, the
     *     connection broke, the engine stops, the session ended. Whoever wants more follows again.
     * @return closes it
     */
    AutoCloseable follow(Caller caller, Consumer<Batch> sink, Consumer<String> ended);

    /**
     * Changes that became visible at one moment.
     *
     * @param number of the newest change in it; grows without end
     * @param snapshot true: forget all you knew
     */
    record Batch(long number, boolean snapshot, List<Change> changes) {}

    /**
     * One noun that was added, changed or removed.
     *
     * @param noun name of its class in the model, such as {@code Vm}
     * @param object how it is now, shared and read-only; null: it was removed
     */
    record Change(String noun, String id, @Nullable Entity object) {}
}
