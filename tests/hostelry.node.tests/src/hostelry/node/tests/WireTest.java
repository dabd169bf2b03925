package hostelry.node.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hostelry.node.api.Correlation;
import hostelry.node.api.DiskSpec;
import hostelry.node.api.Domains;
import hostelry.node.api.Facts;
import hostelry.node.api.FaultCode;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import hostelry.node.web.NodeServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MDC;

/** What may go wrong between engine and node, and how the engine hears of it. */
class WireTest {
    @TempDir
    Path folder;

    private SimRig sim;
    private WireRig rig;

    @BeforeEach
    void open() throws Exception {
        sim = new SimRig(folder);
        rig = new WireRig(sim, folder);
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Test
    void aNodeThatRestartsIsWatchedAgain() throws Exception {
        try (Watching watching = new Watching(rig.node(), rig.patience())) {
            watching.await("anything", Optional::of);
            sim.host().faults().restartNode();
            assertEquals("The node was restarted.", watching.awaitEnd());
        }
        try (Watching again = new Watching(rig.node(), rig.patience())) {
            assertTrue(again.await("anything", Optional::of).full());
        }
    }

    @Test
    void aDoorThatClosesEndsTheReports() throws Exception {
        try (Watching watching = new Watching(rig.node(), rig.patience())) {
            watching.await("anything", Optional::of);
            rig.server().close();
            assertFalse(watching.awaitEnd().isBlank());
            assertEquals(1, watching.endings().size());
        }
        NodeFault verb = assertThrows(NodeFault.class, () -> rig.node().domains().stop(Specs.key(), Specs.key()));
        assertEquals(FaultCode.UNAVAILABLE, verb.code(), verb.getMessage());
        NodeFault facts = assertThrows(NodeFault.class, () -> rig.node().facts().host());
        assertEquals(FaultCode.UNAVAILABLE, facts.code());
        assertTrue(facts.getMessage().startsWith("Nobody answers at localhost:"), facts.getMessage());
    }

    @Test
    void aNodeThatFallsSilentIsGivenUp() throws Exception {
        try (Watching watching = new Watching(rig.node(), rig.patience())) {
            watching.await("anything", Optional::of);
            sim.host().faults().silent(true);
            assertTrue(watching.awaitEnd().contains("silent for 4 s"), watching.endings().toString());
        }
        NodeFault fault = assertThrows(NodeFault.class, () -> rig.node().facts().host());
        assertEquals(FaultCode.UNAVAILABLE, fault.code());
        assertThrows(NodeFault.class, () -> new Watching(rig.node(), rig.patience()));
        sim.host().faults().silent(false);
        assertEquals(sim.host().hostId(), rig.node().facts().host().hostId());
    }

    @Test
    void aPlaceWhereNobodyIsIsToldAtOnce() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertEquals(FaultCode.UNAVAILABLE, assertThrows(NodeFault.class, () -> rig.clients().connect("localhost", free)).code());
        assertEquals(FaultCode.UNAVAILABLE,
                assertThrows(NodeFault.class, () -> rig.clients().connect("no.such.host.invalid", 54321)).code());
        Node nowhere = rig.clients().connect("no.such.host.invalid", 54321, "x");
        NodeFault fault = assertThrows(NodeFault.class, () -> nowhere.domains().stop(Specs.key(), Specs.key()));
        assertTrue(fault.getMessage().contains("known to nobody"), fault.getMessage());
        assertEquals(FaultCode.BAD_INPUT, assertThrows(NodeFault.class, () -> rig.clients().connect("a b/c", 54321)).code());
        assertEquals(FaultCode.BAD_INPUT, assertThrows(NodeFault.class, () -> rig.clients().connect("localhost", 0)).code());
    }

