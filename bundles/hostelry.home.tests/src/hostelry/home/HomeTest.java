package hostelry.home;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    Path temp;

    private Home open(Path root) throws StartRefused {
        return Home.open(Map.of(Settings.HOME, root.toString())::get);
    }

    @Test
    void makesTheFolderForItsOwnerAlone() throws Exception {
        Path root = temp.resolve("a/b");
        try (Home home = open(root)) {
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(root)));
            assertEquals("1", Files.readString(root.resolve("version")).strip());
            assertTrue(Files.isDirectory(home.pki()));
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(home.database())));
            assertEquals(home.root().resolve("run"), home.run());
        }
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxrwxrwx"));
        open(root).close();
        assertEquals("rwx--x---", PosixFilePermissions.toString(Files.getPosixFilePermissions(root)));
    }

    @Test
    void refusesANewerVersion() throws Exception {
        open(temp.resolve("h")).close();
        Files.writeString(temp.resolve("h/version"), "2\n");
        HomeUnusable refused = assertThrows(HomeUnusable.class, () -> open(temp.resolve("h")));
        assertTrue(refused.text().contains("newer Hostelry"), refused.text());
        assertEquals(HomeUnusable.WRONG_CONTENT, refused.exitCode());
        Files.writeString(temp.resolve("h/version"), "rubbish");
        assertThrows(HomeUnusable.class, () -> open(temp.resolve("h")));
        Files.writeString(temp.resolve("h/version"), "1\n");
        open(temp.resolve("h")).close(); // a refusal leaves no lock
    }

    @Test
    void refusesAFolderOfOtherThingsAndLeavesItAlone() throws Exception {
        Path other = Files.createDirectory(temp.resolve("documents"));
        Files.writeString(other.resolve("letter.txt"), "dear");
        Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rwxr-xr-x"));
        HomeUnusable refused = assertThrows(HomeUnusable.class, () -> open(other));
        assertTrue(refused.getMessage().contains("holds other things"), refused.getMessage());
        assertEquals("rwxr-xr-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(other)));
        assertEquals(List.of("letter.txt"), List.of(other.toFile().list()));
    }

    @Test
    void takesAFolderThatAStartScriptPrepared() throws Exception {
        Files.createDirectories(temp.resolve("h/logs"));
        open(temp.resolve("h")).close();
        assertTrue(Files.exists(temp.resolve("h/version")));
    }

    @Test
    void refusesAFile() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "x");
        assertTrue(assertThrows(HomeUnusable.class, () -> open(file)).getMessage().contains("is a file"));
        assertTrue(assertThrows(HomeUnusable.class, () -> open(file.resolve("below"))).getMessage().contains("is a file"));
    }

    @Test
    void refusesWhatCantBeWritten() {
        HomeUnusable refused = assertThrows(HomeUnusable.class, () -> open(Path.of("/proc/hostelry")));
        assertEquals(HomeUnusable.NOT_WRITABLE, refused.exitCode());
        assertTrue(refused.text().contains("--home"), refused.text());
    }

    @Test
    void refusesAHomeThatThisProcessHas() throws Exception {
        try (Home first = open(temp.resolve("h"))) {
            HomeUnusable refused = assertThrows(HomeUnusable.class, () -> open(first.root()));
            assertEquals(HomeUnusable.IN_USE, refused.exitCode());
            assertTrue(refused.getMessage().contains("process " + ProcessHandle.current().pid()), refused.getMessage());
        }
    }

    @Test
    void refusesAHomeThatAnotherProcessHas() throws Exception {
        open(temp.resolve("h")).close();
        Path ready = temp.resolve("ready");
        Path program = Files.writeString(temp.resolve("Holder.java"), """
                import java.nio.channels.*; import java.nio.file.*;
                class Holder { public static void main(String[] a) throws Exception {
                    var lock = FileChannel.open(Path.of(a[0]), StandardOpenOption.WRITE).lock();
                    Files.writeString(Path.of(a[1]), "yes"); Thread.sleep(60_000); System.out.println(lock); } }
                """);
        Process holder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), program.toString(),
                temp.resolve("h/lock").toString(), ready.toString()).inheritIO().start();
        try {
            for (int i = 0; i < 600 && !Files.exists(ready); i++) {
                Thread.sleep(50);
            }
            assertEquals(HomeUnusable.IN_USE, assertThrows(HomeUnusable.class, () -> open(temp.resolve("h"))).exitCode());
        } finally {
            holder.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        open(temp.resolve("h")).close(); // a killed owner leaves nothing behind
    }

    @Test
    void aVisitorComesInWhileItsOwnerIsThere() throws Exception {
        Map<String, String> visit = Map.of(Settings.HOME, temp.resolve("h").toString(), Settings.VISIT, "true");
        Home.open(visit::get).close(); // makes it where it is missing
        try (Home owner = open(temp.resolve("h"))) {
            try (Home visitor = Home.open(visit::get)) {
                assertEquals(owner.pki(), visitor.pki());
            }
            assertEquals(HomeUnusable.IN_USE, assertThrows(HomeUnusable.class, () -> open(temp.resolve("h"))).exitCode(),
                    "it is still the owner's");
            Files.writeString(temp.resolve("h/version"), "2\n");
            assertEquals(HomeUnusable.WRONG_CONTENT, assertThrows(HomeUnusable.class, () -> Home.open(visit::get)).exitCode());
        }
    }

    @Test
    void writesSecretsWholeAndForTheOwnerAlone() throws Exception {
        try (Home home = open(temp.resolve("h"))) {
            Path file = home.pki().resolve("key");
            home.writeSecret(file, new byte[]{1, 2});
            home.writeSecret(file, new byte[]{3});
            assertArrayEquals(new byte[]{3}, Files.readAllBytes(file));
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            assertEquals(1, home.pki().toFile().list().length);
        }
    }

    @Test
    void refusesOddNamesOfParts() throws Exception {
        try (Home home = open(temp.resolve("h"))) {
            assertThrows(IllegalArgumentException.class, () -> home.folder("../x"));
            assertTrue(Files.isDirectory(home.folder("node")));
        }
    }

    @Test
    void usualPlaceFollowsTheDesktopRules() {
        Properties linux = new Properties();
        linux.setProperty("os.name", "Linux");
        linux.setProperty("user.home", "/home/anna");
        assertEquals(Path.of("/home/anna/.local/share/hostelry"), HomePlace.usual(linux, Map.of()));
        assertEquals(Path.of("/data/hostelry"), HomePlace.usual(linux, Map.of("XDG_DATA_HOME", "/data")));
        assertEquals(Path.of("/home/anna/.local/share/hostelry"), HomePlace.usual(linux, Map.of("XDG_DATA_HOME", "relative")));
    }

    @Test
    void aLockOnTheFileIsTheKernels() throws Exception {
        try (Home home = open(temp.resolve("h"));
                FileChannel other = FileChannel.open(home.root().resolve("lock"), StandardOpenOption.READ)) {
            assertEquals(Long.toString(ProcessHandle.current().pid()).length(), other.size());
        }
    }
}
