package hostelry.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.engine.spi.JournalEntry;
import hostelry.engine.store.backup.BackupDoor;
import hostelry.engine.store.backup.BackupWriter;
import hostelry.engine.store.backup.Errand;
import hostelry.engine.store.jpa.Database;
import hostelry.home.Home;
import hostelry.home.Settings;
import hostelry.home.StartRefused;
import hostelry.model.Event;
import hostelry.model.HostelryFactory;
import hostelry.model.Vm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backup and restore by their commands, from one home to another; where a PostgreSQL is named, from and to that too. */
class BackupTest {
    @TempDir
    Path folder;

    private final Map<String, String> properties = new HashMap<>();
    private Path first = Path.of("");
    private Path second = Path.of("");
    private Path file = Path.of("");
    private String said = "";

    @BeforeEach
    void fill() throws Exception {
        first = folder.resolve("first");
        second = folder.resolve("second");
        file = folder.resolve("estate.zip");
        try (Home home = home(first); Store store = Store.open(Database.embedded(home.database()))) {
            home.writeSecret(home.pki().resolve("ca.p12"), new byte[]{1, 2, 3});
            home.writeSecret(home.passwordFile(), "sesame\n".getBytes(StandardCharsets.UTF_8));
            Files.writeString(home.storage().resolve("disk"), "large");
            add(store, "tab\tline\n back\\slash \\N");
            store.ledger.set("u1", "hash of it");
            store.inventory.change(draft -> {
                draft.journal(new JournalEntry("j1", "StartVm", Map.of("vm", "1"), "u", "admin@internal", "c"));
                return null;
            });
        }
    }

