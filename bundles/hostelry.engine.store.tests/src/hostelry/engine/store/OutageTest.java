package hostelry.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Problem.Kind;
import hostelry.api.Refusal;
import hostelry.engine.spi.JournalEntry;
import hostelry.engine.store.jpa.DatabaseUnusable;
import hostelry.model.Event;
import hostelry.model.HostelryFactory;
import hostelry.model.Vm;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL that comes and goes. */
@EnabledIf(value = "hostelry.engine.store.TestDatabase#isPostgres", disabledReason = "needs -Dhostelry.test.jdbc of a PostgreSQL")
class OutageTest {
    private static final String SECRET = "not the password";

    @TempDir
    Path folder;

    private String direct = "";
    private CutProxy proxy;
    private Store store;

    @BeforeEach
    void open() throws Exception {
        direct = TestDatabase.fresh(folder);
        Matcher place = Pattern.compile("//([^:/]+):([0-9]+)/").matcher(direct);
        assertTrue(place.find(), "the address names host and port");
        proxy = new CutProxy(place.group(1), Integer.parseInt(place.group(2)));
        store = Store.open(place.replaceFirst("//127.0.0.1:" + proxy.port() + "/") + "&prepareThreshold=0"); // a COMMIT that can be seen
    }

    @AfterEach
    void close() throws Exception {
        proxy.mend();
        store.close();
        proxy.close();
    }

    private Vm add(String name) {
        Vm vm = HostelryFactory.eINSTANCE.createVm();
        vm.setName(name);
        return store.inventory.change(draft -> {
            draft.add(HostelryFactory.eINSTANCE.createEvent());
            return draft.add(vm);
        });
    }

    private Set<String> names() {
        return store.inventory.all(Vm.class).stream().map(Vm::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Once the database is back it takes at most some seconds. */
    private void addWhenItIsBack(String name) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            try {
                add(name);
                return;
            } catch (Refusal e) {
                assertEquals(Kind.UNAVAILABLE, e.kind());
                Thread.sleep(50);
            }
        }
        throw new AssertionError("it did not recover");
    }

    private boolean isCommitted(String name) throws Exception {
        try (Connection connection = DriverManager.getConnection(direct); Statement statement = connection.createStatement()) {
            for (int i = 0; i < 100; i++) {
                try (ResultSet row = statement.executeQuery("select 1 from vm where name = '" + name + "'")) {
                    if (row.next()) {
                        return true;
                    }
                }
                Thread.sleep(20);
            }
            return false;
        }
    }

    private void sameAfterAReopen() throws Exception {
        Set<String> before = names();
        int events = store.inventory.all(Event.class).size();
        List<JournalEntry> journal = store.inventory.unfinished();
        store.close();
        store = Store.open(direct);
        assertEquals(before, names());
        assertEquals(events, store.inventory.all(Event.class).size());
        assertEquals(journal, store.inventory.unfinished());
    }

