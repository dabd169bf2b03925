package hostelry.console.kit;

import hostelry.api.Catalogue;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Verdict;
import hostelry.model.Entity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * May a verb be done to what is selected, and if not, why? The quick answer comes from what the window knows; the engine's dry run follows in the background and
 * corrects it. UI thread only.
 */
public final class VerbState {
    private static final int MOST_ASKED = 20;

    private record Question(String verb, String id) {}

    private record Answer(Entity state, String against) {}

    private final Desk desk;
    private final Map<Question, Answer> answers = new HashMap<>();

    public VerbState(Desk desk) {
        this.desk = desk;
    }

    /**
     * Why it can't be done; empty: it can.
     *
     * @param later called when the engine has said something new
     */
    public <T extends Entity> String against(Verb<T> verb, List<T> selection, Runnable later) {
        String general = general(desk.estate(), verb, selection);
        if (!general.isEmpty()) {
            return general;
        }
        if (verb.needs() == Verb.Needs.NONE) {
            return "";
        }
        for (T entity : selection) {
            String reason = verb.against().apply(entity);
            if (!reason.isEmpty()) {
                return reason;
            }
        }
        return verb.catalogue().isEmpty()
                ? ""
                : selection.stream().limit(MOST_ASKED).map(entity -> asked(verb.catalogue(), entity, later))
                        .filter(reason -> !reason.isEmpty()).findFirst()
                        .orElse("");
    }

    /** What speaks against it whatever the things are that it would be done to. Thread-safe. */
    static <T extends Entity> String general(LiveEstate estate, Verb<T> verb, List<T> selection) {
        if (estate.state() != LiveEstate.State.LIVE) {
            return estate.state() == LiveEstate.State.STARTING ? "The engine is starting." : "The engine does not answer now.";
        }
        if (verb.needs() != Verb.Needs.NONE && selection.isEmpty()) {
            return "Nothing is selected.";
        }
        return verb.needs() == Verb.Needs.ONE && selection.size() > 1 ? "Select one only." : "";
    }

    /** What the engine said of this very state of the noun; asks it where it has not said anything yet. */
    private String asked(String verb, Entity entity, Runnable later) {
        Question question = new Question(verb, entity.getId());
        Answer known = answers.get(question);
        if (known != null && known.state() == entity) {
            return known.against();
        }
        // until the engine answers, its last word counts: no flicker while statistics move
        String meanwhile = known == null ? "" : known.against();
        answers.put(question, new Answer(entity, meanwhile));
        desk.estate().connection().ifPresent(connection -> Thread.startVirtualThread(() -> {
            String against = ask(() -> connection.service(Catalogue.class).check(connection.caller(), verb, entity.getId()));
            desk.shell().getDisplay().asyncExec(() -> {
                answers.put(question, new Answer(entity, against));
                if (!against.equals(meanwhile)) {
                    later.run();
                }
            });
        }));
        return meanwhile;
    }

    private static String ask(java.util.function.Supplier<Verdict> check) {
        try {
            return check.get().problems().stream().map(Problem::sentence).collect(Collectors.joining(" "));
        } catch (Refusal e) {
            // the engine is away for a moment, or does not know this verb by name: a click will tell
            return "";
        }
    }
}
