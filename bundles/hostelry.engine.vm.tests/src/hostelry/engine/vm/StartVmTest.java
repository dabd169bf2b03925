package hostelry.engine.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.engine.spi.WellKnown;
import hostelry.model.Cluster;
import hostelry.api.Refusal;
import hostelry.engine.work.Problems;
import hostelry.model.DiskStatus;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.HostelryFactory;
import hostelry.model.Nic;
import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainStatus;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.node.api.DomainSpec;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StartVmTest {
    private final Stage stage = new Stage();

    @BeforeEach
    void aMachineWithADisk() {
        stage.estate.vm("v1", "web1", vm -> vm.setStatusDetail("old trouble"));
        stage.estate.disk("d1", "root", "sd1", disk -> {});
        stage.estate.attachment("v1", "d1", true);
    }

    private StartVm start() {
        return stage.verbs.start("v1");
    }

    private void status(VmStatus status) {
        stage.inventory.change(draft -> {
            Vm vm = draft.edit(Vm.class, "v1");
            vm.setStatus(status);
            vm.setHost("h1");
            return null;
        });
    }

    @Test
    void runsOnTheHostThatFits() throws Exception {
        assertEquals("", Stage.against(start()));
        Vm vm = Stage.perform(start());

        assertEquals(VmStatus.POWERING_UP, vm.getStatus());
        assertEquals("h1", vm.getHost());
        assertEquals(Stage.NOW, vm.getStartTime());
        assertEquals(null, vm.getStatusDetail());
        assertEquals(List.of("domains.start v1"), stage.node.calls());
    }

    @Test
    void theNodeIsToldAllThatItNeeds() throws Exception {
        stage.estate.iso("cd", "debian.iso", "iso1");
        stage.estate.disk("d0", "a-second", "sd1", disk -> disk.setFormat(hostelry.model.DiskFormat.RAW));
        stage.estate.attachment("v1", "d0", false);
        stage.inventory.change(draft -> {
            Vm vm = draft.edit(Vm.class, "v1");
            vm.setCdrom("cd");
            vm.getBootDevices().addAll(List.of(hostelry.model.BootDevice.CDROM, hostelry.model.BootDevice.HD));
            Nic nic = HostelryFactory.eINSTANCE.createNic();
            nic.setVm("v1");
            nic.setName("nic1");
            nic.setMac("56:6f:00:00:00:01");
            nic.setPlugged(true);
            nic.setLinked(true);
            nic.setVnicProfile(hostelry.engine.spi.WellKnown.VNIC_PROFILE);
            draft.add(nic);
            return null;
        });
        Stage.perform(start());
        DomainSpec spec = stage.node.spec("v1");

        assertEquals("web1", spec.name);
        assertEquals(1L << 30, spec.memory);
        assertEquals(List.of("cdrom", "hd"), spec.boot);
        assertEquals(List.of("d1", "d0"), spec.drives.stream().map(drive -> drive.disk).toList(), "bootable first");
        assertEquals(List.of("qcow2", "raw"), spec.drives.stream().map(drive -> drive.format).toList());
        assertEquals("iso1", spec.cdStorage);
        assertEquals("cd", spec.cdDisk);
        assertEquals("ovirtmgmt", spec.cards.get(0).network);
        assertEquals(List.of("spice"), spec.graphics);
    }

    @Test
    void theHostWithMostMemoryLeft() throws Exception {
        stage.estate.host("h2", "large", host -> host.setMemory(32L << 30));
        stage.nodes.add(new hostelry.testkit.FakeNode("h2", "large"));
        stage.estate.vm("v2", "free", vm -> {});

        assertEquals("h2", Stage.perform(stage.verbs.start("v2")).getHost());
        assertEquals("h1", Stage.perform(start()).getHost(), "its disk is local to h1");
    }

    @Test
    void whatRunsCountsAgainstTheMemory() throws Exception {
        stage.estate.vm("v2", "big", vm -> {
            vm.setMemory(15L << 29);
            vm.setStatus(VmStatus.UP);
            vm.setHost("h1");
        });

        assertEquals("No host of cluster Default can run VM web1 now. Host box has 512 MiB of memory left and VM web1 needs 1 GiB. "
                + "Stop a guest there, or give the VM less memory.", Stage.against(start()));
        assertThrows(Refusal.class, () -> Stage.perform(start()));
        assertEquals(VmStatus.DOWN, stage.vm("v1").getStatus());
    }

    @Test
    void aVerdictForEachHost() {
        stage.estate.host("h2", "spare", host -> host.setStatus(HostStatus.MAINTENANCE));
        Problems problems = new Problems();
        start().check(problems);

        assertEquals(List.of(), problems.verdict().hosts().get("box"));
        assertEquals(
                List.of("Host spare is in maintenance. Activate it.",
                        "Host spare can't reach root: storage domain local-data is local to another host."),
                problems.verdict().hosts().get("spare").stream().map(problem -> problem.sentence()).toList());
        assertTrue(problems.none());
    }

    @Test
    void hostsAreToldAlsoWhereItCantStartAnywhere() {
        stage.inventory.change(draft -> {
            draft.edit(Vm.class, "v1").setStatus(VmStatus.UP);
            return null;
        });
        Problems problems = new Problems();
        start().check(problems);

        assertEquals(1, problems.verdict().problems().size());
        assertEquals(java.util.Map.of("box", List.of()), problems.verdict().hosts());
    }

    @Test
    void noHostIsUp() {
        stage.inventory.change(draft -> {
            draft.edit(Host.class, "h1").setStatus(HostStatus.NON_RESPONSIVE);
            return null;
        });

        assertTrue(Stage.against(start()).contains("Host box is non responsive."));
    }

    @Test
    void noHostAtAll() {
        stage.inventory.change(draft -> {
            draft.remove(Host.class, "h1");
            return null;
        });

        assertEquals("Cluster Default has no host that could run VM web1. Add a host to it.", Stage.against(start()));
    }

    @Test
    void itsStorageIsNotActive() {
        stage.inventory.change(draft -> {
            draft.edit(StorageDomain.class, "sd1").setStatus(StorageDomainStatus.MAINTENANCE);
            return null;
        });

        assertTrue(Stage.against(start()).contains("Storage domain local-data, which holds root, is not active. Activate it."));
    }

    @Test
    void statesThatDoNotPermitIt() {
        status(VmStatus.UP);
        assertEquals("VM web1 can't be started while it is up.", Stage.against(start()));
        status(VmStatus.POWERING_DOWN);
        assertEquals("VM web1 can't be started while it is powering down. Wait until it is down.", Stage.against(start()));
        status(VmStatus.UNKNOWN);
        assertTrue(Stage.against(start()).contains("its host does not answer"));
    }

    @Test
    void nothingOfThatId() {
        assertTrue(Stage.against(stage.verbs.start("none")).startsWith("There is no VM none."));
    }

    @Test
    void aGuestMadeElsewhere() {
        stage.estate.vm("v2", "alien", vm -> vm.setOrigin("external"));

        assertTrue(Stage.against(stage.verbs.start("v2")).startsWith("VM alien was made outside of Hostelry and can't be started here."));
    }

    @Test
    void disksThatCantBeUsed() {
        stage.estate.disk("d2", "half", "sd1", disk -> disk.setStatus(DiskStatus.LOCKED));
        stage.estate.attachment("v1", "d2", false);

        assertTrue(Stage.against(start()).contains("Disk half is locked. Wait until its transfer has ended"));
    }

    @Test
    void theHostRefuses() {
        stage.node.fails("domains.start", new NodeFault(FaultCode.FAILED, "internal error: qemu exited"));

        Refusal refusal = assertThrows(Refusal.class, () -> Stage.perform(start()));
        assertEquals("VM web1 could not be started on host box: internal error: qemu exited.", refusal.getMessage());
        Vm vm = stage.vm("v1");
        assertEquals(VmStatus.DOWN, vm.getStatus());
        assertEquals(null, vm.getHost());
        assertEquals("VM web1 could not be started on host box: internal error: qemu exited.", vm.getStatusDetail());
        assertEquals(List.of("domains.start v1", "domains.stop v1"), stage.node.calls());
        assertEquals("", Stage.against(start()), "it can be tried again");
    }

    @Test
    void aHostThatCantBeReachedWasNotAsked() {
        stage.nodes.silence("h1");

        Refusal refusal = assertThrows(Refusal.class, () -> Stage.perform(start()));
        assertTrue(refusal.getMessage().startsWith("Host box does not answer."));
        assertEquals(VmStatus.DOWN, stage.vm("v1").getStatus());
    }

    @Test
    void aHostThatFellSilentMayRunItAllTheSame() {
        stage.node.fails("domains.start", new NodeFault(FaultCode.UNAVAILABLE, "deadline"));
        stage.node.fails("domains.stop", new NodeFault(FaultCode.UNAVAILABLE, "deadline"));

        assertThrows(Refusal.class, () -> Stage.perform(start()));
        assertEquals(VmStatus.UNKNOWN, stage.vm("v1").getStatus());
        assertEquals("h1", stage.vm("v1").getHost());
    }

    @Test
    void goesOnAfterACrash() throws Exception {
        status(VmStatus.WAIT_FOR_LAUNCH);
        Vm vm = Stage.perform(start());
        Vm again = Stage.perform(start());

        assertEquals(VmStatus.POWERING_UP, vm.getStatus());
        assertEquals(VmStatus.POWERING_UP, again.getStatus());
        assertEquals(List.of("domains.start v1"), stage.node.calls());
    }

    @Test
    void takenBack() {
        status(VmStatus.WAIT_FOR_LAUNCH);
        start().compensate();

        assertEquals(VmStatus.DOWN, stage.vm("v1").getStatus());
        assertEquals(List.of("domains.stop v1"), stage.node.calls());
    }

    @Test
    void aGuestThatStandsStillGoesOn() throws Exception {
        status(VmStatus.PAUSED);
        stage.inventory.change(draft -> {
            draft.edit(Vm.class, "v1").setHost("h1");
            return null;
        });
        assertEquals("", Stage.against(start()));

        assertEquals(VmStatus.UP, Stage.perform(start()).getStatus());
        assertEquals(List.of("domains.resume v1"), stage.node.calls());
    }

    @Test
    void startedPaused() throws Exception {
        stage.inventory.change(draft -> {
            draft.edit(Vm.class, "v1").setStartPaused(true);
            return null;
        });

        assertEquals(VmStatus.PAUSED, Stage.perform(start()).getStatus());
        assertTrue(stage.node.spec("v1").paused);
    }

    @Test
    void moreMemoryIsPromisedWhereTheClusterPermits() {
        stage.inventory.change(draft -> {
            draft.edit(Host.class, "h1").setMemory(1L << 30);
            draft.edit(Vm.class, "v1").setMemory(1L << 30);
            return null;
        });
        stage.estate.vm("v2", "web2", vm -> {
            vm.setStatus(VmStatus.UP);
            vm.setHost("h1");
        });
        assertTrue(Stage.against(start()).contains("has 0 B of memory left"));
        stage.inventory.change(draft -> {
            draft.edit(Cluster.class, WellKnown.CLUSTER).setMemoryOvercommit(200);
            return null;
        });
        assertEquals("", Stage.against(start()));
    }

    private void vm(java.util.function.Consumer<Vm> change) {
        stage.inventory.change(draft -> {
            change.accept(draft.edit(Vm.class, "v1"));
            return null;
        });
    }

    @Test
    void aBoundMachineStartsOnItsHostOnly() throws Exception {
        stage.estate.host("h2", "other", host -> host.setMemory(1L << 40));
        stage.inventory.change(draft -> {
            draft.edit(StorageDomain.class, "sd1").setHost(null);
            return null;
        });
        vm(vm -> vm.getPlacementHosts().add("h1"));
        Problems problems = new Problems();
        start().check(problems);
        assertEquals("VM web1 is bound to host box and not to host other. Start it there, or add the host to its placement.",
                problems.verdict().hosts().get("other").get(0).sentence());
        assertEquals("h1", Stage.perform(start()).getHost());
    }

    @Test
    void aMachineBoundToNoHostOfItsClusterSaysSo() {
        stage.estate.host("h2", "other", host -> host.setStatus(HostStatus.MAINTENANCE));
        vm(vm -> vm.getPlacementHosts().add("h2"));
        String against = Stage.against(start());
        assertTrue(against.contains("VM web1 is bound to host other and not to host box."), against);
        assertTrue(against.contains("Host other is in maintenance"), against);
    }

    @Test
    void pinnedCpusMustBeThere() {
        vm(vm -> vm.getVcpuPins().add("0#0-4000"));
        assertTrue(Stage.against(start()).contains("VM web1 is pinned to CPU 4000, and host box has"), Stage.against(start()));
    }

    @Test
    void aStatelessMachineIsNotStartedAsIfItWereNone() {
        vm(vm -> vm.setStateless(true));
        assertEquals("VM web1 is stateless, and Hostelry can't forget yet what a guest wrote: it would stay. Make it not stateless first.",
                Stage.against(start()));
    }

    @Test
    void aKernelOfItsOwnIsToldToTheHost() throws Exception {
        stage.estate.disk("d2", "vmlinuz", "sd1", disk -> disk.setFormat(hostelry.model.DiskFormat.RAW));
        vm(vm -> {
            vm.setKernel("d2");
            vm.setKernelArguments("quiet");
        });
        Stage.perform(start());
        DomainSpec spec = stage.node.spec("v1");
        assertEquals("sd1 d2 null quiet", spec.kernelStorage + " " + spec.kernelDisk + " " + spec.initrdDisk + " " + spec.kernelArguments);
    }

    @Test
    void aKernelIsNoFileOfTheHostAndNoDisk() {
        vm(vm -> vm.setKernel("/boot/vmlinuz"));
        assertTrue(Stage.against(start()).startsWith("/boot/vmlinuz is a file of the host: "), Stage.against(start()));
        vm(vm -> vm.setKernel("d9"));
        assertTrue(Stage.against(start()).startsWith("There is no disk d9 to start from."), Stage.against(start()));
        stage.estate.disk("d3", "data", "sd1", disk -> disk.setFormat(hostelry.model.DiskFormat.COW));
        vm(vm -> vm.setKernel("d3"));
        assertTrue(Stage.against(start()).startsWith("Disk data is no raw image of a file."), Stage.against(start()));
    }
}
