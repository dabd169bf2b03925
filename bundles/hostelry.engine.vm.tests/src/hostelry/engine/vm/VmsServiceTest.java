package hostelry.engine.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Vms.NewVm;
import hostelry.engine.work.Kind;
import hostelry.engine.work.Verb;
import hostelry.model.HostelryFactory;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.testkit.InlineWork;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VmsServiceTest {
    private final Stage stage = new Stage();
    private final InlineWork work = new InlineWork();
    private final VmsService vms = new VmsService(work, stage.verbs);
    private final Caller caller = new Caller("u", "admin@internal", "c");

    @Test
    void aLifeOfAMachine() {
        Vm asked = HostelryFactory.eINSTANCE.createVm();
        asked.setName("web1");
        NewVm request = new NewVm(asked, List.of(), List.of());
        assertTrue(vms.check(caller, request).permitted());
        String id = vms.add(caller, request).await(Duration.ofSeconds(1)).getId();
        assertTrue(!vms.check(caller, request).permitted());
        assertEquals(VmStatus.POWERING_UP, vms.start(caller, id).await(Duration.ofSeconds(1)).getStatus());
        Act<Vm> stop = vms.stop(caller, id);
        assertEquals(VmStatus.DOWN, stop.await(Duration.ofSeconds(1)).getStatus());
        vms.remove(caller, id, true).await(Duration.ofSeconds(1));

        assertTrue(stage.inventory.all(Vm.class).isEmpty());
        assertEquals(List.of("AddVm", "StartVm", "StopVm", "RemoveVm"), work.verbs().stream().map(Verb::name).toList());
    }

    @Test
    void everyVerbIsInTheCatalogueUnderItsName() {
        stage.estate.vm("v1", "web1", vm -> {});
        for (Kind kind : stage.verbs.kinds()) {
            Verb<?> plain = kind.plain("v1");
            if (plain != null) {
                assertEquals(kind.info().name(), plain.name());
                assertEquals("v1", plain.subject());
                if (!plain.arguments().isEmpty()) {
                    Verb<?> anew = kind.make(plain.arguments());
                    assertEquals(plain.name(), anew.name());
                    assertEquals(plain.arguments(), anew.arguments());
                    assertEquals(plain.title(), anew.title());
                }
            }
        }
        Kind storeOnly = stage.verbs.kinds().stream().filter(kind -> kind.info().name().equals("DiscardNextRun")).findFirst().orElseThrow();
        assertThrows(IllegalStateException.class, () -> storeOnly.make(Map.of()));
    }
}
