package hostelry.engine.work.run;

import hostelry.api.Refusal;
import hostelry.engine.work.Verb.Lock;
import java.util.List;
import java.util.Optional;

/**
 * Who works on what. The durable form is the journal: an act's entry says what it holds, in the transaction in which the act begins, and goes with it. This is the
 * copy of it that questions are answered from, as all of the estate is.
 */
public interface Locks {
    /**
     * Takes all or none. It waits for nobody but an act that has ended and is being written down: whoever was told of its end goes on at once.
     *
     * @throws Refusal CONFLICT for each lock that others hold, naming them
     */
    Held take(List<Lock> locks, Holder holder);

    /** Holds what an act held before a restart. There is no conflict: what was held together then can be held together now. */
    Held restore(List<Lock> locks, Holder holder);

    /** Who is in the way of these locks now; empty: nobody. */
    Optional<Refusal> conflict(List<Lock> locks);

    /** Held exclusively by anybody? */
    boolean busy(String id);

    /** Locks that are held. */
    interface Held extends AutoCloseable {
        /** Lets go; a second time does nothing. */
        @Override
        void close();

        /** The act is over, but for its record: whoever wants the locks now waits a moment. */
        void ending();
    }

    /** For the sentence in the way of others. The title is known only once the verb was checked. */
    final class Holder {
        private final String userName;
        private volatile String title;

        Holder(String title, String userName) {
            this.title = title;
            this.userName = userName;
        }

        void title(String better) {
            title = better;
        }

        String sentence() {
            return "“" + title + "”, begun by " + userName + ", is at work on it.";
        }
    }
}
