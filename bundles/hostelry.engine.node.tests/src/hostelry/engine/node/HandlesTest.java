package hostelry.engine.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.engine.spi.Nodes.Listener;
import hostelry.node.api.DomainSpec;
import hostelry.node.api.FaultCode;
import hostelry.node.api.HostFacts;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import hostelry.node.api.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HandlesTest {
    private static final Timing QUICK = new Timing(Duration.ofMillis(300), Duration.ofMillis(300), Duration.ofMillis(300),
            Duration.ofMillis(500),
            Duration.ofMillis(20), Duration.ofMillis(100), 3);

    private final Map<Integer, FakeNode> wire = new ConcurrentHashMap<>();
    private final Handles handles = new Handles(new Dialer() {
        @Override
        public Node connect(String address, int port) throws NodeFault {
            return at(port);
        }

        @Override
        public Node connect(String address, int port, String hostId) throws NodeFault {
            return at(port);
        }

        private FakeNode at(int port) throws NodeFault {
            FakeNode node = wire.get(port);
            if (node == null) {
                throw new NodeFault(FaultCode.UNAVAILABLE, "Connection refused.");
            }
            return node;
        }
    }, QUICK);
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Listener listener = new Listener() {
        @Override
        public void appeared(HostFacts facts) {
            heard.add("appeared " + facts.hostId());
        }

        @Override
        public void reported(String hostId, Report report) {
            heard.add("reported " + hostId + " " + report.number());
        }

        @Override
        public void lost(String hostId, String reason) {
            heard.add("lost " + hostId + " " + reason);
        }
    };

    @AfterEach
    void close() {
        handles.close();
    }

    private static void await(BooleanSupplier what) throws InterruptedException {
        for (int i = 0; i < 1_000 && !what.getAsBoolean(); i++) {
            Thread.sleep(5);
        }
        assertTrue(what.getAsBoolean(), "not in time");
    }

    @Test
    void introducesANodeOfThisFrameworkBeforeItsReports() throws Exception {
        FakeNode node = new FakeNode("a");
        handles.add("a", node); // before anybody listens
        assertTrue(handles.node("a").isEmpty());
        handles.listen(listener);
        await(() -> heard.size() == 2);
        assertEquals(List.of("appeared a", "reported a 1"), heard);
        assertEquals("a", handles.node("a").orElseThrow().hostId());
        handles.remove("a", node);
        await(() -> heard.contains("lost a The node of this host has stopped."));
        assertTrue(handles.node("a").isEmpty());
        node.say(2);
        handles.add("a", new FakeNode("a"));
        await(() -> heard.size() == 5);
        assertEquals(List.of("appeared a", "reported a 1"), heard.subList(3, 5));
    }

    @Test
    void introducesANodeOfThisFrameworkThatCantLookIntoItsHostYet() throws Exception {
        FakeNode node = new FakeNode("a");
        node.reachable = false;
        handles.listen(listener);
        handles.add("a", node);
        await(() -> heard.size() == 2);
        assertEquals(List.of("appeared a", "lost a Nobody is at home."), heard);
        node.reachable = true;
        await(() -> heard.contains("reported a 1"));
        assertEquals("appeared a", heard.get(heard.indexOf("reported a 1") - 1));
    }

    @Test
    void saysNothingToAListenerThatHasTurnedAway() throws Exception {
        FakeNode node = new FakeNode("a");
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AutoCloseable listening = handles.listen(new Listener() {
            @Override
            public void appeared(HostFacts facts) {
                heard.add("appeared " + facts.hostId());
            }

            @Override
            public void reported(String hostId, Report report) {
                inside.countDown();
                try {
                    assertTrue(goOn.await(5, TimeUnit.SECONDS));
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public void lost(String hostId, String reason) {
                heard.add("lost " + reason);
            }
        });
        handles.add("a", node);
        assertTrue(inside.await(5, TimeUnit.SECONDS));
        handles.remove("a", node); // its last word waits for the report
        listening.close();
        goOn.countDown();
        await(() -> node.closed.get() == 1);
        Thread.sleep(50);
        assertEquals(List.of("appeared a"), heard);
    }

    @Test
    void triesAgainAndTellsALossOnce() throws Exception {
        handles.listen(listener);
        handles.keep("b", "host", 1);
        await(() -> heard.equals(List.of("lost b Connection refused.")));
        Thread.sleep(150);
        assertEquals(1, heard.size(), "once");
        FakeNode node = new FakeNode("b");
        wire.put(1, node);
        await(() -> heard.contains("reported b 1"));
        node.say(2);
        node.breakOff("The stream ended.");
        await(() -> heard.size() >= 5);
        assertEquals(List.of("reported b 1", "reported b 2", "lost b The stream ended.", "reported b 1"), heard.subList(1, 5));
        assertEquals(2, node.watches.get());
        await(() -> node.closed.get() == 1);
        handles.forget("b");
        assertTrue(handles.node("b").isEmpty());
        node.say(7);
        assertEquals(5, heard.size());
    }

    @Test
    void losesAHostThatFallsSilent() throws Exception {
        handles.listen(listener);
        FakeNode node = new FakeNode("c");
        wire.put(1, node);
        handles.keep("c", "host", 1);
        await(() -> heard.stream().anyMatch(word -> word.startsWith("lost c Nothing was heard")));
        assertTrue(node.closed.get() >= 1);
    }

    @Test
    void refusesAnotherHostAtTheSameAddress() throws Exception {
        handles.listen(listener);
        wire.put(1, new FakeNode("x"));
        handles.keep("c", "host", 1);
        await(() -> heard.stream().anyMatch(word -> word.startsWith("lost c Another host answers at its address: name-of-x (x)")));
        assertTrue(heard.stream().noneMatch(word -> word.startsWith("reported")), heard.toString());
        assertTrue(handles.node("c").isEmpty());
    }

    @Test
    void connectsAndKeeps() throws Exception {
        handles.listen(listener);
        wire.put(1, new FakeNode("d"));
        assertEquals("d", handles.connect("host", 1).hostId());
        await(() -> handles.node("d").isPresent());
        NodeFault refused = assertThrows(NodeFault.class, () -> handles.connect("host", 2));
        assertEquals(FaultCode.UNAVAILABLE, refused.code());
        FakeNode hanging = new FakeNode("e");
        hanging.hanging = true;
        wire.put(3, hanging);
        assertTrue(assertThrows(NodeFault.class, () -> handles.connect("host", 3)).getMessage().contains("did not answer within 300 ms"));
    }

    @Test
    void endsCallsThatHangAndLeavesOtherHostsAlone() throws Exception {
        handles.listen(listener);
        FakeNode dead = new FakeNode("dead");
        FakeNode alive = new FakeNode("alive");
        wire.put(1, dead);
        wire.put(2, alive);
        handles.keep("dead", "host", 1);
        handles.keep("alive", "host", 2);
        await(() -> handles.node("dead").isPresent() && handles.node("alive").isPresent());
        Node node = handles.node("dead").orElseThrow();
        dead.hanging = true;
        AtomicInteger faults = new AtomicInteger();
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            callers.add(Thread.ofVirtual().start(() -> {
                NodeFault fault = assertThrows(NodeFault.class, () -> node.domains().stop("k", "d"));
                if (fault.code() == FaultCode.UNAVAILABLE) {
                    faults.incrementAndGet();
                }
            }));
        }
        long start = System.nanoTime();
        handles.node("alive").orElseThrow().domains().stop("k", "d");
        assertTrue(System.nanoTime() - start < 200_000_000L, "the other host was delayed");
        for (Thread caller : callers) {
            caller.join();
        }
        assertEquals(20, faults.get());
        assertTrue(System.nanoTime() - start < 2_000_000_000L);
        assertTrue(dead.stops.get() <= 6, dead.stops + " calls got through at once");
    }

    @Test
    void passesFaultsAndNamesMistakes() throws Exception {
        Node node = new GuardedNode(new FakeNode("f"), QUICK);
        DomainSpec spec = new DomainSpec();
        spec.name = "web1";
        NodeFault fault = assertThrows(NodeFault.class, () -> node.domains().start("k", spec));
        assertEquals(FaultCode.NO_MEMORY, fault.code());
        assertEquals("No memory for web1", fault.getMessage());
        NodeFault mistake = assertThrows(NodeFault.class, () -> node.domains().shutdown("k", "d"));
        assertEquals(FaultCode.FAILED, mistake.code());
        assertTrue(mistake.getMessage().contains("a mistake"), mistake.getMessage());
        assertEquals("/there", node.disks().connect("k", "s", "/there"));
        assertFalse(node.domains().equals(null));
    }

    @Test
    void tellsOneHostsNewsOneAtATime() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger together = new AtomicInteger();
        CountDownLatch other = new CountDownLatch(1);
        FakeNode slow = new FakeNode("slow");
        wire.put(1, slow);
        wire.put(2, new FakeNode("quick"));
        handles.listen(new Listener() {
            @Override
            public void appeared(HostFacts facts) {
                throw new IllegalStateException("no node of this framework is here");
            }

            @Override
            public void reported(String hostId, Report report) {
                if (hostId.equals("quick")) {
                    other.countDown();
                    return;
                }
                if (inside.incrementAndGet() > 1) {
                    together.incrementAndGet();
                }
                try {
                    assertTrue(other.await(5, TimeUnit.SECONDS), "one host's listener delayed another");
                    Thread.sleep(5);
                    handles.node("slow"); // must not wait for anything
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                inside.decrementAndGet();
            }

            @Override
            public void lost(String hostId, String reason) {
                heard.add("lost " + hostId);
            }
        });
        handles.keep("slow", "host", 1);
        await(() -> inside.get() == 1);
        handles.keep("quick", "host", 2);
        await(() -> handles.node("slow").isPresent() && inside.get() == 0);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(Thread.ofVirtual().start(() -> slow.say(2)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(0, together.get());
    }
}
