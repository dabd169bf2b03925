package hostelry.console.kit.memory;

import hostelry.console.kit.Memory;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was searched lately, newest first; the window's memory keeps it. */
public final class SearchHistory {
    private static final String KEY = "search.history";
    private static final int MOST = 20;

    private final Memory memory;

    public SearchHistory(Memory memory) {
        this.memory = memory;
    }

    public List<String> all() {
        return Arrays.stream(memory.get(KEY, "").split("\n")).filter(text -> !text.isBlank()).toList();
    }

    public void add(String query) {
        Set<String> now = new LinkedHashSet<>(List.of(query));
        now.addAll(all());
        memory.put(KEY, String.join("\n", now.stream().limit(MOST).toList()));
    }
}
