package hostelry.node.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hostelry.node.api.FaultCode;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import hostelry.node.api.Report;
import hostelry.node.client.NodeClients;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** The parts as the framework puts them together: two simulated hosts, one of them behind a door, and the engine's client. */
class FrameworkTest {
    private static final long PATIENCE = 20_000;

    private BundleContext context;

    @BeforeEach
    void findFramework() {
        Bundle bundle = FrameworkUtil.getBundle(FrameworkTest.class);
        assumeTrue(bundle != null, "only in the framework");
        context = bundle.getBundleContext();
    }

    @Test
    void everySimulatedHostIsAService() throws Exception {
        wait(Node.class);
        Collection<ServiceReference<Node>> nodes = context.getServiceReferences(Node.class, null);
        assertEquals(2, nodes.size());
        int guests = 0;
        for (ServiceReference<Node> reference : nodes) {
            Node node = context.getService(reference);
            assertEquals(reference.getProperty(Node.HOST_ID), node.hostId());
            assertEquals("simulated", node.facts().host().virtualization());
            try (Watching watching = new Watching(node, Duration.ofSeconds(10))) {
                guests += watching.await("anything", Optional::of).domains().size();
            }
            NodeFault fault = Assertions.assertThrows(NodeFault.class, () -> node.domains().stop("no key", "no id"));
            assertEquals(FaultCode.BAD_INPUT, fault.code());
        }
        assertEquals(10, guests);
    }

    @Test
    void theDoorIsOpenAndTheEnginesClientGetsIn() throws Exception {
        NodeClients clients = wait(NodeClients.class);
        String listen = context.getProperty("hostelry.node.listen");
        Node node = clients.connect("127.0.0.1", Integer.parseInt(listen.substring(listen.indexOf(':') + 1)));
        assertTrue(context.getServiceReferences(Node.class, "(" + Node.HOST_ID + "=" + node.hostId() + ")").size() == 1);
        try (Watching watching = new Watching(node, Duration.ofSeconds(10))) {
            Report first = watching.await("anything", Optional::of);
            assertTrue(first.full());
            assertNotNull(first.host());
        }
        node.domains().stop(Specs.key(), Specs.key());
    }

    private <T> T wait(Class<T> type) throws InterruptedException {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        T service = tracker.waitForService(PATIENCE);
        assertNotNull(service, type + " is not there");
        return service;
    }
}
