package hostelry.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Starts engines one after the other over the same database and the same hosts, and kills each at a point that the seed chooses. */
final class Siege {
    /** Every few kills the point is a moment, and the killer the kernel. */
    private static final int BY_CLOCK = 4;
    private static final int LATEST_POINT = 90;
    private static final int LATEST_MILLIS = 1500;
    /** The database is killed under an engine that works, and the engine some time after it is back. */
    private static final String DATABASE = "database";

    private final Path folder;
    private final long seed;
    private final String database;
    private final @Nullable Runnable breakDatabase;
    private final Path acknowledged;
    private final List<String> wrong = new ArrayList<>();
    private final Set<String> lost = new HashSet<>();
    private volatile int acts; // counted by the reader alone
    private int settled;
    private volatile int actsAfterBreak = -1;

    /** @param acts how many were acknowledged @param lost of these @param settled after how many kills engine and hosts were compared; a kill may hit the recovery itself */
    record Outcome(int kills, int acts, int lost, int settled, List<String> wrong) {}

    /**
     * @param database URL of an empty one
     * @param breakDatabase kills the database itself and starts it again, once in the middle of the siege, while an engine works; null: that can't be done
     */
    Siege(Path folder, long seed, String database, @Nullable Runnable breakDatabase) throws IOException {
        this.folder = folder;
        this.seed = seed;
        this.database = database;
        this.breakDatabase = breakDatabase;
        this.acknowledged = folder.resolve("acknowledged");
        Files.createDirectories(folder);
        Files.writeString(acknowledged, "");
    }

    /** @param told hears of each kill */
    Outcome run(int kills, Consumer<String> told) throws IOException, InterruptedException {
        Random random = new Random(seed);
        try (SimDoor hosts = new SimDoor(seed, folder.resolve("sim"))) {
            for (int kill = 1; kill <= kills && wrong.isEmpty(); kill++) {
                boolean byClock = random.nextInt(BY_CLOCK) == 0;
                String point = byClock
                        ? "ms:" + random.nextInt(LATEST_MILLIS)
                        : Points.KINDS[random.nextInt(Points.KINDS.length)] + ":" + (1 + random.nextInt(LATEST_POINT));
                if (breakDatabase != null && kill == (kills + 1) / 2) {
                    point = DATABASE;
                }
                engine(hosts, point, seed * 10_000 + kill);
                told.accept("kill " + kill + " at " + point + ": " + acts + " acts so far");
            }
            engine(hosts, "none", 0);
        }
        if (breakDatabase != null && actsAfterBreak <= 0 && wrong.isEmpty()) {
            wrong.add("after the database was killed and came back, no act was acknowledged any more");
        }
        return new Outcome(kills, acts, lost.size(), settled, List.copyOf(wrong));
    }

    private void engine(SimDoor hosts, String point, long loadSeed) throws IOException, InterruptedException {
        Process engine = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx256m", "-cp", System.getProperty("java.class.path"),
                "-Dlogback.configurationFile=hostelry/crash/logback.xml", EngineUnderFire.class.getName(), database,
                String.valueOf(hosts.port()), point,
                String.valueOf(loadSeed), acknowledged.toString())
                .redirectError(Redirect.appendTo(folder.resolve("engine.log").toFile())).start();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(engine.getInputStream()))) {
            String line;
            // after the kill, what still lies in the pipe was said before it: it counts too
            while ((line = lines.readLine()) != null) {
                heard(line, point, engine);
            }
        }
        engine.waitFor();
    }

    private void heard(String line, String point, Process engine) throws IOException {
        if (line.equals("!ready") && point.startsWith("ms:")) {
            int millis = Integer.parseInt(point.substring(3));
            Thread.ofVirtual().start(() -> {
                try {
                    Thread.sleep(millis);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                engine.toHandle().destroyForcibly(); // by its handle: Process closes the pipe, and with it what was said last
            });
        } else if (line.equals("!settled")) {
            settled++;
            if (point.equals(DATABASE) && breakDatabase != null) {
                Thread.ofVirtual().start(() -> breakUnder(engine, breakDatabase));
            }
        } else if (line.startsWith("!broken ")) {
            wrong.add(line.substring(8));
        } else if (line.startsWith("!lost ")) {
            lost.add(line.substring(6));
        } else if (line.startsWith("!ack ") && line.length() == 5 + 36) {
            acts++;
            Files.writeString(acknowledged, line.substring(5) + "\n", StandardOpenOption.APPEND);
        } else if (!line.startsWith("!")) {
            Files.writeString(folder.resolve("engine.log"), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    /** Whether anything worked after it came back is counted: an engine that never finds its database again is killed as well, but noticed. */
    private void breakUnder(Process engine, Runnable breakIt) {
        try {
            Thread.sleep(500);
            breakIt.run();
            Thread.sleep(LATEST_MILLIS);
            int then = acts;
            Thread.sleep(LATEST_MILLIS);
            actsAfterBreak = acts - then;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            engine.toHandle().destroyForcibly();
        }
    }

    /** The folder of a siege that went well. */
    static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
