package hostelry.node.libvirt.facts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** When guests were started: libvirt does not tell, but their processes do. */
final class StartTimes {
    private static final long MILLIS_PER_TICK = 10;

    private final Path proc;
    private final Map<String, Long> known = new HashMap<>();

    StartTimes(Path proc) {
        this.proc = proc;
    }

    /** Milliseconds since 1970; now, where its process can't be seen. */
    long of(String id) {
        return known.computeIfAbsent(id, this::find);
    }

    void forget(String id) {
        known.remove(id);
    }

    private long find(String id) {
        long boot = ProcFiles.bootTime(HostReader.textOf(proc.resolve("stat")));
        byte[] mark = ("\0-uuid\0" + id + "\0").getBytes(StandardCharsets.US_ASCII);
        try (Stream<Path> processes = Files.list(proc)) {
            for (Path process : (Iterable<Path>) processes
                    .filter(path -> Character.isDigit(path.getFileName().toString().charAt(0)))::iterator) {
                if (contains(process.resolve("cmdline"), mark)) {
                    return boot + ProcFiles.startTicks(HostReader.textOf(process.resolve("stat"))) * MILLIS_PER_TICK;
                }
            }
        } catch (IOException | RuntimeException e) {
            // processes come and go while they are looked at
        }
        return System.currentTimeMillis();
    }

    private static boolean contains(Path file, byte[] mark) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .contains(new String(mark, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return false; // gone, or not for us to see
        }
    }
}
