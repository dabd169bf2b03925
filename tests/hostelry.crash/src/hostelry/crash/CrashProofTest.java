package hostelry.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.engine.store.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The engine is killed at seeded points while several threads work with it. Afterwards no acknowledged task is lost, no VM runs twice, no lock stays, engine and
 * hosts agree. On H2, or on the PostgreSQL that {@code hostelry.test.jdbc} names. {@code -Dhostelry.crash.kills=200 -Dhostelry.crash.seed=7} for more and others; {@code releng/bench crash} runs the long one.
 */
class CrashProofTest {
    @Test
    void whateverWasAcknowledgedIsDoneOrTakenBack() throws Exception {
        int kills = Integer.getInteger("hostelry.crash.kills", 40);
        long seed = Long.getLong("hostelry.crash.seed", 42);
        Path folder = Files.createTempDirectory("hostelry-crash");

        Siege.Outcome outcome = new Siege(folder, seed, TestDatabase.fresh(folder.resolve("database")), null).run(kills, told -> {});

        assertEquals(List.of(), outcome.wrong(), "seed " + seed + "; database and log in " + folder);
        assertEquals(0, outcome.lost(), outcome.toString());
        assertTrue(outcome.acts() > kills && outcome.settled() > kills / 4, outcome.toString());
        Siege.remove(folder);
    }
}
