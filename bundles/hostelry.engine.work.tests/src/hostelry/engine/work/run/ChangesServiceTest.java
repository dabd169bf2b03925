package hostelry.engine.work.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Caller;
import hostelry.api.Changes.Batch;
import hostelry.api.Changes.Change;
import hostelry.api.Changes.Wish;
import hostelry.api.Problem.Kind;
import hostelry.api.Refusal;
import hostelry.engine.spi.Authority;
import hostelry.model.ClusterNetwork;
import hostelry.model.Entity;
import hostelry.model.HostelryFactory;
import hostelry.model.Network;
import hostelry.model.Permission;
import hostelry.model.Vm;
import hostelry.testkit.MemoryInventory;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChangesServiceTest {
    private static final Caller ADMIN = new Caller("1", "admin@internal", "c");

    private final MemoryInventory inventory = new MemoryInventory();
    private final Set<String> hidden = ConcurrentHashMap.newKeySet();
    private final Authority authority = new Authority() {
        @Override
        public boolean holds(Caller caller, String permit, @Nullable Entity object) {
            return true;
        }

        @Override
        public boolean sees(Caller caller, Entity object) {
            // neither of the first two has a name
            return object instanceof Permission || object instanceof ClusterNetwork || !hidden.contains(object.getName());
        }
    };
    private final ChangesService changes = new ChangesService(inventory, authority, new RecentChanges(100, 20));
    private final BlockingQueue<Batch> batches = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        changes.close();
        inventory.close();
    }

    private AutoCloseable follow(String after, String... nouns) {
        batches.clear();
        return changes.follow(ADMIN, new Wish(after, Set.of(nouns)), batches::add, ends::add);
    }

    private Batch next() throws InterruptedException {
        Batch batch = batches.poll(10, TimeUnit.SECONDS);
        assertNotNull(batch, "no batch came");
        return batch;
    }

    private Vm add(String name) {
        Vm vm = HostelryFactory.eINSTANCE.createVm();
        vm.setName(name);
        return inventory.change(draft -> draft.add(vm));
    }

    private void rename(Vm vm, String name) {
        inventory.change(draft -> {
            draft.edit(Vm.class, vm.getId()).setName(name);
            return null;
        });
    }

    private void remove(Vm vm) {
        inventory.change(draft -> {
            draft.remove(Vm.class, vm.getId());
            return null;
        });
    }

    private static List<String> names(Batch batch) {
        return batch.changes().stream().map(Change::object).map(object -> object == null ? "-" : object.getName()).toList();
    }

    @Test
    void whoFollowsOnIsToldWhatItMissedAndThenTheRest() throws Exception {
        Vm web = add("web");
        Vm mail = add("mail");
        AutoCloseable stream = follow("");
        Batch first = next();
        assertTrue(first.snapshot());
        rename(web, "web2");
        Batch had = next();
        stream.close();
        rename(web, "web3");
        rename(web, "web4");
        remove(mail);
        add("new");
        try (AutoCloseable again = follow(had.id())) {
            Batch missed = next();
            assertFalse(missed.snapshot());
            assertEquals(List.of("web4", "-", "new"), names(missed), "an object once, as it is at last");
            assertEquals(mail.getId(), missed.changes().get(1).id());
            assertTrue(missed.number() > had.number());
            rename(web, "web5");
            assertEquals(List.of("web5"), names(next()));
        }
    }

    @Test
    void whoMissedNothingIsToldSoAtOnce() throws Exception {
        AutoCloseable stream = follow("");
        String id = next().id();
        stream.close();
        try (AutoCloseable again = follow(id)) {
            Batch nothing = next();
            assertFalse(nothing.snapshot());
            assertTrue(nothing.changes().isEmpty());
            assertEquals(id, nothing.id());
        }
    }

    @Test
    void idsOfAnotherLifeAndSuchAsMakeNoSenseBringASnapshot() throws Exception {
        ChangesService other = new ChangesService(inventory, authority);
        other.follow(ADMIN, batches::add, ends::add);
        Batch foreign = next();
        other.close();
        for (String id : List.of(foreign.id(), "", "x", "-1", foreign.life() + "-99999999999999999999", foreign.life() + "-", "\u0660-1")) {
            try (AutoCloseable stream = follow(id)) {
                Batch first = next();
                assertTrue(first.snapshot(), id);
                assertNotEquals(foreign.life(), first.life());
                assertEquals(first.number(), foreign.number());
            }
        }
        AutoCloseable stream = follow("");
        Batch first = next();
        stream.close();
        try (AutoCloseable again = follow(first.life() + "-" + (first.number() + 1))) {
            assertTrue(next().snapshot(), "a number that is still to come");
        }
    }

    @Test
    void whatIsTooLongAgoBringsASnapshot() throws Exception {
        Vm vm = add("web");
        AutoCloseable stream = follow("");
        String old = next().id();
        rename(vm, "web0");
        String newer = next().id();
        stream.close();
        for (int i = 1; i <= 20; i++) {
            rename(vm, "web" + i);
        }
        try (AutoCloseable again = follow(newer)) {
            assertFalse(next().snapshot(), "twenty changes are kept");
        }
        try (AutoCloseable again = follow(old)) {
            assertTrue(next().snapshot(), "twenty-one are not");
        }
    }

    @Test
    void tellsOnlyTheNounsThatWereAskedFor() throws Exception {
        Vm vm = add("web");
        try (AutoCloseable stream = follow("", "Vm")) {
            assertEquals(List.of("web"), names(next()));
            inventory.change(draft -> {
                Network network = HostelryFactory.eINSTANCE.createNetwork();
                network.setName("other");
                return draft.add(network);
            });
            rename(vm, "mail");
            assertEquals(List.of("mail"), names(next()));
        }
        Refusal refusal = assertThrows(Refusal.class, () -> follow("", "Vm", "Unicorn"));
        assertEquals(Kind.BAD_INPUT, refusal.kind());
        assertTrue(refusal.getMessage().startsWith("There is no noun Unicorn."), refusal.getMessage());
    }

    @Test
    void whatGoesOutOfSightIsGone() throws Exception {
        hidden.addAll(Set.of("secret", "dark"));
        Vm vm = add("web");
        Vm never = add("dark");
        AutoCloseable stream = follow("", "Vm");
        Batch first = next();
        assertEquals(List.of("web"), names(first));
        rename(vm, "secret");
        assertEquals(List.of("-"), names(next()));
        remove(never);
        stream.close();
        try (AutoCloseable again = follow(first.id(), "Vm")) {
            Batch missed = next();
            assertEquals(List.of("-"), names(missed));
            assertEquals(vm.getId(), missed.changes().getFirst().id(), "the other one was never seen");
        }
    }

    @Test
    void whatMayBeSeenMayHaveChangedMeanwhile() throws Exception {
        AutoCloseable stream = follow("");
        String id = next().id();
        stream.close();
        inventory.change(draft -> {
            Permission permission = HostelryFactory.eINSTANCE.createPermission();
            permission.setName("of web");
            return draft.add(permission);
        });
        try (AutoCloseable again = follow(id)) {
            assertTrue(next().snapshot());
        }
    }

    @Test
    void oneThatSeesNothingOfItIsToldNowAndThenHowFarTheEstateIs() throws Exception {
        Vm vm = add("web");
        try (AutoCloseable stream = follow("", "Host")) {
            Batch first = next();
            for (int i = 0; i < 1_000; i++) {
                rename(vm, "web" + i);
            }
            Batch far = next();
            assertTrue(far.changes().isEmpty() && !far.snapshot());
            assertEquals(first.number() + 1_000, far.number());
        }
    }

    @Test
    void oneWhoseRightsCantBeToldIsLetGo() throws Exception {
        follow("", "Vm");
        next();
        inventory.change(draft -> draft.add(HostelryFactory.eINSTANCE.createVm())); // has no name, which this authority can't bear
        assertTrue(ends.poll(10, TimeUnit.SECONDS).startsWith("It failed: "));
    }

    @Test
    void aSlowOneIsLetGoWithAReasonAndDelaysNobody() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        changes.follow(ADMIN, batch -> {
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }, ends::add);
        Vm vm = add("web");
        try (AutoCloseable stream = follow("", "Vm")) {
            next();
            for (int i = 0; i < 20_010; i++) {
                rename(vm, "web" + i);
            }
            assertEquals("It lags 20000 batches behind.", ends.poll(30, TimeUnit.SECONDS));
            for (int i = 0; i < 20_010; i++) {
                assertEquals(List.of("web" + i), names(next()));
            }
            assertNull(ends.poll());
        } finally {
            goOn.countDown();
        }
    }
}
