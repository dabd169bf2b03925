package hostelry.engine.work.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Refusal;
import hostelry.engine.work.Verb.Lock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who waits for whom. */
class MemoryLocksTest {
    private final MemoryLocks locks = new MemoryLocks();

    private Locks.Held take(String who, Lock... wanted) {
        return locks.take(List.of(wanted), new Locks.Holder("Start web1", who));
    }

    @Test
    void sharedOnesGetAlongAndAnExclusiveOneNamesWhoIsInItsWay() {
        take("ann", Lock.shared("vm1"));
        Locks.Held second = take("bob", Lock.shared("vm1"));
        Refusal refused = assertThrows(Refusal.class, () -> take("eve", Lock.exclusive("vm1")));
        assertEquals(List.of("“Start web1”, begun by ann, is at work on it.", "“Start web1”, begun by bob, is at work on it."),
                refused.problems().stream().map(problem -> problem.text()).toList());
        second.close();
        assertEquals(1, assertThrows(Refusal.class, () -> take("eve", Lock.exclusive("vm1"))).problems().size());
    }

    @Test
    void whoComesWhileAnActIsBeingWrittenDownGetsItsLocksWhenItIs() throws Exception {
        Locks.Held ending = take("ann", Lock.exclusive("vm1"));
        ending.ending();
        CompletableFuture<Locks.Held> next = CompletableFuture.supplyAsync(() -> take("bob", Lock.exclusive("vm1")));
        ending.close();
        next.get(20, TimeUnit.SECONDS).close();
        assertTrue(locks.conflict(List.of(Lock.exclusive("vm1"))).isEmpty());
    }

    @Test
    void nobodyWaitsForOneThatIsStillAtWork() {
        take("ann", Lock.exclusive("vm1")).ending();
        take("bob", Lock.exclusive("vm2"));
        Refusal refused = assertThrows(Refusal.class, () -> take("eve", Lock.exclusive("vm1"), Lock.exclusive("vm2")));
        assertEquals(2, refused.problems().size());
    }
}
