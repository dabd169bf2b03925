package hostelry.crash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** {@code releng/bench crash}: many kills, told as JSON lines. Arguments: number of kills, seed. */
final class CrashBench {
    private CrashBench() {}

    public static void main(String[] args) throws Exception {
        int kills = Integer.parseInt(args[0]);
        long seed = Long.parseLong(args[1]);
        Path folder = Files.createTempDirectory("hostelry-crash");
        long start = System.nanoTime();
        Siege.Outcome outcome = new Siege(folder, seed).run(kills, System.err::println);
        String how = kills + " kills of an engine on H2 over a simulation that lives on, seed " + seed + ", " + outcome.settled()
                + " comparisons of engine and hosts";
        line("crash.wrong", outcome.wrong().size(), "findings", how);
        line("crash.lost", outcome.lost(), "acts", "acknowledged and not in the database after a kill: H2's (decision 5)");
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

    private static void line(String name, double value, String unit, String how) {
        System.out.printf(Locale.ROOT, "{\"name\":\"%s\",\"value\":%.1f,\"unit\":\"%s\",\"how\":\"%s\"}%n", name, value, unit, how);
    }
}
