package hostelry.engine.storage;

import hostelry.api.Caller;
import hostelry.api.Problem;
import hostelry.engine.spi.Authority;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Reach;
import hostelry.engine.work.Verb;
import hostelry.model.Disk;
import hostelry.model.Entity;
import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainType;
import hostelry.testkit.Estates;
import hostelry.testkit.FakeNode;
import hostelry.testkit.FakeNodes;
import hostelry.testkit.FakeProgress;
import hostelry.testkit.InlineWork;
import hostelry.testkit.MemoryInventory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Collectors;

/** One host {@code box} with a data domain and an ISO domain, and the verbs over them; time is turned by hand. */
final class Stage {
    final MemoryInventory inventory;
    final Estates estate;
    final FakeNodes nodes;
    final FakeNode node;
    final InlineWork work = new InlineWork();
    final Hand clock = new Hand();
    final StorageVerbs verbs;
    final Caller caller = new Caller("u", "admin@internal", "c");
    boolean allowed = true;
    boolean seen = true;

    Stage() {
        this(new MemoryInventory(), new FakeNodes(), new FakeNode("h1", "box"));
        nodes.add(node);
        estate.host("h1", "box", host -> {});
        estate.domain("sd1", "local-data", StorageDomainType.DATA, "h1", domain -> domain.setMaster(true));
        estate.domain("iso1", "local-iso", StorageDomainType.ISO, "h1", domain -> {});
    }

    private Stage(MemoryInventory inventory, FakeNodes nodes, FakeNode node) {
        this.inventory = inventory;
        this.nodes = nodes;
        this.node = node;
        this.estate = new Estates(inventory);
        this.verbs = new StorageVerbs(inventory, reach(), clock);
    }

    /** A new process over what this one has written. */
    Stage afterCrash() {
        return new Stage(inventory.afterCrash(), nodes, node);
    }

    Reach reach() {
        return new Reach(inventory, nodes, Duration.ofMillis(20));
    }

    TransfersService transfers() {
        return new TransfersService(work, inventory, new Authority() {
            @Override
            public boolean holds(Caller who, String permit, Entity object) {
                return allowed;
            }

            @Override
            public boolean sees(Caller who, Entity object) {
                return seen;
            }
        }, verbs, clock);
    }

    Disk disk(String id) {
        return inventory.find(Disk.class, id).orElseThrow();
    }

    StorageDomain domain(String id) {
        return inventory.find(StorageDomain.class, id).orElseThrow();
    }

    /** All that speaks against it, one sentence after the other; empty: nothing. */
    static String against(Verb<?> verb) {
        Problems problems = new Problems();
        verb.check(problems);
        return problems.verdict().problems().stream().map(Problem::sentence).collect(Collectors.joining(" "));
    }

    static <T> T perform(Verb<T> verb) throws Exception {
        return verb.perform(new FakeProgress());
    }

    static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-01-02T03:04:05Z");

        void turn(long seconds) {
            now = now.plusSeconds(seconds);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
