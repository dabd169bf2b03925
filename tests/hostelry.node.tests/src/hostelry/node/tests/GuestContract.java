package hostelry.node.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.node.api.DiskSpec;
import hostelry.node.api.Display;
import hostelry.node.api.DomainSpec;
import hostelry.node.api.FaultCode;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What guests have and need, and how they go. */
interface GuestContract extends OnNode {
    @Test
    default void whatRunsIsNotRemoved() throws Exception {
        DomainSpec guest = started();
        fault(FaultCode.CONFLICT, () -> node().domains().remove(Specs.key(), guest.id));
        node().domains().stop(Specs.key(), guest.id);
        String key = Specs.key();
        node().domains().remove(key, guest.id);
        watching().awaitGone(0, guest.id);
        node().domains().remove(key, guest.id);
        node().domains().remove(Specs.key(), guest.id);
        assertTrue(node().disks().inspect(storage(), guest.drives.getFirst().disk).virtualSize > 0, "its disk stays");
    }

    @Test
    default void aGuestThatIsRemovedBehindOurBackIsReported() throws Exception {
        DomainSpec guest = started();
        watching().awaitState(0, guest.id, "running");
        rig().removeBehind(guest.id);
        watching().awaitGone(0, guest.id);
        node().domains().stop(Specs.key(), guest.id);
        node().domains().remove(Specs.key(), guest.id);
    }

    @Test
    default void aNameIsTakenOnce() throws Exception {
        DomainSpec guest = started();
        DomainSpec other = guest();
        other.name = guest.name;
        fault(FaultCode.CONFLICT, () -> node().domains().start(Specs.key(), other));
        assertNothingOf(other);
    }

    @Test
    default void aGuestNeedsItsDisk() throws Exception {
        DomainSpec guest = Specs.guest(storage(), UUID.randomUUID().toString());
        rig().prepare(guest);
        fault(FaultCode.NOT_FOUND, () -> node().domains().start(Specs.key(), guest));
        guest.drives.clear();
        guest.cdStorage = storage();
        guest.cdDisk = UUID.randomUUID().toString();
        fault(FaultCode.NOT_FOUND, () -> node().domains().start(Specs.key(), guest));
        assertNothingOf(guest);
    }

    @Test
    default void aGuestLargerThanTheHostIsRefused() throws Exception {
        DomainSpec guest = guest();
        guest.memory = node().facts().host().memory() + 1024 * MIB;
        fault(FaultCode.NO_MEMORY, () -> node().domains().start(Specs.key(), guest));
        assertNothingOf(guest);
    }

    @Test
    default void aDiscForCloudInitIsThereForOneRun() throws Exception {
        DomainSpec guest = guest();
        guest.seed = new DomainSpec.Seed();
        guest.seed.metaData = "{\"instance-id\": \"" + guest.id + "\"}\n";
        guest.seed.userData = "#cloud-config\npassword: \"$6$Zürich\"\n";
        guest.seed.networkConfig = "{\"version\": 1}\n";
        Map<String, String> told = Map.of("meta-data", guest.seed.metaData, "user-data", guest.seed.userData, "network-config",
                guest.seed.networkConfig);
        node().domains().start(Specs.key(), guest);
        assertEquals(told, rig().seed(guest.id));
        node().domains().stop(Specs.key(), guest.id);
        watching().awaitState(0, guest.id, "off");
        awaitNoSeed(guest.id);
        guest.seed = null;
        node().domains().start(Specs.key(), guest);
        assertEquals(Map.of(), rig().seed(guest.id), "the next run has none");
        node().domains().stop(Specs.key(), guest.id);
    }

    private void awaitNoSeed(String id) throws Exception {
        long end = System.nanoTime() + rig().patience().toNanos();
        while (!rig().seed(id).isEmpty() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertEquals(Map.of(), rig().seed(id), "what it was told is gone with the run");
    }

    @Test
    default void aTicketOpensTheConsole() throws Exception {
        DomainSpec guest = started();
        String key = Specs.key();
        Display display = node().domains().ticket(key, guest.id, "vnc", "secret12", 60);
        assertEquals("vnc", display.graphics);
        assertTrue(display.port > 0 || display.tlsPort > 0, "port " + display.port);
        assertFalse(display.address.isBlank());
        Display again = node().domains().ticket(key, guest.id, "vnc", "secret12", 60);
        assertEquals(display.port, again.port);
        fault(FaultCode.NOT_FOUND, () -> node().domains().ticket(Specs.key(), UUID.randomUUID().toString(), "vnc", "secret12", 60));
        node().domains().stop(Specs.key(), guest.id);
        fault(FaultCode.CONFLICT, () -> node().domains().ticket(Specs.key(), guest.id, "vnc", "secret12", 60));
    }

    @Test
    default void discsAreChanged() throws Exception {
        DomainSpec guest = started();
        DiskSpec disc = iso();
        String key = Specs.key();
        node().domains().changeCd(key, guest.id, storage(), disc.disk);
        node().domains().changeCd(key, guest.id, storage(), disc.disk);
        fault(FaultCode.CONFLICT, () -> node().disks().delete(Specs.key(), storage(), disc.disk));
        fault(FaultCode.NOT_FOUND, () -> node().domains().changeCd(Specs.key(), guest.id, storage(), UUID.randomUUID().toString()));
        node().domains().changeCd(Specs.key(), guest.id, "", "");
        node().disks().delete(Specs.key(), storage(), disc.disk);
    }
}
