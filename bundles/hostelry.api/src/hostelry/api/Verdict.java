package hostelry.api;

import hostelry.model.nextrun.Postponed;
import java.util.List;
import java.util.Map;

/**
 * The answer to "may I?": with reasons, never a bare boolean.
 *
 * @param problems what speaks against it everywhere; empty: permitted
 * @param hosts where hosts matter: name of each host and what speaks against it there (an empty list: it would do)
 * @param changes where a verb can tell beforehand: what would become another one, a sentence each
 * @param waiting what would take effect only when the object, which runs, is started the next time; with what waits already
 */
public record Verdict(List<Problem> problems, Map<String, List<Problem>> hosts, List<String> changes, List<Postponed> waiting) {
    public static final Verdict PERMITTED = new Verdict(List.of(), Map.of());

    public Verdict {
        waiting = List.copyOf(waiting);
    }

    /** Nothing waits. */
    public Verdict(List<Problem> problems, Map<String, List<Problem>> hosts, List<String> changes) {
        this(problems, hosts, changes, List.of());
    }

    /** Of a verb that tells no changes. */
    public Verdict(List<Problem> problems, Map<String, List<Problem>> hosts) {
        this(problems, hosts, List.of());
    }

    public boolean permitted() {
        return problems.isEmpty();
    }

    /** Throws all problems as a {@link Refusal}, if there are any. */
    public void orRefuse() {
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }
}
