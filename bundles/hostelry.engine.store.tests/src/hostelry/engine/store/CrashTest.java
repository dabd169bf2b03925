package hostelry.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.model.Event;
import hostelry.model.Vm;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the writer at random moments: what it said was done must be there, and the rest must be whole. */
class CrashTest {
    @TempDir
    Path folder;

    @Test
    void losesNothingThatWasAcknowledged() throws Exception {
        long seed = Long.getLong("hostelry.test.seed", 42);
        int kills = Integer.getInteger("hostelry.test.kills", 5);
        Random random = new Random(seed);
        String url = TestDatabase.fresh(folder);
        Map<String, String> expected = new HashMap<>();
        Set<String> removed = new HashSet<>();
        int events = 0;
        int told = 0;
        for (int kill = 0; kill < kills; kill++) {
            Process child = ChildJvm.start(CrashWriter.class, Redirect.INHERIT, url);
            String last = "";
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(child.getInputStream()))) {
                int until = 5 + random.nextInt(400);
                String line;
                // after the kill, what still lies in the pipe was said before it: it counts too
                while ((line = lines.readLine()) != null) {
                    if (!line.startsWith("!") || line.equals("!open")) {
                        continue; // its log
                    }
                    if (--until == 0) {
                        child.toHandle().destroyForcibly(); // by its handle: Process closes the pipe, and with it what was said last
                    }
                    String[] word = line.substring(1).split(" ");
                    boolean whole = word.length == ("e".equals(word[0]) ? 3 : 2) && word[1].length() == 36;
                    if (!whole) {
                        continue; // cut off in the middle of a line
                    }
                    told++;
                    last = word[1];
                    switch (word[0]) {
                        case "a" -> expected.put(last, "0");
                        case "e" -> {
                            expected.put(last, word[2]);
                            events++;
                        }
                        default -> {
                            expected.remove(last);
                            removed.add(last);
                        }
                    }
                }
            }
            assertTrue(child.waitFor() != 0);
            try (Store store = Store.open(url)) {
                Map<String, String> found = store.inventory.all(Vm.class).stream().collect(Collectors.toMap(Vm::getId, Vm::getDescription));
                String context = "seed " + seed + ", kill " + kill;
                for (var vm : expected.entrySet()) {
                    String description = found.remove(vm.getKey());
                    if (!vm.getKey().equals(last)) {
                        assertEquals(vm.getValue(), description, context);
                    } else if (description != null) { // one more act may have been done and not been said
                        assertTrue(Integer.parseInt(description) - Integer.parseInt(vm.getValue()) <= 1, context);
                        expected.put(last, description);
                    }
                }
                assertTrue(found.size() <= 1, context + ": unknown " + found); // added and not said
                expected.putAll(found);
                if (!store.inventory.find(Vm.class, last).isPresent()) {
                    expected.remove(last);
                }
                removed.forEach(id -> assertFalse(store.inventory.find(Vm.class, id).isPresent(), context));
                int present = store.inventory.all(Event.class).size();
                assertTrue(present >= events && present <= events + 1, context + ": " + present + " events of " + events);
                events = present;
                assertEquals(present, store.inventory.all(Event.class).stream().mapToLong(Event::getIndex).max().orElse(0), context);
                assertNotNull(store.inventory.unfinished());
            }
        }
        assertTrue(told > kills * 5, "only " + told + " acts were done");
    }
}
