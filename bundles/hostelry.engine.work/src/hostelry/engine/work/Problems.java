package hostelry.engine.work;

import hostelry.api.Problem;
import hostelry.api.Verdict;
import hostelry.model.nextrun.Postponed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects reasons while a verb is checked: all of them, not the first. Not thread-safe. */
public final class Problems {
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, List<Problem>> hosts = new LinkedHashMap<>();
    private final List<String> changes = new ArrayList<>();
    private final List<Postponed> waiting = new ArrayList<>();

    public Problems add(Problem problem) {
        problems.add(problem);
        return this;
    }

    /** Adds the problem unless {@code fine}. */
    public Problems require(boolean fine, java.util.function.Supplier<Problem> otherwise) {
        if (!fine) {
            problems.add(otherwise.get());
        }
        return this;
    }

    /** What speaks against one host; an empty list says that it would do. */
    public Problems host(String name, List<Problem> reasons) {
        hosts.put(name, List.copyOf(reasons));
        return this;
    }

    /** What the verb would change: told by a dry run. */
    public Problems changes(List<String> sentences) {
        changes.addAll(sentences);
        return this;
    }

    /** Speaks against nothing: what of it would take effect later. */
    public Problems waits(List<Postponed> later) {
        waiting.addAll(later);
        return this;
    }

    public boolean none() {
        return problems.isEmpty();
    }

    public Verdict verdict() {
        return new Verdict(List.copyOf(problems), Collections.unmodifiableMap(new LinkedHashMap<>(hosts)), List.copyOf(changes),
                waiting);
    }
}
