package hostelry.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Caller;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Search.Mistake;
import hostelry.api.Search.Proposal;
import hostelry.api.Search.Query;
import hostelry.engine.search.language.Misread;
import hostelry.engine.search.language.Parser;
import hostelry.engine.search.language.Printer;
import hostelry.engine.spi.Authority;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.run.EstateService;
import hostelry.model.Cluster;
import hostelry.model.Disk;
import hostelry.model.Entity;
import hostelry.model.Event;
import hostelry.model.Host;
import hostelry.model.HostelryFactory;
import hostelry.model.Permission;
import hostelry.model.StorageDomain;
import hostelry.model.Tag;
import hostelry.model.User;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.testkit.MemoryInventory;
import hostelry.testkit.TestWork;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Properties that hold for every text, tried with many made from a seed ({@code -Dhostelry.fuzz=N} tries N of each kind). */
class FuzzTest {
    private static final long SEED = 20_261_121;
    private static final int TRIES = Integer.getInteger("hostelry.fuzz", 4_000);

    private final MemoryInventory inventory = new MemoryInventory();
    private final SearchService search = Town.in(inventory);
    private final Babble babble = new Babble(SEED, search.searchables());

    @AfterEach
    void close() {
        inventory.close();
    }

    @Test
    void whatFollowsTheGrammarIsUnderstood() {
        for (int i = 0; i < TRIES; i++) {
            String text = babble.sense();
            assertEquals(Optional.empty(), search.mistake(Query.of(text)), text);
            printsTheSame(text);
            search.find(TestWork.ADMIN, new Query(null, text, babble.below(2) == 0, babble.below(4)));
        }
    }

    @Test
    void anyTextIsUnderstoodOrRefusedAtAPlace() {
        int refused = 0;
        for (int i = 0; i < TRIES; i++) {
            String text = babble.below(3) == 0 ? babble.noise() : babble.faulty(babble.sense());
            Query query = new Query(babble.below(3) == 0 ? "Vm" : null, text, true, babble.below(3));
            Optional<Mistake> mistake = search.mistake(query);
            if (mistake.isEmpty()) {
                search.find(TestWork.ADMIN, query);
                printsTheSame(text);
            } else {
                refused++;
                Mistake at = mistake.get();
                assertTrue(0 <= at.from() && at.from() <= at.to() && at.to() <= text.length(), at + " in " + text);
                assertTrue(at.text().endsWith(".") || at.text().endsWith("?"), at.text());
                assertEquals(Problem.Kind.BAD_INPUT, assertThrows(Refusal.class, () -> search.find(TestWork.ADMIN, query), text).kind());
            }
        }
        assertTrue(refused > TRIES / 10 && refused < TRIES, "both kinds were tried: " + refused);
    }

    private static void printsTheSame(String text) {
        String printed = Printer.print(Parser.parse(text));
        try {
            assertEquals(printed, Printer.print(Parser.parse(printed)), text);
        } catch (Misread misread) {
            throw new AssertionError(text + " was printed as " + printed, misread);
        }
    }

    @Test
    void whateverIsProposedCanBeGoneOnWith() {
        int proposed = 0;
        for (int i = 0; i < TRIES; i++) {
            String text = babble.below(4) == 0 ? babble.faulty(babble.sense()) : babble.sense();
            int caret = babble.below(text.length() + 1);
            for (Proposal proposal : search.complete(TestWork.ADMIN, Query.of(text), caret)) {
                proposed++;
                assertTrue(0 <= proposal.from() && proposal.from() <= caret && caret <= proposal.to() && proposal.to() <= text.length(),
                        proposal + " at " + caret + " in " + text);
                String taken = text.substring(0, proposal.from()) + proposal.text();
                search.mistake(Query.of(taken)).ifPresent(
                        mistake -> assertTrue(mistake.from() >= taken.length() || mistake.to() <= proposal.from(),
                                () -> mistake + " in " + taken + " after " + proposal));
            }
        }
        assertTrue(proposed > TRIES, "so many were proposed: " + proposed);
    }

