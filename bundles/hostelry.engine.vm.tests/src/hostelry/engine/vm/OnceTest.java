package hostelry.engine.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Patch;
import hostelry.model.BootDevice;
import hostelry.model.HostelryFactory;
import hostelry.model.StorageDomainType;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.node.api.DomainSpec;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OnceTest {
    private final Stage stage = new Stage();

    @BeforeEach
    void aMachine() {
        stage.estate.vm("v1", "web1", vm -> vm.getCustomProperties().add("a=1"));
        stage.estate.iso("cd", "debian.iso", "iso1");
    }

    private static Once once(Consumer<Vm> with, String... features) {
        Vm values = HostelryFactory.eINSTANCE.createVm();
        with.accept(values);
        return new Once(new Patch<>(values, Set.of(features)));
    }

    private static Once all() {
        return once(vm -> {
            vm.setCdrom("cd");
            vm.setStartPaused(true);
            vm.getBootDevices().add(BootDevice.CDROM);
            vm.getCustomProperties().add("b=2");
        }, "cdrom", "startPaused", "bootDevices", "customProperties");
    }

    @Test
    void itHoldsForOneStartAlone() throws Exception {
        StartVm verb = stage.verbs.start("v1", all());
        assertEquals("", Stage.against(verb));
        assertEquals("Run once VM web1", verb.title());
        assertEquals(VmStatus.PAUSED, Stage.perform(verb).getStatus());
        DomainSpec spec = stage.node.spec("v1");
        assertEquals("cd [cdrom] true b", spec.cdDisk + " " + spec.boot + " " + spec.paused + " " + spec.properties.getFirst().name);
        Vm kept = stage.vm("v1");
        assertEquals("null false [a=1]", kept.getCdrom() + " " + kept.isStartPaused() + " " + kept.getCustomProperties());
    }

    @Test
    void cloudInitIsToldOnce() throws Exception {
        stage.estate.vm("v2", "web2", vm -> vm.setInitHostName("web2.example.org"));
        Stage.perform(stage.verbs.start("v2"));
        assertTrue(stage.node.spec("v2").seed.metaData.contains("web2.example.org"));
        assertTrue(stage.vm("v2").isInitialized());
        Stage.perform(stage.verbs.stop("v2"));
        Stage.perform(stage.verbs.start("v2"));
        assertNull(stage.node.spec("v2").seed, "it was told at the first start");
        Stage.perform(stage.verbs.stop("v2"));
        Stage.perform(stage.verbs.start("v2", once(vm -> vm.setInitHostName("other"), "initialized", "initHostName")));
        assertTrue(stage.node.spec("v2").seed.metaData.contains("other"));
        assertEquals("web2.example.org", stage.vm("v2").getInitHostName());
    }

    @Test
    void aStartWithoutCloudInitKeepsItForLater() throws Exception {
        stage.estate.vm("v2", "web2", vm -> vm.setInitHostName("web2.example.org"));
        Stage.perform(stage.verbs.start("v2", once(vm -> vm.setInitialized(true), "initialized")));
        assertNull(stage.node.spec("v2").seed);
        assertEquals(false, stage.vm("v2").isInitialized());
    }

    @Test
    void aCrashForgetsNothingOfIt() {
        Once anew = Once.of(all().arguments("v1"));
        assertEquals(all().arguments("v1"), anew.arguments("v1"));
        assertEquals(List.of(BootDevice.CDROM), List.copyOf(anew.applied(stage.vm("v1")).getBootDevices()));
        assertTrue(Once.of(Once.NOTHING.arguments("v1")).nothing());
    }

    @Test
    void whatSpeaksAgainstIt() throws Exception {
        assertTrue(Stage.against(stage.verbs.start("v1", once(vm -> vm.setMemory(2L << 30), "memory")))
                .startsWith("The field memory of VM web1 can't be another for one start. Edit the VM"));
        assertTrue(Stage.against(stage.verbs.start("v1", once(vm -> vm.setCdrom("none"), "cdrom"))).startsWith("There is no disc none."));
        assertTrue(Stage.against(stage.verbs.start("v1", once(vm -> vm.setKernelArguments("quiet"), "kernelArguments")))
                .startsWith("The first file system and the arguments belong to a kernel"));
        stage.estate.host("h2", "other", host -> {});
        stage.estate.domain("iso2", "far", StorageDomainType.ISO, "h2", domain -> {});
        assertEquals("", Stage.against(stage.verbs.start("v1", once(vm -> vm.getPlacementHosts().add("h2"), "placementHosts"))));
        Stage.perform(stage.verbs.start("v1"));
        assertTrue(Stage.against(stage.verbs.start("v1", all())).contains("VM web1 can't be run once while it is"));
    }
}
