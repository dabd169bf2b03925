package hostelry.engine.vm;

import hostelry.model.Cluster;
import hostelry.model.Vm;
import hostelry.model.data.CpuType;
import hostelry.model.data.CpuTypes;
import hostelry.model.data.CustomProperties;
import hostelry.model.data.WindowsZones;
import hostelry.model.nextrun.EditRules;
import hostelry.node.api.DomainSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes what a machine shows its guest into the words of a node: its own where it says something, else those of its cluster. Pure. */
final class Board {
    private Board() {}

    /** @param now decides whether it is summer in the machine's time zone */
    static void write(DomainSpec spec, Vm vm, Optional<Cluster> cluster, Instant now) {
        String bios = vm.getBiosType() == null || vm.getBiosType().isEmpty() || vm.getBiosType().equals("cluster_default")
                ? cluster.map(Cluster::getBiosType).orElse("q35_sea_bios")
                : vm.getBiosType();
        spec.machine = empty(vm.getCustomEmulatedMachine());
        // the version of a board says of itself which one that is
        spec.board = spec.machine != null ? spec.machine.contains("q35") ? "q35" : "pc" : bios.startsWith("i440fx") ? "pc" : "q35";
        spec.firmware = bios.equals("q35_ovmf") ? "uefi" : bios.equals("q35_secure_boot") ? "uefi-secure" : "bios";
        spec.cpu = cpu(vm, cluster);
        spec.clock = vm.getTimeZone() == null || vm.getTimeZone().isEmpty()
                ? 0
                : WindowsZones.zone(vm.getTimeZone()).orElse(ZoneOffset.UTC).getRules().getOffset(now).getTotalSeconds();
        spec.balloon = vm.isBallooning();
        spec.paused = vm.isStartPaused();
        spec.sound = vm.isSoundcard();
        spec.redirect = vm.isUsb();
        spec.ioThreads = vm.getIoThreads();
        spec.serial = "vm".equals(vm.getSerialPolicy()) ? vm.getId() : "custom".equals(vm.getSerialPolicy()) ? vm.getSerialNumber() : null;
    }

    /** What else it has, none of which its cluster says anything of. */
    static void devices(DomainSpec spec, Vm vm) {
        spec.memoryMax = vm.getMemoryMax();
        spec.socketsMax = EditRules.mostSockets(vm);
        spec.console = vm.isConsole();
        spec.rng = "hwrng".equals(vm.getRngSource()) ? "hwrng" : "urandom";
        spec.rngBytes = vm.getRngBytes();
        spec.rngPeriod = vm.getRngPeriod();
        spec.kernelArguments = empty(vm.getKernelArguments());
        spec.tpm = vm.isTpm();
        spec.shares = vm.getCpuShares();
        spec.scsi = vm.isVirtioScsi();
        spec.watchdog = empty(vm.getWatchdogModel());
        spec.watchdogAction = empty(vm.getWatchdogAction()) instanceof String action ? action : "none";
        spec.monitors = vm.getMonitors();
        spec.smartcard = vm.isSmartcard();
        spec.disconnect = empty(vm.getDisconnectAction()) instanceof String action ? action : "none";
        spec.disconnectMinutes = vm.getDisconnectDelay();
        CpuPin.all(vm).forEach(pin -> {
            DomainSpec.Pin written = new DomainSpec.Pin();
            written.cpu = pin.cpu();
            written.set = pin.set();
            spec.pins.add(written);
        });
        for (String text : vm.getCustomProperties()) {
            DomainSpec.Property property = new DomainSpec.Property();
            property.name = CustomProperties.name(text);
            property.value = CustomProperties.value(text);
            spec.properties.add(property);
        }
    }

    private static @Nullable String cpu(Vm vm, Optional<Cluster> cluster) {
        if ("host_passthrough".equals(vm.getCpuMode()) || "host_model".equals(vm.getCpuMode())) {
            return vm.getCpuMode().replace('_', '-');
        }
        String own = empty(vm.getCustomCpuModel());
        return own != null ? own : cluster.map(Cluster::getCpuType).flatMap(CpuTypes::find).map(CpuType::model).orElse(null);
    }

    private static @Nullable String empty(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
