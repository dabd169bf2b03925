package hostelry.node.libvirt.once;

import hostelry.node.api.NodeFault;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Lets acts on one object happen one after another, and an act with the same key but once. */
public final class Once {
    private final KeyJournal journal;
    private final Map<String, Turn> turns = new ConcurrentHashMap<>();

    /** Those who wait for an object, and a lock to wait on; gone when nobody does. */
    private static final class Turn {
        private final ReentrantLock lock = new ReentrantLock(true);
        private int waiting;
    }

    /** What is done. */
    public interface Act {
        void run() throws NodeFault;
    }

    /** What is done and answers. */
    public interface Answer<T> {
        T run() throws NodeFault;
    }

    public Once(KeyJournal journal) {
        this.journal = journal;
    }

    /** Does it, unless it was done before. It counts as done when it did not throw. */
    public void act(String key, String object, Act act) throws NodeFault {
        alone(object, () -> {
            if (!journal.done(key)) {
                act.run();
                journal.add(key);
            }
            return true;
        });
    }

    /** Does it while nobody else does anything to the object; whether it was done before under this key, it may ask {@link #done}. */
    public <T extends @Nullable Object> T alone(String object, Answer<T> answer) throws NodeFault {
        Turn turn = turns.compute(object, (name, there) -> {
            Turn one = there == null ? new Turn() : there;
            one.waiting++;
            return one;
        });
        turn.lock.lock();
        try {
            return answer.run();
        } finally {
            turn.lock.unlock();
            turns.computeIfPresent(object, (name, there) -> --there.waiting == 0 ? null : there);
        }
    }

    /** Is somebody at work on the object, or waiting to be? */
    public boolean busy(String object) {
        return turns.containsKey(object);
    }

    public boolean done(String key) {
        return journal.done(key);
    }

    public void add(String key) throws NodeFault {
        journal.add(key);
    }
}
