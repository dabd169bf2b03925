package hostelry.engine.host.enrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.model.Host;
import hostelry.node.api.Certificates;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import hostelry.pki.AskingKey;
import hostelry.pki.Certified;
import hostelry.pki.KeyRequest;
import hostelry.pki.Pki;
import hostelry.testkit.Estates;
import hostelry.testkit.FakeNode;
import hostelry.testkit.FakeNodes;
import hostelry.testkit.InlineWork;
import hostelry.testkit.MemoryInventory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clock is moved, and the estate runs on. */
class RenewalsTest {
    private static final Instant START = Instant.parse("2026-05-01T10:00:00Z");
    private final MemoryInventory inventory = new MemoryInventory();
    private final FakeNodes nodes = new FakeNodes();
    private final InlineWork work = new InlineWork();
    private final HandClock clock = new HandClock();
    private final OneNode node = new OneNode();
    private Pki pki;
    private Renewals renewals;

    @BeforeEach
    void make(@TempDir Path folder) {
        pki = new Pki(folder, Files::write, clock, List.of("localhost"));
        renewals = new Renewals(inventory, nodes, work, pki, clock);
        node.certificate = pki.certify(KeyRequest.parse(AskingKey.fresh().request()), "h1", List.of("127.0.0.1")).pem();
        new Estates(inventory).host("h1", "box", host -> {
            host.setAddress("127.0.0.1");
            host.setPort(54321);
        });
        nodes.add(new FakeNode("h1", "box")).certificates(node);
    }

    private Host host() {
        return inventory.find(Host.class, "h1").orElseThrow();
    }

    private void after(Duration time) {
        clock.now = START.plus(time);
        renewals.round();
    }

    @Test
    void aYoungCertificateIsOnlyNoted() {
        String before = node.certificate;
        after(Duration.ofDays(240));
        assertEquals(before, node.certificate);
        assertEquals(Certified.parse(before).serial(), host().getCertificateSerial());
        assertEquals(List.of(), work.said());
    }

    @Test
    void anOlderOneIsRenewedWhileTheHostRuns() {
        String before = node.certificate;
        after(Duration.ofDays(250));
        assertNotEquals(before, node.certificate);
        assertEquals(Certified.parse(node.certificate).until(), host().getCertificateUntil());
        assertTrue(host().getCertificateUntil().isAfter(START.plus(Duration.ofDays(600))));
        assertTrue(work.said().stream().anyMatch(text -> text.startsWith("The certificate of host box was renewed.")),
                work.said().toString());
        assertTrue(work.said().stream()
                .anyMatch(text -> text.startsWith("The engine has renewed its own certificates: engine, engine-client, node")));
        String renewed = node.certificate;
        after(Duration.ofDays(251));
        assertEquals(renewed, node.certificate, "once is enough");
    }

    @Test
    void whatFailsIsTriedAgainAndToldInTime() {
        node.fault = new NodeFault(FaultCode.FAILED, "The disk is full.");
        renewals.round();
        after(Duration.ofDays(250));
        assertTrue(work.said().stream().noneMatch(text -> text.contains("disk is full")), "there is time");
        node.fault = null;
        after(Duration.ofDays(251));
        assertTrue(host().getCertificateUntil().isAfter(START.plus(Duration.ofDays(600))));
    }

    @Test
    void aHostThatIsAwayIsTriedWhenItIsBack() {
        nodes.silence("h1");
        after(Duration.ofDays(250));
        nodes.add(new FakeNode("h1", "box")).certificates(node);
        after(Duration.ofDays(300));
        assertTrue(Certified.parse(node.certificate).until().isAfter(START.plus(Duration.ofDays(600))));
    }

    @Test
    void theEndOfTheAuthorityIsToldAYearBefore() {
        after(Duration.ofDays(3650 - 370));
        assertTrue(work.said().stream().noneMatch(text -> text.contains("authority ends")));
        after(Duration.ofDays(3650 - 360));
        after(Duration.ofDays(3650 - 359));
        assertEquals(1, work.said().stream().filter(text -> text.contains("authority ends")).count(), "not every hour");
        after(Duration.ofDays(3650 - 20));
        after(Duration.ofDays(3650 - 19));
        assertEquals(3, work.said().stream().filter(text -> text.contains("authority ends")).count(), "at the end, each day");
    }

    @Test
    void nodesLearnWhoWasRevoked() {
        pki.revoke("ab");
        renewals.round();
        assertTrue(node.revoked.startsWith("-----BEGIN X509 CRL-----"), node.revoked);
    }

    /** A node that holds one certificate. */
    private static final class OneNode implements Certificates {
        private String certificate = "";
        private String revoked = "";
        private NodeFault fault;

        @Override
        public String present() {
            return certificate;
        }

        @Override
        public String request() throws NodeFault {
            if (fault != null) {
                throw fault;
            }
            return AskingKey.fresh().request();
        }

        @Override
        public void install(String next) {
            certificate = next;
        }

        @Override
        public void revoked(String list) {
            revoked = list;
        }
    }

    private static final class HandClock extends Clock {
        private Instant now = START;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
