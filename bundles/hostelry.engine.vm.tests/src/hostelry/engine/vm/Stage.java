package hostelry.engine.vm;

import hostelry.api.Problem;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Reach;
import hostelry.engine.work.Verb;
import hostelry.model.StorageDomainType;
import hostelry.model.Vm;
import hostelry.testkit.Estates;
import hostelry.testkit.FakeNode;
import hostelry.testkit.FakeNodes;
import hostelry.testkit.FakeProgress;
import hostelry.testkit.MemoryInventory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** One host {@code box} with a data domain {@code local-data} and an ISO domain {@code local-iso}, and the verbs over them. */
final class Stage {
    static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    final MemoryInventory inventory = new MemoryInventory();
    final Estates estate = new Estates(inventory);
    final FakeNodes nodes = new FakeNodes();
    final FakeNode node = nodes.add(new FakeNode("h1", "box"));
    final FakeImages images = new FakeImages();
    final Set<String> sightings = ConcurrentHashMap.newKeySet();
    final VmVerbs verbs = verbs();

    Stage() {
        estate.host("h1", "box", host -> {});
        estate.domain("sd1", "local-data", StorageDomainType.DATA, "h1", domain -> {});
        estate.domain("iso1", "local-iso", StorageDomainType.ISO, "h1", domain -> {});
    }

    VmVerbs verbs() {
        return verbs(nodes, Duration.ofMillis(20));
    }

    VmVerbs verbs(FakeNodes hosts, Duration patience) {
        return new VmVerbs(inventory, new Reach(inventory, hosts, patience), images, vm -> sightings,
                Clock.fixed(NOW, ZoneOffset.UTC), new Random(1));
    }

    Vm vm(String id) {
        return inventory.find(Vm.class, id).orElseThrow();
    }

    static List<Problem> problems(Verb<?> verb) {
        Problems problems = new Problems();
        verb.check(problems);
        return problems.verdict().problems();
    }

    /** All that speaks against it, one sentence after the other; empty: nothing. */
    static String against(Verb<?> verb) {
        return problems(verb).stream().map(Problem::sentence).collect(Collectors.joining(" "));
    }

    static <T> T perform(Verb<T> verb) throws Exception {
        return verb.perform(new FakeProgress());
    }
}
