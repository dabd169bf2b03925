package hostelry.engine.search.fields;

import java.util.Comparator;
import java.util.List;

/** Guesses what somebody meant who mistyped a name. */
final class Nearest {
    private static final int MOST = 3;
    /** No field has so long a name. */
    private static final int LONGEST = 40;

    private Nearest() {}

    /** Up to three names, the nearest first; none where none is near. */
    static List<String> to(String name, List<String> names) {
        String key = Table.key(name);
        if (key.length() > LONGEST) {
            return List.of();
        }
        return names.stream().filter(other -> far(key, Table.key(other)) <= 1 + key.length() / 4 || begins(key, Table.key(other)))
                .sorted(Comparator.comparingInt(other -> far(key, Table.key(other)))).limit(MOST).toList();
    }

    private static boolean begins(String key, String other) {
        return key.length() > 2 && (other.startsWith(key) || key.startsWith(other) && other.length() > 2);
    }

    /** How many letters are to be added, dropped or exchanged (Levenshtein). */
    private static int far(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int exchanged = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchanged, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
