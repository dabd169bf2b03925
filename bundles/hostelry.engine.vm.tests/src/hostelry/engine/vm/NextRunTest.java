package hostelry.engine.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Patch;
import hostelry.api.Refusal;
import hostelry.engine.work.Problems;
import hostelry.model.HostelryFactory;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.model.nextrun.NextRun;
import hostelry.model.nextrun.Postponed;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Edits of a machine that runs, from the wish to the next start. */
class NextRunTest {
    private static final long GIB = 1L << 30;
    private final Stage stage = new Stage();

    @BeforeEach
    void aMachineThatRuns() {
        stage.estate.vm("v1", "web1", vm -> {
            vm.setStatus(VmStatus.UP);
            vm.setHost("h1");
            vm.setMemory(GIB);
            vm.setMemoryMax(4 * GIB);
            vm.setCpuSockets(1);
            vm.setCpuCores(1);
            vm.setCpuThreads(1);
        });
    }

    private UpdateVm update(Set<String> features, boolean wait, Consumer<Vm> values) {
        Vm vm = HostelryFactory.eINSTANCE.createVm();
        values.accept(vm);
        return stage.verbs.update("v1", new Patch<>(vm, features), wait);
    }

    private static List<String> waiting(UpdateVm verb) {
        Problems problems = new Problems();
        verb.check(problems);
        return problems.verdict().waiting().stream().map(Postponed::field).sorted().toList();
    }

    @Test
    void cpusAndMemoryArePluggedInAtOnce() throws Exception {
        UpdateVm verb = update(Set.of("cpuSockets", "memory"), false, vm -> {
            vm.setCpuSockets(2);
            vm.setMemory(2 * GIB);
        });
        assertEquals("", Stage.against(verb));
        assertEquals(List.of(), waiting(verb));
        assertEquals("v1", verb.arguments().get("vm"), "it can be gone on with after a crash");
        Vm vm = Stage.perform(verb);

        assertEquals(List.of("domains.setCpus v1 2", "domains.setMemory v1 " + 2 * GIB), stage.node.calls());
        assertEquals("2 " + 2 * GIB + " " + 2 * GIB, vm.getCpuSockets() + " " + vm.getMemory() + " " + vm.getMemoryGuaranteed());
        assertFalse(vm.isNextRunConfigurationExists());
    }

    @Test
    void whatTheGuestWontHaveStaysAsItIs() throws Exception {
        stage.node.fails("domains.setMemory", new NodeFault(FaultCode.CONFLICT, "The guest has no free slot."));
        UpdateVm verb = update(Set.of("cpuSockets", "memory"), false, vm -> {
            vm.setCpuSockets(2);
            vm.setMemory(2 * GIB);
        });
        assertTrue(assertThrows(Refusal.class, () -> Stage.perform(verb)).problems().getFirst().text().contains("no free slot"));
        assertEquals("2 " + GIB, stage.vm("v1").getCpuSockets() + " " + stage.vm("v1").getMemory(), "each is written when it is done");
    }

    @Test
    void theRestWaitsUntilItIsOff() throws Exception {
        UpdateVm verb = update(Set.of("cpuCores", "description", "customProperties"), false, vm -> {
            vm.setCpuCores(2);
            vm.setDescription("new");
            vm.getCustomProperties().add("team=a b=\\c");
        });
        assertEquals(List.of("cpuCores", "customProperties"), waiting(verb));
        assertEquals(Map.of(), verb.arguments(), "no host takes part in it");
        Vm vm = Stage.perform(verb);
        assertEquals("new 1 []", vm.getDescription() + " " + vm.getCpuCores() + " " + vm.getCustomProperties());
        assertEquals(2, NextRun.applied(vm).getCpuCores());
        assertEquals(List.of(), stage.node.calls());

        assertEquals(List.of("cpuCores", "customProperties"), waiting(update(Set.of(), false, none -> {})), "what waits is told");
        Vm off = Stage.perform(stage.verbs.stop("v1"));
        assertEquals("2 [team=a b=\\c]", off.getCpuCores() + " " + off.getCustomProperties());
        assertFalse(off.isNextRunConfigurationExists());
        assertNull(off.getNextRun());
    }

    @Test
    void whoChoosesSoChangesNothingNow() throws Exception {
        Vm vm = Stage.perform(update(Set.of("memory", "name"), true, values -> {
            values.setMemory(2 * GIB);
            values.setName("web2");
        }));
        assertEquals("web1 " + GIB, vm.getName() + " " + vm.getMemory());
        assertEquals(List.of(), stage.node.calls());

        Stage.perform(update(Set.of("comment"), false, values -> values.setComment("c")));
        assertEquals(GIB, stage.vm("v1").getMemory(), "what waits is not drawn along by another change");
        Vm now = Stage.perform(update(Set.of("memory"), false, values -> values.setMemory(2 * GIB)));
        assertEquals(2 * GIB, now.getMemory(), "said anew, and not to wait: now it is done");
        assertEquals(Set.of("name"), NextRun.of(now).features());
        Vm back = Stage.perform(update(Set.of("name"), false, values -> values.setName("web1")));
        assertFalse(back.isNextRunConfigurationExists(), "what is to stay as it is waits no more");
    }

    @Test
    void whatWaitsCanBeDiscarded() throws Exception {
        assertTrue(Stage.against(stage.verbs.discardNextRun("v1")).startsWith("Nothing waits for the next start of VM web1."));
        Stage.perform(update(Set.of("biosType"), false, vm -> vm.setBiosType("q35_ovmf")));
        assertEquals("", Stage.against(stage.verbs.discardNextRun("v1")));
        assertNull(Stage.perform(stage.verbs.discardNextRun("v1")).getNextRun());
        assertNull(Stage.perform(stage.verbs.stop("v1")).getBiosType());
        assertTrue(Stage.against(stage.verbs.discardNextRun("v9")).startsWith("There is no VM v9."));
    }

    @Test
    void aStartFindsWhatCameToBeDownInAnotherWay() throws Exception {
        Stage.perform(update(Set.of("memory"), true, vm -> vm.setMemory(2 * GIB)));
        stage.inventory.change(draft -> {
            draft.edit(Vm.class, "v1").setStatus(VmStatus.DOWN);
            draft.edit(Vm.class, "v1").setHost(null);
            return null;
        });
        assertEquals(2 * GIB, Stage.perform(stage.verbs.start("v1")).getMemory());
        assertFalse(stage.vm("v1").isNextRunConfigurationExists());
    }

    @Test
    void badInputAndNoRoom() {
        assertTrue(Stage.against(update(Set.of("biosType"), false, vm -> vm.setBiosType("abacus"))).contains("abacus"));
        stage.estate.vm("v2", "big", vm -> {
            vm.setStatus(VmStatus.UP);
            vm.setHost("h1");
            vm.setMemory(stage.inventory.find(hostelry.model.Host.class, "h1").orElseThrow().getMemory() - GIB);
        });
        assertTrue(Stage.against(update(Set.of("memory"), false, vm -> vm.setMemory(4 * GIB))).contains("is to get 3 GiB more"),
                Stage.against(update(Set.of("memory"), false, vm -> vm.setMemory(4 * GIB))));
        assertEquals("", Stage.against(update(Set.of("memory"), true, vm -> vm.setMemory(4 * GIB))), "its next start will look again");
    }
}
