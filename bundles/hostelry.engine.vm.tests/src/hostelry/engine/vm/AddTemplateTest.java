package hostelry.engine.vm;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Templates.NewTemplate;
import hostelry.engine.spi.WellKnown;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.DiskStatus;
import hostelry.model.HostelryFactory;
import hostelry.model.Nic;
import hostelry.model.Template;
import hostelry.model.VmStatus;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import hostelry.testkit.FakeProgress;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddTemplateTest {
    private final Stage stage = new Stage();
    private final TemplateVerbs verbs = stage.verbs.templates();

    @BeforeEach
    void aMachineWithADisk() {
        stage.estate.vm("v1", "web1", vm -> {
            vm.setMemory(2L << 30);
            vm.setMemoryGuaranteed(1L << 30);
            vm.setCpuCores(2);
            vm.setOsType("debian_9");
            vm.setSoundcard(true);
        });
        stage.estate.disk("d1", "root", "sd1", disk -> disk.setActualSize(5L << 20));
        stage.estate.attachment("v1", "d1", true);
        Nic nic = HostelryFactory.eINSTANCE.createNic();
        nic.setId("n1");
        nic.setName("nic1");
        nic.setVm("v1");
        nic.setMac("56:6f:00:00:00:01");
        nic.setVnicProfile(WellKnown.VNIC_PROFILE);
        stage.inventory.change(draft -> draft.add(nic));
    }

    private AddTemplate add(Consumer<Template> with) {
        Template template = HostelryFactory.eINSTANCE.createTemplate();
        template.setName("gold");
        with.accept(template);
        return verbs.add(new NewTemplate(template, "v1"));
    }

    private Template made() throws Exception {
        return Stage.perform(add(template -> {}));
    }

    private void assertNothingIsLeft() {
        assertEquals(List.of(WellKnown.BLANK), stage.inventory.all(Template.class).stream().map(Template::getId).toList());
        assertEquals(List.of("d1"), stage.inventory.all(Disk.class).stream().map(Disk::getId).toList());
        assertEquals(List.of("d1"), stage.inventory.all(DiskAttachment.class).stream().map(DiskAttachment::getId).toList());
        assertEquals(List.of("n1"), stage.inventory.all(Nic.class).stream().map(Nic::getId).toList());
        assertTrue(stage.images.made.isEmpty() && stage.images.copying.isEmpty(), "no image");
        assertEquals(VmStatus.DOWN, stage.vm("v1").getStatus());
    }

    @Test
    void itHasTheHardwareAndCopiesOfTheDisks() throws Exception {
        AddTemplate verb = add(template -> template.setDescription("a golden one"));
        assertEquals("", Stage.against(verb));
        Template template = Stage.perform(verb);

        Guests guests = Guests.in(stage.inventory);
        Disk copy = guests.disks(template.getId()).getFirst();
        assertAll(() -> assertEquals("ok", template.getStatus()), () -> assertEquals(2L << 30, template.getMemory()),
                () -> assertEquals(1L << 30, template.getMemoryGuaranteed()),
                () -> assertEquals(2, template.getCpuCores()), () -> assertEquals("debian_9", template.getOsType()),
                () -> assertTrue(template.isSoundcard()), () -> assertEquals(WellKnown.CLUSTER, template.getCluster()),
                () -> assertEquals(Stage.NOW, template.getCreationTime()), () -> assertEquals(1, template.getVersionNumber()),
                () -> assertEquals(template.getId(), template.getBaseTemplate()),
                () -> assertEquals("a golden one", template.getDescription()),
                () -> assertEquals("gold_Disk1", copy.getAlias()), () -> assertEquals(DiskStatus.OK, copy.getStatus()),
                () -> assertEquals(1000, copy.getActualSize()), () -> assertEquals("d1", stage.images.sources.get(copy.getId())),
                () -> assertNull(guests.attachments(template.getId()).getFirst().getVm()),
                () -> assertTrue(guests.attachments(template.getId()).getFirst().isBootable()),
                () -> assertNull(guests.nics(template.getId()).getFirst().getMac()),
                () -> assertEquals(WellKnown.VNIC_PROFILE, guests.nics(template.getId()).getFirst().getVnicProfile()),
                () -> assertEquals(List.of("d1"), guests.disks("v1").stream().map(Disk::getId).toList()),
                () -> assertEquals(VmStatus.DOWN, stage.vm("v1").getStatus()));
    }

    @Test
    void whatIsSaidIsNotTakenFromTheMachine() throws Exception {
        Template template = Stage.perform(add(asked -> {
            asked.setOsType("other");
            asked.setCpuCores(1);
        }));

        assertEquals("other", template.getOsType());
        assertEquals(1, template.getCpuCores());
        assertEquals(2L << 30, template.getMemory());
    }

    @Test
    void allIsLockedWhileItIsCopied() throws Exception {
        AddTemplate verb = add(template -> {});
        stage.images.onCopy = () -> {
            Template template = stage.inventory.named(Template.class, "gold").orElseThrow();
            assertEquals("locked", template.getStatus());
            assertEquals(VmStatus.IMAGE_LOCKED, stage.vm("v1").getStatus());
            assertEquals(DiskStatus.LOCKED, Guests.in(stage.inventory).disks(template.getId()).getFirst().getStatus());
            assertTrue(Stage.against(stage.verbs.start("v1")).contains("locked"), "it can't be started");
        };
        FakeProgress progress = new FakeProgress();
        verb.perform(progress);

        assertTrue(progress.details().contains("Copying disk root"), progress.details().toString());
        assertEquals("", Stage.against(stage.verbs.start("v1")));
    }

    @Test
    void aVersionTakesTheNameOfItsBaseAndTheNextNumber() throws Exception {
        Template base = made();
        Template second = Stage.perform(add(template -> {
            template.setName("whatever");
            template.setBaseTemplate(base.getId());
            template.setVersionName("with nginx");
        }));
        Template third = Stage.perform(add(template -> template.setBaseTemplate(second.getId())));

        assertEquals(List.of("gold", "gold"), List.of(second.getName(), third.getName()));
        assertEquals(List.of(2, 3), List.of(second.getVersionNumber(), third.getVersionNumber()));
        assertEquals(List.of(base.getId(), base.getId()), List.of(second.getBaseTemplate(), third.getBaseTemplate()));
        assertEquals("with nginx", second.getVersionName());
    }

    @Test
    void allReasonsAreTold() throws Exception {
        made();
        stage.inventory.change(draft -> {
            draft.edit(hostelry.model.Vm.class, "v1").setStatus(VmStatus.UP);
            draft.edit(Disk.class, "d1").setStatus(DiskStatus.LOCKED);
            return null;
        });
        stage.images.problem = Problem.conflict("sd1", "Storage domain local-data is full.", "");
        String against = Stage.against(add(template -> {}));

        assertTrue(against.contains("can't be made a template of while it is running")
                || against.contains("can't be made a template of while it is up"), against);
        assertTrue(against.contains("There is a template named gold already."), against);
        assertTrue(against.contains("Disk root is locked."), against);
        assertTrue(against.contains("local-data is full"), against);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "has space", "a/b", "ü", "../etc"})
    void badNames(String name) {
        assertTrue(Stage.problems(add(template -> template.setName(name))).stream().anyMatch(problem -> "name".equals(problem.subject())));
    }

    @Test
    void aMachineOrABaseThatIsNotThere() {
        assertTrue(Stage.against(verbs.add(new NewTemplate(HostelryFactory.eINSTANCE.createTemplate(), "gone"))).contains("VM"));
        assertTrue(Stage.against(add(template -> template.setBaseTemplate("gone"))).contains("There is no template gone"));
        assertTrue(Stage.against(add(template -> template.setBaseTemplate(WellKnown.BLANK))).contains("Blank has no versions"));
    }

    @Test
    void aFaultLeavesNothing() throws Exception {
        AddTemplate verb = add(template -> {});
        stage.images.fault = new NodeFault(FaultCode.NO_SPACE, "The storage domain is full.");
        Refusal refusal = assertThrows(Refusal.class, () -> Stage.perform(verb));
        stage.images.fault = null;
        verb.compensate();
        verb.compensate();

        assertTrue(refusal.getMessage().contains("Disk root could not be copied"), refusal.getMessage());
        assertNothingIsLeft();
    }

    @Test
    void whoCancelsLeavesNothing() throws Exception {
        AddTemplate verb = add(template -> {});
        FakeProgress progress = new FakeProgress();
        stage.images.onCopy = progress::cancel;
        assertThrows(CancellationException.class, () -> verb.perform(progress));
        verb.compensate();

        assertNothingIsLeft();
    }

    /** The engine is killed in the middle: the next one makes the verb from its journal, under the same job. */
    @Test
    void performedAnewItIsDoneOnce() throws Exception {
        AddTemplate verb = add(template -> {});
        stage.images.onCopy = () -> {
            throw new IllegalStateException("killed");
        };
        assertThrows(IllegalStateException.class, () -> Stage.perform(verb));
        stage.images.onCopy = () -> {};
        AddTemplate again = new AddTemplate(stage.inventory, stage.images, TemplatePlan.of(verb.arguments()));
        Template template = Stage.perform(again);
        assertEquals(template.getId(), Stage.perform(again).getId());

        assertEquals("ok", template.getStatus());
        assertEquals(1, stage.images.made.size());
        assertEquals(1, Guests.in(stage.inventory).disks(template.getId()).size());
        assertEquals(VmStatus.DOWN, stage.vm("v1").getStatus());
        verb.compensate();
        assertFalse(stage.inventory.find(Template.class, template.getId()).isEmpty(), "what is whole stays");
    }
}
