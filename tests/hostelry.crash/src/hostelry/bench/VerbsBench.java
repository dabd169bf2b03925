package hostelry.bench;

import hostelry.engine.access.PermissionAuthority;
import hostelry.engine.store.jpa.Database;
import hostelry.engine.store.jpa.JpaLedger;
import hostelry.engine.store.memory.FirstRows;
import hostelry.engine.store.memory.LiveInventory;
import hostelry.engine.store.memory.Nouns;
import hostelry.engine.work.Kind;
import hostelry.engine.work.run.Worker;
import hostelry.model.User;
import hostelry.testkit.TestWork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * {@code releng/bench verbs}: how many verbs a second go through authorise, check, lock and record, each waited for. Arguments: seconds for each number, and the URL
 * of a database; without one H2 in a folder.
 */
final class VerbsBench {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private VerbsBench() {}

    public static void main(String[] args) throws Exception {
        int seconds = Integer.parseInt(args[0]);
        Path folder = Files.createTempDirectory("hostelry-bench");
        boolean h2 = args.length < 2;
        String url = h2 ? Database.embedded(folder) : args[1];
        Nouns nouns = new Nouns();
        try (LiveInventory inventory = new LiveInventory(
                new JpaLedger(Database.open(url), nouns, VerbsBench.class.getClassLoader()), nouns)) {
            if (inventory.all(User.class).isEmpty()) {
                inventory.change(draft -> {
                    FirstRows.add(draft);
                    FirstRows.complete(draft, new Random(1));
                    return null;
                });
            }
            Kind kind = Kind.of("NoOp", "Vm", "Do nothing to", "RUN_VM").remade(arguments -> new NoOp(arguments.get("subject")));
            try (Worker work = Worker.of(inventory, new PermissionAuthority(inventory), Clock.systemUTC(), PATIENCE, List.of(kind))) {
                measure(work, 4, Math.max(2, seconds / 3)); // warms up
                for (int threads : new int[]{1, 16}) {
                    double rate = measure(work, threads, seconds);
                    System.out.printf(Locale.ROOT, "{\"name\":\"verbs.%s.%d\",\"value\":%.0f,\"unit\":\"1/s\",\"how\":\"%s\"}%n",
                            h2 ? "h2" : "postgresql", threads, rate,
                            "no-op verbs through authorise, check, lock, journal, job and event, each waited for, " + threads
                                    + (threads == 1 ? " thread, " : " threads, ") + seconds + " s");
                }
            }
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static double measure(Worker work, int threads, int seconds) throws InterruptedException {
        AtomicLong done = new AtomicLong();
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            String subject = "object" + i;
            running.add(Thread.ofPlatform().start(() -> {
                while (System.nanoTime() < end) {
                    work.submit(TestWork.ADMIN.fresh(), new NoOp(subject)).await(PATIENCE);
                    done.incrementAndGet();
                }
            }));
        }
        for (Thread thread : running) {
            thread.join();
        }
        return done.get() / ((System.nanoTime() - start) / 1e9);
    }
}