    @Test
    void whatIsHiddenMightAsWellNotBeThere() {
        Set<String> hidden = new HashSet<>();
        for (Class<? extends Entity> noun : List.of(Vm.class, Host.class, Disk.class, StorageDomain.class, Cluster.class, Tag.class,
                User.class,
                Event.class, Permission.class)) {
            inventory.all(noun).stream().filter(object -> babble.below(3) == 0).forEach(object -> hidden.add(object.getId()));
        }
        Authority most = new Authority() {
            @Override
            public boolean holds(Caller caller, String permit, @Nullable Entity object) {
                return true;
            }

            @Override
            public boolean sees(Caller caller, Entity object) {
                return !hidden.contains(object.getId());
            }
        };
        SearchService narrow = new SearchService(inventory, most, new EstateService(inventory, most), Town.CLOCK);
        try (MemoryInventory less = new MemoryInventory()) {
            SearchService small = Town.in(less);
            take(less, hidden);
            for (int i = 0; i < TRIES; i++) {
                Query query = new Query(null, babble.sense(), false, babble.below(4));
                assertEquals(ids(small, query), ids(narrow, query), query.text());
                int caret = babble.below(query.text().length() + 1);
                assertEquals(small.complete(TestWork.ADMIN, query, caret), narrow.complete(TestWork.ADMIN, query, caret),
                        query.text() + " at " + caret);
            }
        }
    }

    @Test
    void aBusyEstateIsSeenAsItIs() {
        for (int i = 0; i < TRIES / 10; i++) {
            for (int j = babble.below(3); j >= 0; j--) {
                inventory.change(draft -> {
                    change(draft, List.copyOf(draft.all(Vm.class)));
                    return null;
                });
            }
            SearchService fresh = new SearchService(inventory, TestWork.EVERYTHING, new EstateService(inventory, TestWork.EVERYTHING),
                    Town.CLOCK);
            for (int j = 0; j < 5; j++) {
                Query query = new Query(null, babble.sense(), false, babble.below(4));
                assertEquals(ids(fresh, query), ids(search, query), query.text());
            }
        }
    }

    private void change(Inventory.Draft draft, List<Vm> machines) {
        if (machines.size() < 3 || babble.below(3) == 0) {
            Vm vm = HostelryFactory.eINSTANCE.createVm();
            vm.setName("new" + babble.below(1_000_000));
            vm.setHost(babble.below(2) == 0 ? null : "h" + babble.below(1_000_000));
            draft.add(vm);
        } else if (babble.below(3) == 0) {
            draft.remove(Vm.class, machines.get(babble.below(machines.size())).getId());
        } else {
            Vm vm = draft.edit(Vm.class, machines.get(babble.below(machines.size())).getId());
            vm.setStatus(VmStatus.VALUES.get(babble.below(VmStatus.VALUES.size())));
            vm.setHost("h-box");
            vm.setMemory(babble.below(4096) * (1L << 20));
            vm.setComment("1");
        }
    }

    private static List<String> ids(SearchService search, Query query) {
        return search.find(TestWork.ADMIN, query).objects().stream().map(Entity::getId).toList();
    }

    private static void take(Inventory inventory, Set<String> ids) {
        inventory.change(draft -> {
            for (Class<? extends Entity> noun : List.of(Vm.class, Host.class, Disk.class, StorageDomain.class, Cluster.class, Tag.class,
                    User.class, Event.class, Permission.class)) {
                List.copyOf(draft.all(noun)).stream().filter(object -> ids.contains(object.getId()))
                        .forEach(object -> draft.remove(noun, object.getId()));
            }
            return null;
        });
    }

    @Test
    void textsThatAreMeantToHurtAreRefusedAtOnce() {
        for (String text : List.of("Vms: " + "(".repeat(4_000), "Vms: " + "a ".repeat(2_000), "Vms: name = " + "*a".repeat(2_000),
                "Vms: \"" + "\\\"".repeat(2_000), "Vms: " + "vms.".repeat(1_000) + "name = x", "Vms: " + "x".repeat(4_000) + " = 1",
                "Vms: page " + "9".repeat(4_000), "x".repeat(1 << 20), "Vms: memory > " + "9".repeat(4_000) + "gb",
                "Vms: creationdate > -" + "9".repeat(300) + "d")) {
            Query query = Query.of(text);
            if (search.mistake(query).isEmpty()) {
                assertEquals(0, search.find(TestWork.ADMIN, query).total(), text.substring(0, 20));
            }
            search.complete(TestWork.ADMIN, query, text.length());
        }
    }
}
