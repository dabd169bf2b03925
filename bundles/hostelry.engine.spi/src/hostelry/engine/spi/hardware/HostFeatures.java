package hostelry.engine.spi.hardware;

import hostelry.model.Host;
import hostelry.model.Virtualization;
import hostelry.node.api.Hardware;
import hostelry.node.api.HostFacts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A host's facts as features of the model. */
public final class HostFeatures {
    private static final HardwareText TEXT = new HardwareText();

    private HostFeatures() {}

    public static void fill(Host host, HostFacts facts) {
        host.setCpuModel(facts.cpuModel());
        host.setCpuSpeed(facts.cpuMhz());
        host.setCpuSockets(facts.sockets());
        host.setCpuCores(facts.cores());
        host.setCpuThreads(facts.threads());
        host.setMemory(facts.memory());
        host.setOsType(facts.os());
        host.setOsVersion(facts.osVersion());
        host.setKernel(facts.kernel());
        host.setLibvirtVersion(facts.libvirtVersion());
        host.setQemuVersion(facts.qemuVersion());
        Virtualization virtualization = Virtualization.get(facts.virtualization());
        host.setVirtualization(virtualization == null ? Virtualization.UNKNOWN : virtualization);
        host.setVirtualizationDetail(facts.virtualizationDetail());
        host.setBootTime(facts.bootTime() == 0 ? null : Instant.ofEpochMilli(facts.bootTime()));
        if (!facts.hardware().equals(Hardware.UNKNOWN)) { // a node of an older version does not tell it: what was known stays
            fill(host, facts.hardware());
        }
    }

    private static void fill(Host host, Hardware hardware) {
        Hardware.Board board = hardware.board();
        host.setHardwareManufacturer(orNull(board.manufacturer()));
        host.setHardwareProduct(orNull(board.product()));
        host.setHardwareVersion(orNull(board.version()));
        host.setHardwareFamily(orNull(board.family()));
        host.setHardwareSerial(orNull(board.serial()));
        host.setHardwareUuid(orNull(board.uuid()));
        host.setNumaSupported(hardware.cells().size() > 1);
        host.setDevicePassthrough(hardware.abilities().iommuGroups() > 0);
        host.setTransparentHugepages("always".equals(hardware.pages().transparent()) || "madvise".equals(hardware.pages().transparent()));
        host.setKsm("yes".equals(hardware.pages().merging()));
        host.setSelinux(orNull(hardware.abilities().selinux()));
        host.setHardware(TEXT.write(hardware));
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
