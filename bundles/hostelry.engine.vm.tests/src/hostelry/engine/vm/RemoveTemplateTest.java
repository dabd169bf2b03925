package hostelry.engine.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Refusal;
import hostelry.api.Templates.NewTemplate;
import hostelry.engine.spi.WellKnown;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.HostelryFactory;
import hostelry.model.Template;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemoveTemplateTest {
    private final Stage stage = new Stage();
    private final TemplateVerbs verbs = stage.verbs.templates();

    @BeforeEach
    void aMachine() {
        stage.estate.vm("v1", "web1", vm -> {});
        stage.estate.disk("d1", "root", "sd1", disk -> {});
        stage.estate.attachment("v1", "d1", true);
    }

    private Template made(Consumer<Template> with) throws Exception {
        Template template = HostelryFactory.eINSTANCE.createTemplate();
        template.setName("gold");
        with.accept(template);
        return Stage.perform(verbs.add(new NewTemplate(template, "v1")));
    }

    @Test
    void itGoesWithItsDisksAndItsMachinesStay() throws Exception {
        Template template = made(asked -> {});
        stage.estate.vm("v2", "web2", vm -> vm.setTemplate(template.getId()));
        RemoveTemplate verb = verbs.remove(template.getId());
        assertEquals("", Stage.against(verb));
        Stage.perform(verb);
        Stage.perform(verb);

        assertTrue(stage.inventory.find(Template.class, template.getId()).isEmpty());
        assertTrue(stage.images.made.isEmpty());
        assertEquals(1, stage.inventory.all(Disk.class).size());
        assertEquals(1, stage.inventory.all(DiskAttachment.class).size());
        assertEquals(WellKnown.BLANK, stage.vm("v2").getTemplate());
    }

    @Test
    void blankAndTheProtectedStay() throws Exception {
        assertTrue(Stage.against(verbs.remove(WellKnown.BLANK)).contains("Blank can't be removed."));
        Template template = made(asked -> asked.setDeleteProtected(true));
        assertTrue(Stage.against(verbs.remove(template.getId())).contains("protected"));
        assertTrue(Stage.against(verbs.remove("gone")).contains("template"));
    }

    @Test
    void aBaseStaysWhileItHasVersions() throws Exception {
        Template base = made(asked -> {});
        Template second = made(asked -> asked.setBaseTemplate(base.getId()));

        assertTrue(Stage.against(verbs.remove(base.getId())).contains("gold version 2"), Stage.against(verbs.remove(base.getId())));
        Stage.perform(verbs.remove(second.getId()));
        assertEquals("", Stage.against(verbs.remove(base.getId())));
    }

    @Test
    void whatItsHostDoesNotDeleteIsShown() throws Exception {
        Template template = made(asked -> {});
        stage.images.made.clear();
        stage.images.fault = new NodeFault(FaultCode.UNAVAILABLE, "The host does not answer.");
        assertThrows(Refusal.class, () -> Stage.perform(verbs.remove(template.getId())));

        assertEquals(1, Guests.in(stage.inventory).disks(template.getId()).size());
        assertTrue(stage.inventory.find(Template.class, template.getId()).isPresent());
    }
}
