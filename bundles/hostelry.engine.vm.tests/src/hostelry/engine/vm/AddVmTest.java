package hostelry.engine.vm;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Vms.NewDisk;
import hostelry.api.Vms.NewVm;
import hostelry.engine.spi.WellKnown;
import hostelry.model.BootDevice;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.GraphicsType;
import hostelry.model.HostelryFactory;
import hostelry.model.Nic;
import hostelry.model.StorageDomainType;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import hostelry.testkit.FakeProgress;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddVmTest {
    private static final HostelryFactory MODEL = HostelryFactory.eINSTANCE;
    private final Stage stage = new Stage();

    private static Vm named(String name, Consumer<Vm> with) {
        Vm vm = MODEL.createVm();
        vm.setName(name);
        with.accept(vm);
        return vm;
    }

    private static NewDisk disk() {
        Disk disk = MODEL.createDisk();
        disk.setProvisionedSize(1L << 30);
        return new NewDisk(disk, MODEL.createDiskAttachment());
    }

    private static NewDisk existing(String id) {
        Disk disk = MODEL.createDisk();
        disk.setId(id);
        return new NewDisk(disk, MODEL.createDiskAttachment());
    }

    private static Nic nic(Consumer<Nic> with) {
        Nic nic = MODEL.createNic();
        nic.setVnicProfile(WellKnown.VNIC_PROFILE);
        with.accept(nic);
        return nic;
    }

    private AddVm add(Consumer<Vm> with) {
        return stage.verbs.add(new NewVm(named("web1", with), List.of(), List.of()));
    }

    @Test
    void aNameIsEnough() throws Exception {
        Vm vm = Stage.perform(add(asked -> {}));

        assertAll(() -> assertEquals("web1", stage.vm(vm.getId()).getName()),
                () -> assertEquals(VmStatus.DOWN, vm.getStatus()),
                () -> assertEquals(1L << 30, vm.getMemory()),
                () -> assertEquals(1L << 30, vm.getMemoryGuaranteed()),
                () -> assertEquals(4L << 30, vm.getMemoryMax()),
                () -> assertEquals(1, Guests.cpus(vm)),
                () -> assertEquals(WellKnown.CLUSTER, vm.getCluster()),
                () -> assertEquals(WellKnown.BLANK, vm.getTemplate()),
                () -> assertEquals(List.of(BootDevice.HD, BootDevice.CDROM), vm.getBootDevices()),
                () -> assertEquals(List.of(GraphicsType.SPICE), vm.getGraphics()),
                () -> assertEquals("other", vm.getOsType()),
                () -> assertEquals(Stage.NOW, vm.getCreationTime()));
    }

    @Test
    void whatTheCallerMayNotSayIsNotTaken() throws Exception {
        Vm vm = Stage.perform(add(asked -> {
            asked.setId("mine");
            asked.setStatus(VmStatus.UP);
            asked.setHost("h1");
        }));

        assertNotEquals("mine", vm.getId());
        assertEquals(VmStatus.DOWN, vm.getStatus());
        assertEquals(null, vm.getHost());
    }

    @Test
    void disksAndCardsComeAlong() throws Exception {
        AddVm verb = stage.verbs.add(new NewVm(named("web1", vm -> {}), List.of(disk(), disk()), List.of(nic(nic -> {}), nic(nic -> {}))));
        assertEquals("", Stage.against(verb));
        Vm vm = Stage.perform(verb);

        Guests guests = Guests.in(stage.inventory);
        List<DiskAttachment> attachments = guests.attachments(vm.getId());
        assertEquals(List.of(true, false), attachments.stream().map(DiskAttachment::isBootable).toList());
        assertEquals(List.of("web1_Disk1", "web1_Disk2"), guests.disks(vm.getId()).stream().map(Disk::getAlias).toList());
        assertEquals(2, stage.images.made.size());
        List<Nic> nics = guests.nics(vm.getId());
        assertEquals(List.of("nic1", "nic2"), nics.stream().map(Nic::getName).toList());
        assertTrue(nics.stream().allMatch(nic -> nic.getMac().startsWith("56:6f:") && nic.isPlugged() && nic.isLinked()));
        assertNotEquals(nics.get(0).getMac(), nics.get(1).getMac());
    }

    @Test
    void aDiscBootsBeforeANewDisk() throws Exception {
        stage.estate.iso("cd", "debian.iso", "iso1");
        AddVm verb = stage.verbs.add(new NewVm(named("web1", vm -> vm.setCdrom("cd")), List.of(disk()), List.of()));

        assertEquals(List.of(BootDevice.CDROM, BootDevice.HD), Stage.perform(verb).getBootDevices());
    }

    @Test
    void aDiskThatExistsBootsBeforeTheDisc() throws Exception {
        stage.estate.iso("cd", "debian.iso", "iso1");
        stage.estate.disk("d1", "old", "sd1", disk -> {});
        AddVm verb = stage.verbs.add(new NewVm(named("web1", vm -> vm.setCdrom("cd")), List.of(existing("d1")), List.of()));
        Vm vm = Stage.perform(verb);

        assertEquals(List.of(BootDevice.HD, BootDevice.CDROM), vm.getBootDevices());
        assertEquals(vm.getId(), stage.inventory.find(DiskAttachment.class, "d1").orElseThrow().getVm());
        assertTrue(stage.images.made.isEmpty());
    }

    @Test
    void clusterAndTemplateByName() throws Exception {
        Vm vm = Stage.perform(add(asked -> {
            asked.setCluster("Default");
            asked.setTemplate("Blank");
        }));

        assertEquals(WellKnown.CLUSTER, vm.getCluster());
        assertEquals(WellKnown.BLANK, vm.getTemplate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "has space", "a/b", "ü", "../etc", "x\ny",
            "0123456789012345678901234567890123456789012345678901234567890123x"})
    void badNames(String name) {
        List<Problem> problems = Stage.problems(stage.verbs.add(new NewVm(named(name, vm -> {}), List.of(), List.of())));

        assertEquals(1, problems.size());
        assertEquals("name", problems.get(0).subject());
        assertEquals(Problem.Kind.BAD_INPUT, problems.get(0).kind());
    }

    @Test
    void aNameThatExists() {
        stage.estate.vm("v1", "web1", vm -> {});

        assertEquals("There is a VM named web1 already. Take another name.", Stage.against(add(vm -> {})));
        assertEquals(Problem.Kind.CONFLICT, Stage.problems(add(vm -> {})).get(0).kind());
    }

    @Test
    void memoryLargerThanTheLargestHost() {
        stage.estate.host("h2", "small", host -> host.setMemory(1L << 30));

        assertEquals(
                "The memory of 9 GiB is larger than that of host box, which has 8 GiB, the most in cluster Default. Give the VM less, or add a larger host.",
                Stage.against(add(vm -> vm.setMemory(9L << 30))));
    }

    @Test
    void memoryTooSmall() {
        assertEquals("The memory of 16 MiB is too small for a VM. Give it at least 32 MiB.",
                Stage.against(add(vm -> vm.setMemory(16L << 20))));
    }

    @Test
    void memoryLimitsThatContradict() {
        String against = Stage.against(add(vm -> {
            vm.setMemory(1L << 30);
            vm.setMemoryGuaranteed(2L << 30);
            vm.setMemoryMax(1L << 29);
        }));

        assertTrue(against.contains("The guaranteed memory of 2 GiB is larger"), against);
        assertTrue(against.contains("The maximum memory of 512 MiB is smaller"), against);
    }

    @Test
    void tooManyCpus() {
        assertEquals("6 CPUs are more than host box has: 4, the most in cluster Default. Give the VM fewer, or add a larger host.",
                Stage.against(add(vm -> {
                    vm.setCpuSockets(2);
                    vm.setCpuCores(3);
                })));
        assertTrue(Stage.against(add(vm -> vm.setCpuCores(-1))).contains("at least one CPU"));
        assertTrue(Stage.against(add(vm -> {
            vm.setCpuCores(Integer.MAX_VALUE);
            vm.setCpuSockets(Integer.MAX_VALUE);
        })).contains("more than host box has"));
    }

    @Test
    void unknownClusterTemplateAndDisc() {
        List<Problem> problems = Stage.problems(add(vm -> {
            vm.setCluster("nowhere");
            vm.setTemplate("debian");
            vm.setCdrom("nothing");
        }));

        assertEquals(List.of("cluster", "template", "cdrom"), problems.stream().map(Problem::subject).toList());
    }

    @Test
    void discsThatCantBeUsed() {
        stage.estate.disk("d1", "data", "sd1", disk -> {});
        stage.estate.disk("cd", "empty.iso", "iso1", disk -> disk.setContentType(hostelry.model.DiskContentType.ISO));

        assertTrue(Stage.against(add(vm -> vm.setCdrom("d1"))).contains("data is no ISO"));
        assertTrue(Stage.against(add(vm -> vm.setCdrom("cd"))).contains("Disc empty.iso is empty. Upload the ISO first."));
    }

    @Test
    void allReasonsAtOnce() {
        List<Problem> problems = Stage
                .problems(stage.verbs.add(new NewVm(named("bad name", vm -> vm.setMemory(1)), List.of(existing("none")), List.of(
                        nic(nic -> nic.setMac("ff:ff:ff:ff:ff:ff"))))));

        assertEquals(List.of("name", "memory", "mac", "disk"), problems.stream().map(Problem::subject).toList());
    }

    @Test
    void addressesThatAreTaken() throws Exception {
        Stage.perform(stage.verbs.add(new NewVm(named("a", vm -> {}), List.of(), List.of(nic(nic -> nic.setMac("56-6F-00-00-00-01"))))));

        String against = Stage
                .against(stage.verbs.add(new NewVm(named("b", vm -> {}), List.of(), List.of(nic(nic -> nic.setMac("56:6f:00:00:00:01"))))));
        assertEquals("The address 56:6f:00:00:00:01 belongs to NIC nic1 of VM a. Take another address, or none.", against);
    }

    @Test
    void aDiskThatBelongsToAnother() {
        stage.estate.vm("v1", "db1", vm -> {});
        stage.estate.disk("d1", "data", "sd1", disk -> {});
        stage.estate.attachment("v1", "d1", true);

        assertEquals("Disk data belongs to VM db1. Detach it there first.",
                Stage.against(stage.verbs.add(new NewVm(named("web1", vm -> {}), List.of(existing("d1")), List.of()))));
    }

    @Test
    void disksOnTwoHostsCouldNeverStart() {
        stage.estate.host("h2", "other", host -> {});
        stage.estate.domain("sd2", "local-data-other", StorageDomainType.DATA, "h2", domain -> {});
        stage.estate.disk("d1", "one", "sd1", disk -> {});
        stage.estate.disk("d2", "two", "sd2", disk -> {});

        String against = Stage
                .against(stage.verbs.add(new NewVm(named("web1", vm -> {}), List.of(existing("d1"), existing("d2")), List.of())));
        assertTrue(against.startsWith("No host of cluster Default reaches all of local-data, local-data-other."), against);
    }

    @Test
    void newDisksGoWhereTheDiscIs() {
        stage.estate.host("h2", "other", host -> {});
        stage.estate.iso("cd", "debian.iso", "iso1");
        stage.verbs.add(new NewVm(named("web1", vm -> vm.setCdrom("cd")), List.of(disk()), List.of()));

        assertEquals(List.of(java.util.Set.of("h1")), stage.images.hosts);
    }

    @Test
    void whatStorageSaysIsSaid() {
        stage.images.problem = Problem.conflict("sd1", "Storage domain local-data has 1 GiB left.", "Make room.");

        assertEquals("Storage domain local-data has 1 GiB left. Make room.",
                Stage.against(stage.verbs.add(new NewVm(named("web1", vm -> {}), List.of(disk()), List.of()))));
    }

    @Test
    void aFailureInTheMiddleLeavesNothing() {
        stage.images.fault = new NodeFault(FaultCode.NO_SPACE, "local-data is full");
        stage.images.good = 1;
        AddVm verb = stage.verbs.add(new NewVm(named("web1", vm -> {}), List.of(disk(), disk()), List.of()));

        Refusal refusal = assertThrows(Refusal.class, () -> Stage.perform(verb));
        assertEquals("Disk web1_Disk2 could not be made: local-data is full. Make room on the storage domain, then try again.",
                refusal.getMessage());
        assertEquals(1, stage.images.made.size());
        stage.images.fault = null;
        assertAll(() -> verb.compensate(), () -> assertTrue(stage.images.made.isEmpty()),
                () -> assertTrue(stage.inventory.all(Vm.class).isEmpty()),
                () -> assertTrue(stage.inventory.all(Disk.class).isEmpty()));
    }

    @Test
    void cancelledInTheMiddleItLeavesNothing() throws Exception {
        AddVm verb = stage.verbs.add(new NewVm(named("web1", vm -> {}), List.of(disk(), disk()), List.of()));
        FakeProgress progress = new FakeProgress();
        stage.images.onCreate = progress::cancel;

        assertTrue(verb.cancellable());
        assertThrows(CancellationException.class, () -> verb.perform(progress));
        assertEquals(1, stage.images.made.size());
        verb.compensate();
        assertTrue(stage.images.made.isEmpty());
        assertTrue(stage.inventory.all(Vm.class).isEmpty());
    }

    @Test
    void aNameTakenMeanwhileIsRefusedAtTheEnd() {
        AddVm first = add(vm -> {});
        AddVm second = add(vm -> {});

        assertAll(() -> Stage.perform(first), () -> assertThrows(Refusal.class, () -> Stage.perform(second)),
                () -> assertEquals(1, stage.inventory.all(Vm.class).size()));
    }

    @Test
    void goesOnAfterACrash() throws Exception {
        stage.estate.iso("cd", "debian.iso", "iso1");
        AddVm verb = stage.verbs.add(new NewVm(named("web1", vm -> {
            vm.setCdrom("cd");
            vm.setDescription("two\nlines = fine");
        }), List.of(disk()), List.of(nic(nic -> {}))));
        AddVm again = new AddVm(stage.inventory, stage.images, Blueprint.of(verb.arguments()));
        Vm vm = Stage.perform(again);
        Vm twice = Stage.perform(new AddVm(stage.inventory, stage.images, Blueprint.of(verb.arguments())));
        again.compensate();

        assertEquals(vm.getId(), twice.getId());
        assertEquals("two\nlines = fine", vm.getDescription());
        assertEquals(Stage.NOW, vm.getCreationTime());
        assertEquals(List.of(BootDevice.CDROM, BootDevice.HD), vm.getBootDevices());
        assertEquals(1, stage.inventory.all(Vm.class).size());
        assertEquals(1, stage.inventory.all(Nic.class).size());
        assertEquals(1, stage.images.made.size(), "what was finished is not taken back");
    }
}
