package hostelry.floors;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Compares manifests with the plan; every answer is a sentence that names the bundle, what it imports, and the rule. */
final class Inspector {
    private final Plan plan;

    Inspector(Plan plan) {
        this.plan = plan;
    }

    List<String> problems(List<Room> rooms) {
        List<String> problems = new ArrayList<>();
        Map<String, String> ownerOf = owners(rooms);
        Map<String, Set<String>> arrows = new TreeMap<>();
        for (Room room : rooms) {
            String planned = room.isTest() ? tested(room) : room.name();
            if (plan.entry(planned).isEmpty()) {
                problems.add("hostelry." + room.name() + " is not in the plan: give it a line in floors.txt.");
                continue;
            }
            Map<String, String> targets = targets(room, ownerOf);
            for (Map.Entry<String, String> target : targets.entrySet()) {
                problem(room, planned, target.getKey(), target.getValue()).ifPresent(problems::add);
            }
            if (!room.isTest()) {
                arrows.put(room.name(), new LinkedHashSet<>(targets.values()));
                libraries(room, problems);
                exports(room, problems);
            } else if (!room.host().isEmpty() && !room.host().equals(Room.PREFIX + planned)) {
                problems.add("hostelry." + room.name() + " is a fragment of " + room.host() + ", but its name says it tests hostelry."
                        + planned + ".");
            }
        }
        problems.addAll(circles(arrows));
        return problems;
    }

    private static String tested(Room test) {
        return test.name().substring(0, test.name().length() - ".tests".length());
    }

    private static Map<String, String> owners(List<Room> rooms) {
        Map<String, String> ownerOf = new HashMap<>();
        for (Room room : rooms) {
            ownerOf.put(Room.PREFIX + room.name(), room.name());
            room.exports().forEach(exported -> ownerOf.put(exported, room.name()));
        }
        return ownerOf;
    }

    /** What the room imports from other rooms: package or bundle name, and the room that owns it. */
    private static Map<String, String> targets(Room room, Map<String, String> ownerOf) {
        Map<String, String> targets = new TreeMap<>();
        List<String> wanted = new ArrayList<>(room.imports());
        wanted.addAll(room.requires());
        for (String name : wanted) {
            String owner = ownerOf.get(name);
            if (owner != null && !owner.equals(room.name())) {
                targets.put(name, owner);
            }
        }
        return targets;
    }

    private Optional<String> problem(Room room, String planned, String imported, String owner) {
        if (plan.entry(owner).isEmpty() || owner.equals(planned)) {
            return Optional.empty();
        }
        int from = plan.entry(planned).orElseThrow().floor();
        int to = plan.entry(owner).orElseThrow().floor();
        String sentence = "hostelry." + room.name() + " (floor " + from + ") imports " + imported + " of hostelry." + owner + " (floor "
                + to + "): ";
        if (to > from) {
            return Optional.of(sentence + "arrows only point down.");
        }
        if (room.isTest() || plan.allows(planned, owner)) {
            return Optional.empty();
        }
        return Optional.of(sentence + (to == from
                ? "no room imports its sibling, unless floors.txt draws the arrow."
                : "floors.txt does not draw this arrow."));
    }

    private void libraries(Room room, List<String> problems) {
        List<String> wanted = new ArrayList<>(room.imports());
        wanted.addAll(room.requires());
        for (String library : wanted) {
            plan.forbidding(room.name(), library).ifPresent(only -> problems
                    .add("hostelry." + room.name() + " imports " + library + ": only " + String.join(", ", only.rooms()) + " may."));
        }
    }

    private static void exports(Room room, List<String> problems) {
        String own = Room.PREFIX + room.name();
        for (String exported : room.exports()) {
            if (!exported.equals(own) && !exported.startsWith(own + ".")) {
                problems.add(own + " exports " + exported + ": its packages begin with its own name.");
            }
        }
    }

    private static List<String> circles(Map<String, Set<String>> arrows) {
        List<String> problems = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (String start : arrows.keySet()) {
            walk(start, arrows, new ArrayDeque<>(), done, problems);
        }
        return problems;
    }

    private static void walk(String room, Map<String, Set<String>> arrows, Deque<String> path, Set<String> done, List<String> problems) {
        if (path.contains(room)) {
            List<String> circle = new ArrayList<>(path);
            circle = circle.subList(circle.indexOf(room), circle.size());
            problems.add("hostelry." + String.join(" -> hostelry.", circle) + " -> hostelry." + room + ": a circle.");
            return;
        }
        if (!done.add(room)) {
            return;
        }
        path.addLast(room);
        for (String next : arrows.getOrDefault(room, Set.of())) {
            walk(next, arrows, path, done, problems);
        }
        path.removeLast();
    }
}
