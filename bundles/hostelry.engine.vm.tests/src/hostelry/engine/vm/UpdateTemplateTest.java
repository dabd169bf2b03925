package hostelry.engine.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Patch;
import hostelry.api.Templates.NewTemplate;
import hostelry.engine.spi.WellKnown;
import hostelry.model.HostelryFactory;
import hostelry.model.Template;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class UpdateTemplateTest {
    private final Stage stage = new Stage();
    private final TemplateVerbs verbs = stage.verbs.templates();

    private Template made(String name) throws Exception {
        stage.estate.vm("v-" + name, "web-" + name, vm -> {});
        Template template = HostelryFactory.eINSTANCE.createTemplate();
        template.setName(name);
        return Stage.perform(verbs.add(new NewTemplate(template, "v-" + name)));
    }

    private UpdateTemplate update(String id, Consumer<Template> with, String... features) {
        Template template = HostelryFactory.eINSTANCE.createTemplate();
        with.accept(template);
        return verbs.update(id, new Patch<>(template, Set.of(features)));
    }

    @Test
    void textsAndHardware() throws Exception {
        String id = made("gold").getId();
        Template template = Stage.perform(update(id, wanted -> {
            wanted.setName("silver");
            wanted.setDescription("not so golden");
            wanted.setMemory(2L << 30);
            wanted.setStatus("illegal");
        }, "name", "description", "memory", "status"));

        assertEquals("silver", template.getName());
        assertEquals("not so golden", template.getDescription());
        assertEquals(2L << 30, template.getMemory());
        assertEquals(2L << 30, template.getMemoryGuaranteed());
        assertEquals("ok", template.getStatus(), "that is not for others to say");
    }

    @Test
    void whatMakesNoSenseIsRefused() throws Exception {
        made("gold");
        String id = made("silver").getId();
        String against = Stage.against(update(id, wanted -> {
            wanted.setName("gold");
            wanted.setMemory(1);
            wanted.setCluster("nowhere");
        }, "name", "memory", "cluster"));

        assertTrue(against.contains("There is a template named gold already."), against);
        assertTrue(against.contains("too small for a VM"), against);
        assertTrue(against.contains("There is no cluster nowhere."), against);
        assertTrue(Stage.against(update("gone", wanted -> {})).contains("template"));
    }

    @Test
    void blankKeepsItsName() throws Exception {
        assertTrue(Stage.against(update(WellKnown.BLANK, wanted -> wanted.setName("Empty"), "name")).contains("Blank keeps its name"));
        assertEquals("ours",
                Stage.perform(update(WellKnown.BLANK, wanted -> wanted.setDescription("ours"), "description")).getDescription());
    }

    @Test
    void aVersionSharesItsName() throws Exception {
        Template base = made("gold");
        stage.estate.vm("v2", "web2", vm -> {});
        Template second = HostelryFactory.eINSTANCE.createTemplate();
        second.setBaseTemplate(base.getId());
        String id = Stage.perform(verbs.add(new NewTemplate(second, "v2"))).getId();

        assertTrue(Stage.against(update(id, wanted -> wanted.setName("other"), "name")).contains("shares its name"));
        assertTrue(Stage.against(update(base.getId(), wanted -> wanted.setName("other"), "name")).contains("shares its name"));
        assertEquals("", Stage.against(update(id, wanted -> wanted.setVersionName("newer"), "versionName")));
    }
}