    @Test
    void whoListensButIsNoNodeIsToldApart() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0)) {
            NodeFault fault = assertThrows(NodeFault.class, () -> rig.clients().connect("localhost", deaf.getLocalPort()));
            assertEquals(FaultCode.UNAVAILABLE, fault.code());
            assertTrue(fault.getMessage().contains("in time"), fault.getMessage());
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        IOException taken = assertThrows(IOException.class,
                () -> NodeServer.open(sim.node(), rig.pki().node(), new InetSocketAddress("127.0.0.1", rig.server().port()), rig.buses()));
        assertTrue(taken.getMessage().startsWith("Can't listen on 127.0.0.1:" + rig.server().port()), taken.getMessage());
    }

    @Test
    void faultsOfTheHostArriveInItsWords() throws Exception {
        String storage = UUID.randomUUID().toString();
        rig.node().disks().connect(Specs.key(), storage, "");
        sim.host().faults().failNextStart("qemu: no luck & <no> \"quotes\"");
        NodeFault failed = assertThrows(NodeFault.class, () -> rig.node().domains().start(Specs.key(), Specs.guest(storage)));
        assertEquals(FaultCode.FAILED, failed.code());
        assertEquals("qemu: no luck & <no> \"quotes\"", failed.getFaultInfo().detail);
        DiskSpec disk = Specs.disk(storage, "raw", 64 * Specs.MIB);
        rig.node().disks().create(Specs.key(), disk);
        sim.host().faults().diskFull(storage, true);
        byte[] bytes = new byte[20 * (int) Specs.MIB];
        NodeFault full = assertThrows(NodeFault.class,
                () -> rig.node().images().write(storage, disk.disk, 0, new ByteArrayInputStream(bytes), bytes.length));
        assertEquals(FaultCode.NO_SPACE, full.code(), full.getMessage());
        sim.host().faults().diskFull(storage, false);
        rig.node().images().write(storage, disk.disk, 0, new ByteArrayInputStream(bytes), bytes.length);
    }

    @Test
    void oneSlowCallDelaysNoOther() throws Exception {
        sim.host().faults().delay(Duration.ofSeconds(2));
        Thread slow = Thread.ofVirtual()
                .start(() -> assertThrows(NodeFault.class, () -> rig.node().domains().shutdown(Specs.key(), Specs.key())));
        Thread.sleep(300);
        sim.host().faults().delay(Duration.ZERO);
        long start = System.nanoTime();
        rig.node().domains().stop(Specs.key(), Specs.key());
        assertTrue(System.nanoTime() - start < Duration.ofMillis(1500).toNanos());
        slow.join();
    }

    @Test
    void theCorrelationIdArrivesWithVerbsAndQuestions() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        try (NodeServer server = NodeServer.open(listening(heard), rig.pki().node(), new InetSocketAddress("127.0.0.1", 0), rig.buses())) {
            Node node = rig.clients().connect("localhost", server.port(), sim.host().hostId());
            MDC.put(Correlation.LOGGED, "c-1");
            assumeTrue("c-1".equals(MDC.get(Correlation.LOGGED)), "no log here that keeps it");
            node.domains().stop(Specs.key(), Specs.key());
            node.facts().host();
            MDC.put(Correlation.LOGGED, "c-2");
            node.domains().stop(Specs.key(), Specs.key());
            MDC.remove(Correlation.LOGGED);
            node.domains().stop(Specs.key(), Specs.key());
        } finally {
            MDC.remove(Correlation.LOGGED);
        }
        assertEquals(List.of("c-1", "c-1", "c-2", "null"), heard);
    }

    /** The node, which notes under which id each call comes. */
    private Node listening(List<String> heard) {
        return (Node) noting(sim.node(), Node.class, heard);
    }

    private static Object noting(Object target, Class<?> type, List<String> heard) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, (proxy, method, arguments) -> {
            Class<?> part = method.getReturnType();
            if (part == Domains.class || part == Facts.class) {
                return noting(method.invoke(target, arguments), part, heard);
            }
            if (type != Node.class) {
                heard.add(String.valueOf(MDC.get(Correlation.LOGGED)));
            }
            return method.invoke(target, arguments);
        });
    }
}
