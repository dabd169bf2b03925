package hostelry.client.mirror;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.client.mirror.HandConnection.Follower;
import hostelry.client.mirror.Mirror.Key;
import hostelry.client.mirror.Mirror.Update;
import hostelry.model.Host;
import hostelry.model.Vm;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The mirror over a stream that is played by hand. */
class StreamMirrorTest {
    private final HandConnection connection = new HandConnection();
    private final BlockingQueue<Update> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<Throwable> faults = new LinkedBlockingQueue<>();
    private StreamMirror mirror;
    private Thread.UncaughtExceptionHandler before;

    @BeforeEach
    void open() {
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> faults.add(fault));
        mirror = new StreamMirror(connection, Duration.ofMillis(50), Duration.ofMillis(20));
    }

    @AfterEach
    void close() {
        mirror.close();
        Thread.setDefaultUncaughtExceptionHandler(before);
        assertTrue(faults.isEmpty(), () -> "a fault that the test did not expect: " + faults);
    }

    private Update update() throws InterruptedException {
        Update update = heard.poll(10, TimeUnit.SECONDS);
        assertNotNull(update, "no update came");
        return update;
    }

    private Set<String> names() {
        return mirror.all(Vm.class).stream().map(Vm::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    /** A listener, with its first update behind it, and a mirror that shows these machines. */
    private Follower following(Vm... vms) throws InterruptedException {
        Follower follower = connection.next();
        mirror.listen(heard::add);
        assertEquals(new Update(true, Set.of()), update());
        follower.snapshot(1, vms);
        assertTrue(update().everything());
        return follower;
    }

    @Test
    void showsTheSnapshotAndThenIsLive() throws Exception {
        assertFalse(mirror.live());
        following(HandConnection.vm("1", "web1"), HandConnection.vm("2", "web2"));
        assertTrue(mirror.live());
        assertEquals(Set.of("web1", "web2"), names());
        assertEquals("web2", mirror.find(Vm.class, "2").orElseThrow().getName());
        assertTrue(mirror.find(Vm.class, "3").isEmpty());
        assertTrue(mirror.all(Host.class).isEmpty());
    }

    @Test
    void followsChangesAndRemovals() throws Exception {
        Follower follower = following(HandConnection.vm("1", "web1"), HandConnection.vm("2", "web2"));
        follower.changed(2, HandConnection.vm("1", "mail"));
        Update update = update();
        assertEquals(new Update(false, Set.of(new Key("Vm", "1"))), update);
        assertTrue(update.touches(Vm.class));
        assertFalse(update.touches(Host.class));
        assertEquals(Set.of("mail", "web2"), names());
        follower.removed(3, HandConnection.vm("2", "web2"));
        assertEquals(Set.of(new Key("Vm", "2")), update().ids());
        assertEquals(Set.of("mail"), names());
    }

    @Test
    void tellsABurstAsFewUpdates() throws Exception {
        Follower follower = following();
        for (int i = 0; i < 1_000; i++) {
            follower.changed(2 + i, HandConnection.vm("v" + i, "web" + i));
        }
        Set<Key> keys = new java.util.HashSet<>();
        int updates = 0;
        while (keys.size() < 1_000) {
            keys.addAll(update().ids());
            updates++;
        }
        assertEquals(1_000, names().size());
        assertTrue(updates < 100, updates + " updates");
    }

    @Test
    void keepsTheLastKnownStateWhenTheStreamBreaksAndHasNoGhostsAfterwards() throws Exception {
        Follower follower = following(HandConnection.vm("1", "web1"), HandConnection.vm("2", "web2"));
        connection.away = true;
        follower.ended().accept("the connection broke");
        assertTrue(update().everything());
        assertFalse(mirror.live());
        assertEquals(Set.of("web1", "web2"), names());
        assertTrue(connection.nobodyFollows());

        connection.away = false;
        Follower again = connection.next();
        assertFalse(mirror.live());
        again.snapshot(1, HandConnection.vm("2", "web2"), HandConnection.vm("3", "web3"));
        assertTrue(update().everything());
        assertTrue(mirror.live());
        assertEquals(Set.of("web2", "web3"), names());
    }

    @Test
    void followsOnWhereItWasAndKeepsWhatItHad() throws Exception {
        Follower follower = following(HandConnection.vm("1", "web1"), HandConnection.vm("2", "web2"));
        assertEquals("", follower.wish().after());
        follower.changed(7, HandConnection.vm("1", "mail"));
        update();
        follower.ended().accept("the connection broke");
        assertTrue(update().everything());
        assertFalse(mirror.live());
        Follower again = connection.next();
        assertEquals("ab-7", again.wish().after());
        again.missed(9, HandConnection.vm("3", "web3"));
        assertTrue(update().everything());
        assertTrue(mirror.live());
        assertEquals(Set.of("mail", "web2", "web3"), names());
        again.ended().accept("it broke once more");
        update();
        Follower third = connection.next();
        assertEquals("ab-9", third.wish().after());
        third.missed(9); // nothing happened meanwhile
        update();
        assertTrue(mirror.live());
        assertEquals(Set.of("mail", "web2", "web3"), names());
    }

    @Test
    void followsNotOnAsAnotherUser() throws Exception {
        Follower follower = following(HandConnection.vm("1", "web1"));
        connection.user = "guest@internal";
        follower.ended().accept("the session ended");
        assertEquals("", connection.next().wish().after());
    }

    @Test
    void doesNotHearAStreamThatItLeft() throws Exception {
        Follower old = following(HandConnection.vm("1", "web1"));
        old.ended().accept("the connection broke");
        update();
        Follower follower = connection.next();
        follower.snapshot(10, HandConnection.vm("1", "web1"));
        update();
        old.snapshot(2, HandConnection.vm("9", "ghost"));
        old.changed(3, HandConnection.vm("8", "ghost"));
        old.ended().accept("it broke once more");
        assertTrue(connection.nobodyFollows(), "the old stream's end ended the new one");
        assertTrue(mirror.live());
        assertEquals(Set.of("web1"), names());
        follower.changed(11, HandConnection.vm("2", "web2"));
        assertEquals(Set.of(new Key("Vm", "2")), update().ids());
    }

    @Test
    void aListenerThatFailsKeepsNobodyFromHearing() throws Exception {
        IllegalStateException fault = new IllegalStateException("on purpose");
        mirror.listen(update -> {
            throw fault;
        });
        Follower follower = following(HandConnection.vm("1", "web1"));
        follower.changed(2, HandConnection.vm("1", "mail"));
        assertEquals(Set.of(new Key("Vm", "1")), update().ids());
        for (int i = 0; i < 3; i++) {
            assertEquals(fault, faults.poll(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void aListenerThatLeftHearsNothing() throws Exception {
        BlockingQueue<Update> other = new LinkedBlockingQueue<>();
        AutoCloseable listening = mirror.listen(other::add);
        Follower follower = following();
        listening.close();
        other.clear();
        follower.changed(2, HandConnection.vm("1", "web1"));
        update();
        assertTrue(other.isEmpty());
    }

    @Test
    void closingLeavesTheStreamAndTellsNobody() throws Exception {
        Follower follower = following(HandConnection.vm("1", "web1"));
        mirror.close();
        assertTrue(follower.closed().get());
        assertFalse(mirror.live());
        follower.changed(2, HandConnection.vm("2", "web2"));
        follower.ended().accept("the engine stops");
        assertTrue(connection.nobodyFollows());
        assertTrue(heard.isEmpty());
        assertEquals(Set.of("web1"), names());
        assertDoesNotThrow(() -> mirror.listen(heard::add).close());
    }

    @Test
    void aStreamThatIsOpenedWhileItClosesIsClosed() throws Exception {
        mirror.close();
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        HandConnection slow = new HandConnection();
        StreamMirror late = new StreamMirror(new SlowConnection(slow, asked, goOn, left), Duration.ofMillis(50), Duration.ofMillis(20));
        assertTrue(asked.await(10, TimeUnit.SECONDS));
        late.close();
        goOn.countDown();
        assertTrue(left.await(10, TimeUnit.SECONDS), "the stream stayed open");
    }

    /** Takes its time to follow, whatever interrupts it. */
    private record SlowConnection(HandConnection inner, CountDownLatch asked, CountDownLatch goOn,
            CountDownLatch left) implements hostelry.client.EngineConnection {
        @Override
        public String label() {
            return "slow";
        }

        @Override
        public hostelry.api.Caller caller() {
            return inner.caller();
        }

        @Override
        public <S> S service(Class<S> api) {
            hostelry.api.Changes changes = (caller, wish, sink, ended) -> {
                asked.countDown();
                boolean waiting = true;
                while (waiting) {
                    try {
                        goOn.await();
                        waiting = false;
                    } catch (InterruptedException e) {
                        // the mirror is being closed: just what this is about
                        waiting = true;
                    }
                }
                return left::countDown;
            };
            return api.cast(changes);
        }
    }
}
