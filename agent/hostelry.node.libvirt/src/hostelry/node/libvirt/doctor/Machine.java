package hostelry.node.libvirt.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The machine that is looked at: files below a root, and programs that are run. */
class Machine {
    private static final long SECONDS = 20;
    private final Path root;

    /** @param root {@code /}, or a folder that plays it */
    Machine(Path root) {
        this.root = root;
    }

    Path at(String path) {
        return root.resolve(path.substring(1));
    }

    boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    boolean has(String program) {
        return Stream.of("/usr/sbin", "/usr/bin", "/sbin", "/bin", "/usr/local/bin")
                .anyMatch(folder -> Files.isExecutable(at(folder + "/" + program)));
    }

    /** The text of a file; empty where it can't be read. */
    String text(String path) {
        try {
            return Files.readString(at(path), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return ""; // what isn't there says nothing
        }
    }

    record Ran(int status, String output) {}

    /** Runs a program, which gets {@code input}; status 127 where it can't be started, 124 where it does not end. */
    Ran run(String input, String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
            try (var in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.US_ASCII));
            }
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Ran(124, "It did not end within " + SECONDS + " s.");
            }
            return new Ran(process.exitValue(), new String(process.getInputStream().readNBytes(4096), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            return new Ran(127, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Ran(124, "It was interrupted.");
        }
    }
}
