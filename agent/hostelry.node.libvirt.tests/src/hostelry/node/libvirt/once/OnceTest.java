package hostelry.node.libvirt.once;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnceTest {
    @TempDir
    Path temp;

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Test
    void doesItOnceEvenAfterARestart() throws Exception {
        AtomicInteger done = new AtomicInteger();
        String key = key();
        try (KeyJournal journal = new KeyJournal(temp.resolve("keys"), 10)) {
            Once once = new Once(journal);
            once.act(key, "a", done::incrementAndGet);
            once.act(key, "a", done::incrementAndGet);
            assertEquals(1, done.get());
        }
        try (KeyJournal journal = new KeyJournal(temp.resolve("keys"), 10)) {
            new Once(journal).act(key, "a", done::incrementAndGet);
            assertEquals(1, done.get());
            new Once(journal).act(key(), "a", done::incrementAndGet);
            assertEquals(2, done.get());
        }
    }

    @Test
    void whatFailedMayBeTriedAgain() throws Exception {
        try (KeyJournal journal = new KeyJournal(temp.resolve("keys"), 10)) {
            Once once = new Once(journal);
            String key = key();
            assertThrows(NodeFault.class, () -> once.act(key, "a", () -> {
                throw new NodeFault(FaultCode.FAILED, "no");
            }));
            AtomicInteger done = new AtomicInteger();
            once.act(key, "a", done::incrementAndGet);
            assertEquals(1, done.get());
        }
    }

    @Test
    void forgetsTheOldest() throws Exception {
        List<String> keys = new ArrayList<>();
        Path file = temp.resolve("keys");
        try (KeyJournal journal = new KeyJournal(file, 10)) {
            for (int i = 0; i < 100; i++) {
                keys.add(key());
                journal.add(keys.getLast());
            }
            assertFalse(journal.done(keys.get(89)));
            assertTrue(journal.done(keys.get(90)) && journal.done(keys.get(99)));
        }
        assertTrue(Files.size(file) <= 20 * 37, "the file grows for ever");
        try (KeyJournal journal = new KeyJournal(file, 10)) {
            assertFalse(journal.done(keys.get(89)));
            assertTrue(journal.done(keys.get(90)));
        }
    }

    @Test
    void bearsALineThatACrashCutOff() throws Exception {
        String first = key();
        String second = key();
        Path file = temp.resolve("keys");
        Files.writeString(file, first + "\n" + second.substring(0, 20));
        try (KeyJournal journal = new KeyJournal(file, 10)) {
            assertTrue(journal.done(first));
            assertFalse(journal.done(second));
            journal.add(second);
        }
        assertEquals(first + "\n" + second + "\n", Files.readString(file));
    }

    @Test
    void oneAtATimeForEachObject() throws Exception {
        try (KeyJournal journal = new KeyJournal(temp.resolve("keys"), 1000)) {
            Once once = new Once(journal);
            AtomicInteger inside = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                threads.add(Thread.ofVirtual().start(() -> {
                    try {
                        once.act(key(), "same", () -> {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            Thread.yield();
                            inside.decrementAndGet();
                        });
                    } catch (NodeFault e) {
                        most.set(99);
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertEquals(1, most.get());
            // another object needs not wait
            assertEquals("in", once.alone("a", () -> once.alone("b", () -> "in")));
        }
    }
}
