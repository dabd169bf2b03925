package hostelry.floors;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table of floors and permitted imports, read from {@code floors.txt}. */
final class Plan {
    /** A line of the table; the first that fits a name counts. */
    record Entry(int floor, String pattern, Set<String> mayImport) {}

    /** Beginnings of package names that only some rooms may use. */
    record Only(List<String> rooms, List<String> beginnings) {}

    private final List<Entry> entries = new ArrayList<>();
    private final List<Only> onlys = new ArrayList<>();

    Plan(String text) {
        for (String line : text.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList()) {
            String[] half = line.split(":", 2);
            List<String> left = List.of(half[0].strip().split("\\s+"));
            List<String> right = half[1].isBlank() ? List.of() : List.of(half[1].strip().split("\\s+"));
            switch (left.get(0)) {
                case "room" -> entries.add(new Entry(Integer.parseInt(left.get(1)), left.get(2), new HashSet<>(right)));
                case "only" -> onlys.add(new Only(left.subList(1, left.size()), right));
                default -> throw new IllegalArgumentException("Neither room nor only: " + line);
            }
        }
    }

    Optional<Entry> entry(String room) {
        return entries.stream().filter(entry -> fits(entry.pattern(), room)).findFirst();
    }

    boolean allows(String from, String to) {
        Set<String> allowed = entry(from).orElseThrow().mayImport();
        return allowed.contains(to) || allowed.contains("cellar") && entry(to).orElseThrow().floor() == 0;
    }

    /** The rule that forbids a library's package to a room. */
    Optional<Only> forbidding(String room, String library) {
        return onlys.stream()
                .filter(only -> only.beginnings().stream().anyMatch(start -> library.equals(start) || library.startsWith(start + ".")))
                .filter(only -> only.rooms().stream().noneMatch(pattern -> fits(pattern, room))).findFirst();
    }

    private static boolean fits(String pattern, String room) {
        return pattern.endsWith("*") ? room.startsWith(pattern.substring(0, pattern.length() - 1)) : room.equals(pattern);
    }
}