    @AfterEach
    void nothingIsLeftHalfWay() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            assertEquals(List.of(),
                    all.filter(path -> path.getFileName().toString().matches("\\.estate.*|\\.restore|restore-under-way")).toList());
        }
    }

    private static Home home(Path root) throws StartRefused {
        return Home.open(root, Settings.parse(name -> null));
    }

    /** A machine and an event that names it, in one change. */
    private static void add(Store store, String name) {
        store.inventory.change(draft -> {
            Vm vm = HostelryFactory.eINSTANCE.createVm();
            vm.setName(name);
            vm.setMemory(7);
            Event event = HostelryFactory.eINSTANCE.createEvent();
            event.setDescription(name);
            draft.add(event);
            return draft.add(vm);
        });
    }

    private void run(Path home, String... words) throws StartRefused {
        properties.put("hostelry.home", home.toString());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Errand(properties::get, new PrintStream(out, true, StandardCharsets.UTF_8)).run(words);
        said = out.toString(StandardCharsets.UTF_8);
    }

    private StartRefused refused(Path home, String... words) {
        return assertThrows(StartRefused.class, () -> run(home, words));
    }

    private void check(Store store, Set<String> names) {
        assertEquals(names, store.inventory.all(Vm.class).stream().map(Vm::getName).collect(Collectors.toCollection(TreeSet::new)));
        assertTrue(store.inventory.all(Vm.class).stream().allMatch(vm -> vm.getMemory() == 7 && vm.getDescription() == null));
        assertEquals(Optional.of("hash of it"), store.ledger.hash("u1"));
        assertEquals(List.of(new JournalEntry("j1", "StartVm", Map.of("vm", "1"), "u", "admin@internal", "c")),
                store.inventory.unfinished());
    }

    private void checkSecond() throws Exception {
        assertEquals("sesame\n", Files.readString(second.resolve("admin-password")));
        assertEquals(3, Files.size(second.resolve("pki/ca.p12")));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(second.resolve("pki/ca.p12"))));
        try (Home home = home(second); Store store = Store.open(Database.embedded(home.database()))) {
            check(store, Set.of("tab\tline\n back\\slash \\N"));
            add(store, "next");
            assertEquals(2, store.inventory.all(Event.class).stream().mapToLong(Event::getIndex).max().orElse(0), "the index goes on");
        }
    }

    @Test
    void anEngineThatDoesNotRun() throws Exception {
        run(first, "backup", file.toString());
        assertTrue(said.contains("and 2 files of the home in " + file), said);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        run(second, "restore", file.toString());
        checkSecond();
    }

    @Test
    void oneThatRunsAndWritesMeanwhile() throws Exception {
        AtomicInteger written = new AtomicInteger();
        int before;
        try (Home home = home(first);
                Store store = Store.open(Database.embedded(home.database()));
                BackupDoor door = BackupDoor.open(new BackupWriter(store.database.plain(), home.root()), home.run())) {
            AtomicBoolean over = new AtomicBoolean();
            Thread writer = Thread.ofVirtual().start(() -> {
                while (!over.get()) {
                    add(store, "vm" + written.incrementAndGet());
                }
            });
            while (written.get() < 50) {
                Thread.onSpinWait();
            }
            before = written.get() - 1;
            run(first, "backup", file.toString());
            over.set(true);
            writer.join();
        }
        run(second, "restore", file.toString());
        try (Home home = home(second); Store store = Store.open(Database.embedded(home.database()))) {
            Set<String> vms = store.inventory.all(Vm.class).stream().map(Vm::getName).collect(Collectors.toSet());
            Set<String> events = store.inventory.all(Event.class).stream().map(Event::getDescription).collect(Collectors.toSet());
            assertEquals(vms, events, "what was written in one change is there whole or not at all");
            assertTrue(vms.size() > before && vms.size() <= written.get() + 1, vms.size() + " of " + written);
            assertTrue(vms.contains("vm" + before));
        }
    }

    @Test
    void whatIsThereIsNotReplacedUnlessForcedAndThenKept() throws Exception {
        run(first, "backup", file.toString());
        assertEquals(73, refused(first, "backup", file.toString()).exitCode(), "a backup replaces nothing");
        try (Home home = home(second); Store store = Store.open(Database.embedded(home.database()))) {
            add(store, "old");
        }
        StartRefused refused = refused(second, "restore", file.toString());
        assertTrue(refused.text().contains("--force"), refused.text());
        properties.put("hostelry.restore.force", "true");
        run(second, "restore", file.toString());
        Path aside = Path.of(said.replaceFirst("(?s).*What was there before is in (.*)\\.\\n", "$1"));
        checkSecond();
        try (Store old = Store.open(Database.embedded(aside.resolve("database")))) {
            assertTrue(old.inventory.named(Vm.class, "old").isPresent());
        }
    }

    @Test
    void notIntoAnEngineThatRuns() throws Exception {
        run(first, "backup", file.toString());
        try (Home home = home(second)) {
            assertTrue(refused(second, "restore", file.toString()).text().contains("is in use by"));
            assertTrue(refused(second, "backup", folder.resolve("other.zip").toString()).text().contains("gives no backup"));
            assertFalse(Files.exists(folder.resolve("other.zip")));
        }
    }

    @Test
    void aDamagedFileIsFoundOutBeforeAnythingIsChanged() throws Exception {
        run(first, "backup", file.toString());
        byte[] good = Files.readAllBytes(file);
        for (int place = 40; place < good.length; place += Math.max(1, good.length / 40)) {
            byte[] bad = good.clone();
            bad[place] ^= 0x10;
            Files.write(file, bad);
            try {
                run(second, "restore", file.toString());
                checkSecond(); // a bit that means nothing, such as a time of the ZIP's own
                second = folder.resolve("again" + place);
            } catch (StartRefused e) {
                assertTrue(e.exitCode() == 65 || e.exitCode() == 78, e.text());
                assertFalse(Files.exists(second.resolve("database")) || Files.exists(second.resolve("pki")));
            }
        }
        Files.write(file, java.util.Arrays.copyOf(good, good.length * 2 / 3));
        assertEquals(65, refused(second, "restore", file.toString()).exitCode());
        Files.writeString(file, "no zip at all");
        assertEquals(65, refused(second, "restore", file.toString()).exitCode());
        assertEquals(66, refused(second, "restore", folder.resolve("none.zip").toString()).exitCode());
    }

    private void inManifest(String from, String to) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Path manifest = zip.getPath("manifest.properties");
            Files.writeString(manifest, Files.readString(manifest).replaceFirst(from, to));
        }
    }

    @Test
    void aNewerOneIsRefused() throws Exception {
        run(first, "backup", file.toString());
        inManifest("schema=[0-9]+", "schema=9999");
        StartRefused refused = refused(second, "restore", file.toString());
        assertEquals(78, refused.exitCode());
        assertTrue(refused.text().contains("from a newer Hostelry"), refused.text());
        inManifest("schema=9999", "schema=0");
        assertTrue(refused(second, "restore", file.toString()).text().contains("Nothing was changed"));
    }

    @Test
    void aDiskThatIsFullLeavesNothingBehind() throws Exception {
        try (Home home = home(first); Store store = Store.open(Database.embedded(home.database()))) {
            BackupWriter writer = new BackupWriter(store.database.plain(), home.root());
            for (int size : new int[]{0, 100, 5_000}) {
                assertThrows(IOException.class, () -> writer.write(new Full(size)));
            }
            add(store, "still writes"); // and no connection is lost
            writer.write(OutputStream.nullOutputStream());
        }
        Path missing = folder.resolve("no such folder").resolve("estate.zip");
        assertEquals(74, refused(first, "backup", missing.toString()).exitCode());
    }

    private static final class Full extends OutputStream {
        private int left;

        Full(int left) {
            this.left = left;
        }

        @Override
        public void write(int b) throws IOException {
            if (left-- <= 0) {
                throw new IOException("No space left on device");
            }
        }
    }

    @Test
    void wrongWordsAndEmptyPlacesAreRefused() {
        assertEquals(64, refused(first, "backup").exitCode());
        assertEquals(64, refused(first, "copy", file.toString()).exitCode());
        assertEquals(66, refused(folder.resolve("nowhere"), "backup", file.toString()).exitCode());
        assertFalse(Files.exists(folder.resolve("nowhere")));
    }

    @Test
    void fromTheHomeToPostgresAndBack() throws Exception {
        if (!TestDatabase.isPostgres()) {
            run(first, "backup", file.toString());
            return;
        }
        run(first, "backup", file.toString());
        String url = TestDatabase.fresh(folder);
        properties.put("hostelry.jdbc", url);
        run(second, "restore", file.toString());
        assertFalse(Files.exists(second.resolve("database/hostelry.mv.db")));
        try (Store store = Store.open(url)) {
            check(store, Set.of("tab\tline\n back\\slash \\N"));
            assertTrue(refused(second, "restore", file.toString()).text().contains("another engine"));
        }
        assertEquals(73, refused(second, "restore", file.toString()).exitCode());
        properties.put("hostelry.restore.force", "true");
        run(second, "restore", file.toString());
        assertTrue(said.contains("in the database's schema before_restore_"), said);
        Path back = folder.resolve("back.zip");
        run(second, "backup", back.toString());
        properties.clear();
        second = folder.resolve("third");
        run(second, "restore", back.toString());
        checkSecond();
        try (var connection = java.sql.DriverManager.getConnection(url); var statement = connection.createStatement()) {
            statement.execute("drop schema " + saidSchema() + " cascade");
        }
    }

    private String saidSchema() throws Exception {
        try (var connection = java.sql.DriverManager.getConnection(System.getProperty("hostelry.test.jdbc"));
                var statement = connection.createStatement();
                var row = statement.executeQuery("select nspname from pg_namespace where nspname like 'before_restore_%'")) {
            assertTrue(row.next(), "what was there before was kept");
            return row.getString(1);
        }
    }
}
