package hostelry.node.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.node.api.DiskSpec;
import hostelry.node.api.DomainSpec;
import hostelry.node.api.FaultCode;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Disks and cards that come and go while a guest runs. */
interface PlugContract extends OnNode {
    private static DomainSpec.Drive drive(DiskSpec disk, String bus) {
        DomainSpec.Drive drive = new DomainSpec.Drive();
        drive.storage = disk.storage;
        drive.disk = disk.disk;
        drive.format = disk.format;
        drive.bus = bus;
        return drive;
    }

    @Test
    default void aDiskComesAndGoesWhileTheGuestRuns() throws Exception {
        DomainSpec guest = started();
        DiskSpec disk = Specs.disk(storage(), "qcow2", 16 * Specs.MIB);
        node().disks().create(Specs.key(), disk);
        // SCSI needs nobody in the guest who would let go of it
        DomainSpec.Drive drive = drive(disk, "virtio-scsi");
        String key = Specs.key();
        node().domains().plugDrive(key, guest.id, drive);
        node().domains().plugDrive(key, guest.id, drive);
        node().domains().plugDrive(Specs.key(), guest.id, drive);
        fault(FaultCode.CONFLICT, () -> node().disks().delete(Specs.key(), disk.storage, disk.disk));
        node().domains().unplugDrive(Specs.key(), guest.id, disk.storage, disk.disk);
        node().domains().unplugDrive(Specs.key(), guest.id, disk.storage, disk.disk);
        node().disks().delete(Specs.key(), disk.storage, disk.disk);
        fault(FaultCode.NOT_FOUND, () -> node().domains().plugDrive(Specs.key(), guest.id, drive));
        assertTrue(node().disks().inspect(storage(), guest.drives.getFirst().disk).virtualSize > 0, "its other disk stays");
    }

    @Test
    default void aCardComesWhileTheGuestRuns() throws Exception {
        DomainSpec guest = started();
        DomainSpec.Card card = Specs.card("52:54:00:99:00:01", "virtio", "");
        node().domains().plugCard(Specs.key(), guest.id, card);
        node().domains().plugCard(Specs.key(), guest.id, card);
        card.linked = false;
        node().domains().changeCard(Specs.key(), guest.id, card);
        DomainSpec.Card other = Specs.card("52:54:00:99:00:02", "virtio", "");
        fault(FaultCode.NOT_FOUND, () -> node().domains().changeCard(Specs.key(), guest.id, other));
        node().domains().unplugCard(Specs.key(), guest.id, other.mac);
        node().domains().stop(Specs.key(), guest.id);
        fault(FaultCode.CONFLICT, () -> node().domains().plugCard(Specs.key(), guest.id, card));
        fault(FaultCode.CONFLICT, () -> node().domains().changeCard(Specs.key(), guest.id, card));
        node().domains().unplugCard(Specs.key(), guest.id, card.mac);
    }

    @Test
    default void partsWithoutSenseAreRefused() throws Exception {
        String id = UUID.randomUUID().toString();
        DiskSpec disk = Specs.disk(storage(), "qcow2", 16 * Specs.MIB);
        fault(FaultCode.BAD_INPUT, () -> node().domains().plugDrive(Specs.key(), id, drive(disk, "sata")));
        fault(FaultCode.BAD_INPUT, () -> node().domains().plugDrive(Specs.key(), "..", drive(disk, "virtio")));
        fault(FaultCode.BAD_INPUT, () -> node().domains().unplugDrive(Specs.key(), id, storage(), "/dev/sda"));
        fault(FaultCode.BAD_INPUT, () -> node().domains().plugCard(Specs.key(), id, Specs.card("x", "virtio", "")));
        fault(FaultCode.BAD_INPUT, () -> node().domains().plugCard(Specs.key(), id, Specs.card("52:54:00:99:00:01", "ne2k", "")));
        fault(FaultCode.BAD_INPUT, () -> node().domains().changeCard(Specs.key(), id, Specs.card("52:54:00:99:00:01", "virtio", "../x")));
        fault(FaultCode.BAD_INPUT, () -> node().domains().unplugCard(Specs.key(), id, "'/>"));
    }

    /** With room for more. */
    private DomainSpec roomy() throws Exception {
        DomainSpec guest = guest();
        guest.memory = 128 * MIB;
        guest.memoryMax = 640 * MIB;
        guest.socketsMax = 4;
        node().domains().start(Specs.key(), guest);
        return guest;
    }

    @Test
    default void cpusComeWhileTheGuestRuns() throws Exception {
        DomainSpec guest = roomy();
        String key = Specs.key();
        node().domains().setCpus(key, guest.id, 3);
        node().domains().setCpus(key, guest.id, 3);
        node().domains().setCpus(Specs.key(), guest.id, 3);
        watching().await("its CPUs", report -> Watching.find(report.domains(), one -> one.id().equals(guest.id) && one.cpus() == 3));
        fault(FaultCode.CONFLICT, () -> node().domains().setCpus(Specs.key(), guest.id, 5));
        node().domains().stop(Specs.key(), guest.id);
        fault(FaultCode.CONFLICT, () -> node().domains().setCpus(Specs.key(), guest.id, 2));
    }

    @Test
    default void cpusThatItWasStartedWithStay() throws Exception {
        DomainSpec guest = guest();
        guest.sockets = 2;
        guest.socketsMax = 4;
        node().domains().start(Specs.key(), guest);
        fault(FaultCode.CONFLICT, () -> node().domains().setCpus(Specs.key(), guest.id, 1));
        node().domains().setCpus(Specs.key(), guest.id, 2);
    }

    @Test
    default void memoryComesWhileTheGuestRuns() throws Exception {
        DomainSpec guest = roomy();
        String key = Specs.key();
        node().domains().setMemory(key, guest.id, 384 * MIB);
        node().domains().setMemory(key, guest.id, 384 * MIB);
        node().domains().setMemory(Specs.key(), guest.id, 384 * MIB);
        watching().await("its memory",
                report -> Watching.find(report.domains(), one -> one.id().equals(guest.id) && one.memory() == 384 * MIB));
        fault(FaultCode.CONFLICT, () -> node().domains().setMemory(Specs.key(), guest.id, 1024 * MIB));
        fault(FaultCode.CONFLICT, () -> node().domains().setMemory(Specs.key(), guest.id, 64 * MIB));
        node().domains().stop(Specs.key(), guest.id);
        fault(FaultCode.CONFLICT, () -> node().domains().setMemory(Specs.key(), guest.id, 384 * MIB));
    }

    @Test
    default void aGuestWithoutRoomGetsNothing() throws Exception {
        DomainSpec guest = started();
        fault(FaultCode.CONFLICT, () -> node().domains().setCpus(Specs.key(), guest.id, 2));
        fault(FaultCode.CONFLICT, () -> node().domains().setMemory(Specs.key(), guest.id, 320 * MIB));
        fault(FaultCode.BAD_INPUT, () -> node().domains().setCpus(Specs.key(), guest.id, 0));
        fault(FaultCode.BAD_INPUT, () -> node().domains().setCpus(Specs.key(), "..", 1));
        fault(FaultCode.BAD_INPUT, () -> node().domains().setMemory(Specs.key(), guest.id, 1));
        fault(FaultCode.BAD_INPUT, () -> node().domains().setMemory(Specs.key(), guest.id, Long.MAX_VALUE));
    }
}
