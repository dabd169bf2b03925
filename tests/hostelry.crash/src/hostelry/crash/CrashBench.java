package hostelry.crash;

import hostelry.engine.store.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** {@code releng/bench crash}: many kills, told as JSON lines. Arguments: number of kills, seed, and for PostgreSQL {@code releng/postgres} and the server's folder. */
final class CrashBench {
    private CrashBench() {}

    public static void main(String[] args) throws Exception {
        int kills = Integer.parseInt(args[0]);
        long seed = Long.parseLong(args[1]);
        Path folder = Files.createTempDirectory("hostelry-crash");
        long start = System.nanoTime();
        boolean postgres = TestDatabase.isPostgres();
        Siege siege = new Siege(folder, seed, TestDatabase.fresh(folder.resolve("database")),
                postgres ? () -> restart(args[2], args[3]) : null);
        Siege.Outcome outcome = siege.run(kills, System.err::println);
        String how = kills + " kills of an engine on " + (postgres ? "PostgreSQL, which is killed once itself," : "H2")
                + " over a simulation that lives on, seed " + seed + ", " + outcome.settled()
                + " comparisons of engine and hosts";
        line("crash.wrong", outcome.wrong().size(), "findings", how);
        line("crash.lost", outcome.lost(), "acts", "acknowledged and not in the database after a kill");
        line("crash.acts", outcome.acts(), "acts", "acknowledged in that run; each ended as finished, failed or cancelled");
        line("crash.time", (System.nanoTime() - start) / 1e9, "s", "of that run");
        outcome.wrong().forEach(System.err::println);
        if (outcome.wrong().isEmpty() && outcome.lost() == 0) {
            Siege.remove(folder);
        } else {
            System.err.println("Database and log are kept in " + folder);
            System.exit(1);
        }
    }

    private static void restart(String program, String server) {
        for (List<String> words : List.of(List.of(program, "kill", server), List.of(program, "start", "--fast", server))) {
            try {
                int status = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start().waitFor();
                if (status != 0) {
                    throw new IllegalStateException(words + " ended with " + status);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        System.err.println("the database was killed and started again");
    }

    private static void line(String name, double value, String unit, String how) {
        System.out.printf(Locale.ROOT, "{\"name\":\"%s\",\"value\":%.1f,\"unit\":\"%s\",\"how\":\"%s\"}%n", name, value, unit, how);
    }
}
