package hostelry.engine.work.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Rehearsed;
import hostelry.model.Event;
import hostelry.model.HostelryFactory;
import hostelry.model.Severity;
import hostelry.model.Vm;
import hostelry.testkit.MemoryInventory;
import hostelry.testkit.TestWork;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExternalEventsTest {
    private final MemoryInventory inventory = new MemoryInventory();
    private final Worker worker = TestWork.over(inventory, List.of());

    @AfterEach
    void close() {
        worker.close();
    }

    private static Event described(String description, String origin) {
        Event event = HostelryFactory.eINSTANCE.createEvent();
        event.setDescription(description);
        event.setOrigin(origin);
        return event;
    }

    private Problem refused(Event event) {
        return assertThrows(Refusal.class, () -> worker.events().add(TestWork.ADMIN, event)).problems().getFirst();
    }

    @Test
    void isKeptWithWhoToldItAndWhatItIsAbout() {
        Vm vm = inventory.change(draft -> {
            Vm made = HostelryFactory.eINSTANCE.createVm();
            made.setName("web1");
            return draft.add(made);
        });
        Event alarm = described("Its disk is failing", "monitor");
        alarm.setSeverity(Severity.ALERT);
        alarm.setCustomId(7);
        alarm.setVm(vm.getId());
        Event told = worker.events().add(TestWork.ADMIN, alarm);
        assertEquals(9804, told.getCode());
        assertEquals(vm.getId(), told.getVm());
        assertEquals(TestWork.ADMIN.userName(), told.getUserName());
        assertEquals(Problem.Kind.CONFLICT, refused(alarm).kind());
        alarm.setOrigin("another");
        assertEquals(7, worker.events().add(TestWork.ADMIN, alarm).getCustomId());

        worker.events().remove(TestWork.ADMIN, told.getId());
        assertTrue(inventory.find(Event.class, told.getId()).isEmpty());
        assertThrows(Refusal.class, () -> worker.events().remove(TestWork.ADMIN, told.getId()));
    }

    @Test
    void needsAnOriginOfItsOwnAndThingsThatAreThere() {
        assertEquals("origin", refused(described("Boo", "Hostelry")).subject());
        assertEquals("origin", refused(described("Boo", " ")).subject());
        assertEquals("description", refused(described("", "monitor")).subject());
        Event lost = described("Boo", "monitor");
        lost.setHost("nowhere");
        assertEquals(Problem.Kind.NOT_FOUND, refused(lost).kind());
        assertTrue(inventory.all(Event.class).isEmpty());
    }

    @Test
    void aRehearsalLeavesNothing() {
        assertThrows(Rehearsed.class, () -> worker.events().add(TestWork.ADMIN.rehearsing(), described("Boo", "monitor")));
        assertTrue(inventory.all(Event.class).isEmpty());
    }
}
