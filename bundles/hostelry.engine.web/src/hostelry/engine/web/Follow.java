package hostelry.engine.web;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a request wants told whole in its place: {@code follow=disk_attachments.disk,cluster} as a tree. A name that a noun does not have is passed over: clients ask
 * for links that oVirt has and we don't, and get the rest. (oVirt itself is of two minds: what it does not know ends in a failure of its own there.)
 */
record Follow(Map<String, Follow> below) {
    static final Follow NOTHING = new Follow(Map.of());
    /** oVirt knows no limit; ours keeps a short address from asking for the whole estate many times over. */
    private static final int DEEPEST = 6;
    private static final int MOST = 50;

    /** Names that are joined by dots lead deeper, commas stand between several. Underscores and case say nothing, as in the links' names. */
    static Follow parse(String text) {
        Follow root = new Follow(new HashMap<>());
        int count = 0;
        for (String path : text.split(",")) {
            Follow place = root;
            int depth = 0;
            for (String step : path.split("\\.")) {
                String name = bare(step.strip());
                if (name.isEmpty()) {
                    break;
                }
                if (++depth > DEEPEST || ++count > MOST) {
                    throw new Refusal(Problem.badInput("follow", "The parameter 'follow' asks for too much.",
                            "Name at most " + MOST + " links, and at most " + DEEPEST + " in a row."));
                }
                place = place.below.computeIfAbsent(name, key -> new Follow(new HashMap<>()));
            }
        }
        return root;
    }

    private static String bare(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    boolean isEmpty() {
        return below.isEmpty();
    }

    /** Is it to be told whole? One of several, such as {@code storage_domains/storage_domain}, goes by either name. */
    boolean wants(String name) {
        return !isEmpty() && (below.containsKey(bare(name)) || below.containsKey(bare(name) + "s"));
    }

    /** What is wanted of the thing of that name. */
    Follow at(String name) {
        Follow found = below.get(bare(name));
        return found == null ? below.getOrDefault(bare(name) + "s", NOTHING) : found;
    }
}
