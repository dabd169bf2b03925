package hostelry.engine.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.engine.spi.WellKnown;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Verb;
import hostelry.model.Cluster;
import hostelry.model.HostelryFactory;
import hostelry.model.MacPool;
import hostelry.model.Nic;
import hostelry.testkit.Estates;
import hostelry.testkit.FakeProgress;
import hostelry.testkit.MemoryInventory;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MacPoolVerbsTest {
    private static final String LAB = "02:00:00:00:00:00-02:00:00:00:00:ff";
    private final MemoryInventory inventory = new MemoryInventory();

    private static MacPool pool(String name, String... ranges) {
        MacPool pool = HostelryFactory.eINSTANCE.createMacPool();
        pool.setName(name);
        pool.getRanges().addAll(List.of(ranges));
        return pool;
    }

    private static String against(Verb<?> verb) {
        Problems problems = new Problems();
        verb.check(problems);
        return problems.verdict().problems().stream().map(Problem::sentence).collect(Collectors.joining(" "));
    }

    private static <T> T perform(Verb<T> verb) throws Exception {
        assertEquals("", against(verb));
        return verb.perform(new FakeProgress());
    }

    @Test
    void aPoolIsWrittenAlike() throws Exception {
        MacPool added = perform(new AddMacPool(inventory, pool("lab", "02-00-00-00-00-00-02-00-00-00-00-FF", LAB)));

        assertEquals(List.of(LAB), added.getRanges());
    }

    @Test
    void whatSpeaksAgainstAPool() throws Exception {
        perform(new AddMacPool(inventory, pool("lab", LAB)));

        assertTrue(against(new AddMacPool(inventory, pool("", LAB))).startsWith("A MAC pool needs a name."));
        assertTrue(against(new AddMacPool(inventory, pool("lab", "06:00:00:00:00:00-06:00:00:00:00:01"))).contains("named lab already"));
        assertTrue(against(new AddMacPool(inventory, pool("x"))).contains("needs a range"));
        assertTrue(against(new AddMacPool(inventory, pool("x", "06:00:00:00:00:01-06:00:00:00:00:00"))).contains("is no range"));
        assertTrue(against(new AddMacPool(inventory, pool("x", "00:00:00:00:00:00-03:00:00:00:00:00"))).contains("addresses of groups"));
        assertTrue(
                against(new AddMacPool(inventory, pool("x", "06:00:00:00:00:00-06:00:00:00:00:0f", "06:00:00:00:00:0f-06:00:00:00:00:1f")))
                        .contains("Make one range of them."));
        assertTrue(against(new AddMacPool(inventory, pool("x", "02:00:00:00:00:80-02:00:00:00:01:00")))
                .contains("overlaps with MAC pool lab"));
    }

    @Test
    void poolsThatAllowDuplicatesMayOverlap() throws Exception {
        MacPool first = pool("first", LAB);
        first.setAllowDuplicates(true);
        perform(new AddMacPool(inventory, first));
        MacPool second = pool("second", LAB);
        second.setAllowDuplicates(true);

        assertEquals("second", perform(new AddMacPool(inventory, second)).getName());
    }

    @Test
    void duplicatesAreForbiddenOnlyWhereThereAreNone() throws Exception {
        MacPool made = pool("lab", LAB);
        made.setAllowDuplicates(true);
        MacPool lab = perform(new AddMacPool(inventory, made));
        inventory.change(draft -> {
            draft.edit(Cluster.class, WellKnown.CLUSTER).setMacPool(lab.getId());
            return null;
        });
        for (String vm : List.of("v1", "v2")) {
            new Estates(inventory).vm(vm, vm, with -> {});
            inventory.change(draft -> {
                Nic nic = HostelryFactory.eINSTANCE.createNic();
                nic.setVm(vm);
                nic.setMac("02:00:00:00:00:01");
                return draft.add(nic);
            });
        }

        assertTrue(against(new UpdateMacPool(inventory, lab.getId(), new Patch<>(pool("lab", LAB), Set.of("allowDuplicates"))))
                .startsWith("NICs have equal addresses already: 02:00:00:00:00:01."));
    }

    @Test
    void aPoolIsChangedAndRemoved() throws Exception {
        MacPool lab = perform(new AddMacPool(inventory, pool("lab", LAB)));

        MacPool changed = perform(new UpdateMacPool(inventory, lab.getId(),
                new Patch<>(pool("lab2", "02:00:00:00:00:00-02:00:00:00:0f:ff"), Set.of("name", "ranges"))));
        assertEquals("lab2 [02:00:00:00:00:00-02:00:00:00:0f:ff]", changed.getName() + " " + changed.getRanges());

        inventory.change(draft -> {
            draft.edit(Cluster.class, WellKnown.CLUSTER).setMacPool(lab.getId());
            return null;
        });
        assertTrue(against(new RemoveMacPool(inventory, lab.getId())).startsWith("MAC pool lab2 is used by Default."));
        inventory.change(draft -> {
            draft.edit(Cluster.class, WellKnown.CLUSTER).setMacPool(WellKnown.MAC_POOL);
            return null;
        });
        perform(new RemoveMacPool(inventory, lab.getId()));
        assertTrue(inventory.find(MacPool.class, lab.getId()).isEmpty());
        assertTrue(against(new RemoveMacPool(inventory, WellKnown.MAC_POOL)).startsWith("The default MAC pool can't be removed."));
    }
}
