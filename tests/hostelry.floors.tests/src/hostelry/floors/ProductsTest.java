package hostelry.floors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Features and products keep up with the bundles: what is built is shipped, and what has services is started. */
class ProductsTest {
    private final Source source = Source.here();

    @Test
    void everyBundleIsInItsFeature() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Room room : source.rooms()) {
            String feature = "features/hostelry." + feature(room.name()) + ".feature/feature.xml";
            if (room.isShipped() && !source.text(feature).contains("<plugin id=\"" + Room.PREFIX + room.name() + "\"")) {
                missing.add("hostelry." + room.name() + " is not in " + feature);
            }
        }
        assertEquals("", String.join("\n", missing));
    }

    @Test
    void everyBundleWithServicesIsStarted() throws IOException {
        Map<String, Set<String>> features = Map.of("node", Set.of("base", "node"), "engine", Set.of("base", "node", "engine"), "console",
                Set.of("base", "node", "engine", "console"));
        List<String> missing = new ArrayList<>();
        for (String room : source.roomsWithServices()) {
            features.forEach((product, contains) -> {
                String file = "product/hostelry." + product + ".product";
                if (contains.contains(feature(room))
                        && !source.text(file).contains("<plugin id=\"" + Room.PREFIX + room + "\" autoStart=\"true\"")) {
                    missing.add("hostelry." + room + " has services, but is not started by " + file);
                }
            });
        }
        assertEquals("", String.join("\n", missing));
    }

    @Test
    void startLevelsAreAlikeInAllProducts() {
        Map<String, String> levels = new HashMap<>();
        List<String> unlike = new ArrayList<>();
        Pattern line = Pattern.compile("<plugin id=\"([^\"]+)\" autoStart=\"true\" startLevel=\"([0-9]+)\"");
        for (String product : List.of("node", "engine", "console")) {
            line.matcher(source.text("product/hostelry." + product + ".product")).results().forEach(match -> {
                String other = levels.putIfAbsent(match.group(1), match.group(2));
                if (other != null && !other.equals(match.group(2))) {
                    unlike.add(match.group(1) + " starts at " + match.group(2) + " and at " + other + "; p2 would take either");
                }
            });
        }
        assertFalse(levels.isEmpty(), "no start levels were found");
        assertEquals("", String.join("\n", unlike));
    }

    private static String feature(String room) {
        return switch (room) {
            case "home", "xml", "pki", "cxf" -> "base";
            case "model", "api", "wire", "node.client" -> "engine";
            default -> room.startsWith("node.") ? "node" : room.startsWith("engine.") ? "engine" : "console";
        };
    }
}
