package hostelry.api;

import java.util.List;
import java.util.Map;

/**
 * The answer to "may I?": with reasons, never a bare boolean.
 *
 * @param problems what speaks against it everywhere; empty: permitted
 * @param hosts where hosts matter: name of each host and what speaks against it there (an empty list: it would do)
 * @param changes where a verb can tell beforehand: what would become another one, a sentence each
 */
public record Verdict(List<Problem> problems, Map<String, List<Problem>> hosts, List<String> changes) {
    public static final Verdict PERMITTED = new Verdict(List.of(), Map.of());

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
