package hostelry.api;

import hostelry.model.Entity;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Every change of every noun, in order, pushed: nobody polls. */
public interface Changes {
    /** Follows all nouns from a snapshot on; see {@link #follow(Caller, Wish, Consumer, Consumer)}. */
    default AutoCloseable follow(Caller caller, Consumer<Batch> sink, Consumer<String> ended) {
        return follow(caller, Wish.ALL, sink, ended);
    }

    /**
     * Follows the estate. The first batch comes at once: what changed since the batch that the wish names, where the engine still remembers it, and otherwise a
     * snapshot of all that the caller may see. The others hold what changed since, without a gap. One without changes only tells how far the estate is.
     *
     * @param sink called one batch at a time on a thread of the engine's; must return quickly
     * @param ended called once when the stream ends for another reason than {@code close}, with the reason in words: the sink threw or lagged hopelessly, the
     *     connection broke, the engine stops, the session ended. Whoever wants more follows again.
     * @return closes it
     * @throws Refusal bad input: the wish names a noun that there is not
     */
    AutoCloseable follow(Caller caller, Wish wish, Consumer<Batch> sink, Consumer<String> ended);

    /**
     * What is to be followed.
     *
     * @param after {@link Batch#id} of the last batch that the follower has, with the same nouns and as the same user; empty: it has none. One of another life of
     *     the engine, or too old, or that makes no sense, is no error: a snapshot comes
     * @param nouns names of classes in the model, such as {@code Vm}; empty: all
     */
    record Wish(String after, Set<String> nouns) {
        public static final Wish ALL = new Wish("", Set.of());

        public Wish {
            nouns = Set.copyOf(nouns);
        }
    }

    /**
     * Changes that became visible at one moment, or since the batch that the follower had last.
     *
     * @param life of the engine: another one after each of its starts
     * @param number of the newest change in it; grows without end
     * @param snapshot true: forget all you knew
     */
    record Batch(String life, long number, boolean snapshot, List<Change> changes) {
        /** What to follow on from, in {@link Wish#after}. */
        public String id() {
            return life + "-" + number;
        }
    }

    /**
     * One noun that was added, changed or removed.
     *
     * @param noun name of its class in the model, such as {@code Vm}
     * @param object how it is now, shared and read-only; null: it was removed
     */
    record Change(String noun, String id, @Nullable Entity object) {}
}
