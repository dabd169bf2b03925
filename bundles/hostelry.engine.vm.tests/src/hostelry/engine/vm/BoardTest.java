package hostelry.engine.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Problem;
import hostelry.engine.work.Problems;
import hostelry.model.Cluster;
import hostelry.model.HostelryFactory;
import hostelry.model.Vm;
import hostelry.node.api.DomainSpec;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BoardTest {
    private static final Instant SUMMER = Instant.parse("2026-07-01T12:00:00Z");
    private static final Instant WINTER = Instant.parse("2026-01-01T12:00:00Z");

    private static Vm vm(Consumer<Vm> with) {
        Vm vm = HostelryFactory.eINSTANCE.createVm();
        vm.setId("v1");
        with.accept(vm);
        return vm;
    }

    private static DomainSpec spec(Instant now, Consumer<Vm> with) {
        Cluster cluster = HostelryFactory.eINSTANCE.createCluster();
        cluster.setBiosType("q35_ovmf");
        cluster.setCpuType("Intel Haswell Family");
        DomainSpec spec = new DomainSpec();
        Board.write(spec, vm(with), Optional.of(cluster), now);
        return spec;
    }

    private static String against(Consumer<Vm> with) {
        Problems problems = new Problems();
        new BoardChecks(problems).all(vm(with));
        return problems.verdict().problems().stream().map(Problem::sentence).collect(Collectors.joining(" "));
    }

    @Test
    void whatAMachineDoesNotSayIsOfItsCluster() {
        DomainSpec spec = spec(WINTER, vm -> {});
        assertEquals("q35 uefi Haswell-noTSX 0 true",
                spec.board + " " + spec.firmware + " " + spec.cpu + " " + spec.clock + " " + spec.balloon);
        DomainSpec own = spec(WINTER, vm -> {
            vm.setBiosType("i440fx_sea_bios");
            vm.setCpuMode("host_passthrough");
            vm.setBallooning(false);
        });
        assertEquals("pc bios host-passthrough false", own.board + " " + own.firmware + " " + own.cpu + " " + own.balloon);
    }

    @Test
    void theClockGoesByItsZoneAndTheSeason() {
        assertEquals(7200, spec(SUMMER, vm -> vm.setTimeZone("Europe/Berlin")).clock);
        assertEquals(3600, spec(WINTER, vm -> vm.setTimeZone("Europe/Berlin")).clock);
        assertEquals(0, spec(SUMMER, vm -> vm.setTimeZone("Etc/GMT")).clock);
        assertEquals(7200, spec(SUMMER, vm -> vm.setTimeZone("W. Europe Standard Time")).clock);
        assertEquals(0, spec(WINTER, vm -> vm.setTimeZone("GMT Standard Time")).clock);
    }

    @Test
    void whatStandsAsideIsWritten() {
        DomainSpec spec = new DomainSpec();
        Board.devices(spec, vm(vm -> {
            vm.setMemoryMax(1L << 32);
            vm.setConsole(false);
            vm.setRngSource("hwrng");
            vm.setKernelArguments("quiet");
            vm.setTpm(true);
            vm.setCpuShares(512);
            vm.setVirtioScsi(false);
            vm.setWatchdogModel("i6300esb");
            vm.setMonitors(2);
            vm.setSmartcard(true);
            vm.setDisconnectAction("shutdown");
            vm.setDisconnectDelay(15);
            vm.getVcpuPins().add("1#2-3");
        }));
        assertEquals("4294967296 false hwrng quiet true 512 false i6300esb none 2 true 1 2-3",
                spec.memoryMax + " " + spec.console + " " + spec.rng + " " + spec.kernelArguments + " " + spec.tpm + " " + spec.shares + " "
                        + spec.scsi + " " + spec.watchdog + " " + spec.watchdogAction + " " + spec.monitors + " " + spec.smartcard + " "
                        + spec.pins.get(0).cpu + " " + spec.pins.get(0).set);
        assertEquals("shutdown 15", spec.disconnect + " " + spec.disconnectMinutes);
        DomainSpec plain = new DomainSpec();
        Board.devices(plain, vm(vm -> {}));
        assertEquals("none 0", plain.disconnect + " " + plain.disconnectMinutes);
        assertEquals("true urandom true null 1",
                plain.console + " " + plain.rng + " " + plain.scsi + " " + plain.watchdog + " " + plain.monitors);
    }

    @Test
    void serialNumbers() {
        assertEquals("v1", spec(WINTER, vm -> vm.setSerialPolicy("vm")).serial);
        assertEquals("S-1", spec(WINTER, vm -> {
            vm.setSerialPolicy("custom");
            vm.setSerialNumber("S-1");
        }).serial);
        assertEquals(null, spec(WINTER, vm -> vm.setSerialPolicy("host")).serial);
    }

    @Test
    void whatIsNotKnownIsRefusedWithTheList() {
        assertEquals("", against(vm -> {}));
        assertTrue(against(vm -> vm.setOsType("beos")).startsWith("There is no operating system beos. Take one of other, "));
        assertTrue(against(vm -> vm.setTimeZone("Mars/Base")).startsWith("There is no time zone Mars/Base."));
        assertTrue(against(vm -> vm.setBiosType("dos")).contains("q35_ovmf"));
        assertTrue(against(vm -> vm.setCpuMode("fast")).contains("host_passthrough"));
        assertTrue(against(vm -> vm.setCustomCpuModel("a b")).startsWith("'a b' can't be a CPU model."));
        assertTrue(against(vm -> vm.setCustomEmulatedMachine("'/>")).contains("can't be the version of a board"));
        assertTrue(against(vm -> vm.setSerialPolicy("custom")).startsWith("The policy custom wants a serial number."));
        assertTrue(against(vm -> vm.setIoThreads(17)).contains("Take 0 to 16."));
        assertTrue(against(vm -> vm.setPriority(101)).contains("Take 0 to 100."));
        assertTrue(against(vm -> vm.setUsb(true)).contains("Give it SPICE"));
        assertTrue(against(vm -> {
            vm.setBiosType("q35_ovmf");
            vm.setCustomEmulatedMachine("pc-i440fx-7.2");
        }).contains("do not fit"));
    }
}