    @Test
    void whileItIsAwayChangesAreRefusedAndReadsGoOn() throws Exception {
        add("web1");
        proxy.cut();
        long start = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            Refusal refusal = assertThrows(Refusal.class, () -> add("web2"));
            assertEquals(Kind.UNAVAILABLE, refusal.kind());
            assertTrue(refusal.getMessage().contains("does not answer, so nothing can be changed"), refusal.getMessage());
            assertFalse(refusal.getMessage().contains("password"), refusal.getMessage());
        }
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        assertTrue(seconds < 15, "twenty refusals took " + seconds + " s");
        assertEquals(Set.of("web1"), names());
        proxy.mend();
        addWhenItIsBack("web3");
        assertEquals(Set.of("web1", "web3"), names());
        sameAfterAReopen();
    }

    @Test
    void aChangeWhoseEndWasNotHeardIsTakenBack() throws Exception {
        Vm vm = add("web1");
        store.inventory.change(draft -> {
            draft.journal(new JournalEntry("j1", "StartVm", Map.of("vm", "1"), "u", "admin@internal", "c"));
            draft.journal(new JournalEntry("j2", "StopVm", Map.of(), "u", "admin@internal", "c"));
            return null;
        });
        proxy.swallowNextCommit();
        assertThrows(Refusal.class, () -> store.inventory.change(draft -> {
            draft.edit(Vm.class, vm.getId()).setName("other");
            draft.add(HostelryFactory.eINSTANCE.createEvent());
            draft.journal(new JournalEntry("j1", "StartVm", Map.of("vm", "2"), "u", "admin@internal", "c"));
            draft.journal(new JournalEntry("j3", "StopVm", Map.of(), "u", "admin@internal", "c"));
            draft.journalEnd("j2");
            return null;
        }));
        assertEquals(Set.of("web1"), names());
        assertTrue(isCommitted("other"), "the test does what it says");
        addWhenItIsBack("web2");
        assertEquals(Set.of("web1", "web2"), names());
        sameAfterAReopen();
    }

    @Test
    void anAddAndARemovalWhoseEndWasNotHeardAreTakenBack() throws Exception {
        Vm vm = add("web1");
        for (int i = 0; i < 2; i++) {
            boolean adds = i == 0;
            proxy.swallowNextCommit();
            assertThrows(Refusal.class, () -> store.inventory.change(draft -> {
                if (adds) {
                    Vm other = HostelryFactory.eINSTANCE.createVm();
                    other.setName("other");
                    draft.add(other);
                } else {
                    draft.remove(Vm.class, vm.getId());
                }
                return null;
            }));
            addWhenItIsBack("more" + i);
        }
        assertEquals(Set.of("web1", "more0", "more1"), names());
        sameAfterAReopen();
    }

    @Test
    void whereSeveralWereWrittenTogetherEachIsThereThatWasToldSoAndNoOther() throws Exception {
        Set<String> told = ConcurrentHashMap.newKeySet();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String name = "web" + i + "-";
            threads.add(Thread.startVirtualThread(() -> {
                for (int round = 0; round < 30; round++) {
                    try {
                        told.add(add(name + round).getName());
                    } catch (Refusal e) {
                        continue; // which it may be, as long as it is not there
                    }
                }
            }));
        }
        for (int i = 0; i < 3; i++) {
            Thread.sleep(30);
            proxy.swallowNextCommit();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        addWhenItIsBack("last");
        told.add("last");
        assertEquals(told, names());
        sameAfterAReopen();
    }

    @Test
    void aServerThatThrowsItsClientsOutIsAskedAgain() throws Exception {
        add("web1");
        try (Connection connection = DriverManager.getConnection(direct); Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'hostelry-engine'");
        }
        addWhenItIsBack("web2");
        sameAfterAReopen();
    }

    @Test
    void aSecondEngineIsTurnedAway() {
        DatabaseUnusable refused = assertThrows(DatabaseUnusable.class, () -> Store.open(direct));
        assertEquals(DatabaseUnusable.BUSY, refused.exitCode());
        assertTrue(refused.getMessage().contains("another engine (127.0.0.1"), refused.getMessage());
    }

    @Test
    void saysWhyItIsNotLetIn() {
        DatabaseUnusable password = assertThrows(DatabaseUnusable.class,
                () -> Store.open(direct.replaceFirst("password=[^&]*", "password=" + SECRET.replace(' ', '+'))));
        assertEquals(DatabaseUnusable.WRONG_CONTENT, password.exitCode());
        assertTrue(password.getMessage().contains("does not let the engine in") && password.advice().contains("jdbc.password"),
                password.getMessage());
        assertFalse((password.getMessage() + password.advice()).contains(SECRET));
        DatabaseUnusable without = assertThrows(DatabaseUnusable.class, () -> Store.open(direct.replaceFirst("password=[^&]*", "")));
        assertTrue(without.getMessage().contains("does not let the engine in"), without.getMessage());
        DatabaseUnusable none = assertThrows(DatabaseUnusable.class, () -> Store.open(direct.replaceFirst("/[a-z_0-9]+\\?", "/nowhere?")));
        assertTrue(none.getMessage().endsWith("/nowhere does not exist."), none.getMessage());
    }

    @Test
    void aDatabaseOfSomethingElseIsLeftAlone() throws Exception {
        store.close();
        TestDatabase.fresh(folder);
        try (Connection connection = DriverManager.getConnection(direct); Statement statement = connection.createStatement()) {
            statement.execute("create table cats (name varchar)");
        }
        DatabaseUnusable refused = assertThrows(DatabaseUnusable.class, () -> Store.open(direct));
        assertTrue(refused.getMessage().endsWith("holds tables of something else."), refused.getMessage());
        TestDatabase.fresh(folder);
        store = Store.open(direct);
    }
}
