package hostelry.console.kit;

import hostelry.api.Catalogue;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Verdict;
import hostelry.client.EngineConnection;
import hostelry.model.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All that speaks against a verb: for each thing that it would be done to, and for each host where that matters.
 *
 * @param verb the verb's word: {@code Shut down}
 * @param parts a part for each thing; one without a name where it is about none
 */
public record WhyNot(String verb, List<Part> parts) {
    /** More than these are not asked about: the reasons are alike. */
    private static final int MOST = 50;

    public WhyNot {
        parts = List.copyOf(parts);
    }

    /**
     * What speaks against it for one thing.
     *
     * @param name of the thing; empty: the reasons are about none
     * @param problems empty: nothing
     * @param hosts name of each host, with what speaks against it there
     */
    public record Part(String name, List<Problem> problems, Map<String, List<Problem>> hosts) {}

    /** Nothing speaks against it any more. */
    public boolean possible() {
        return parts.stream().allMatch(part -> part.problems().isEmpty());
    }

    /** Asks the engine, and may block: not for the UI thread. */
    public static <T extends Entity> WhyNot ask(Desk desk, Verb<T> verb, List<T> selection) {
        String general = VerbState.general(desk.estate(), verb, selection);
        if (!general.isEmpty()) {
            Problem problem = Problem.conflict(null, general, advice(desk.estate(), selection.isEmpty()));
            return new WhyNot(verb.word(), List.of(new Part("", List.of(problem), Map.of())));
        }
        List<Part> parts = new ArrayList<>();
        for (T entity : selection.subList(0, Math.min(MOST, selection.size()))) {
            parts.add(part(desk.estate(), verb, entity));
        }
        return new WhyNot(verb.word(), parts);
    }

    private static String advice(LiveEstate estate, boolean nothing) {
        return estate.state() != LiveEstate.State.LIVE ? "Wait until it is there." : nothing ? "Click a row of the table first." : "";
    }

    private static <T extends Entity> Part part(LiveEstate estate, Verb<T> verb, T entity) {
        Verdict verdict = estate.connection().map(engine -> check(engine, verb.catalogue(), entity.getId())).orElse(Verdict.PERMITTED);
        List<Problem> problems = verdict.problems();
        String known = verb.against().apply(entity);
        if (problems.isEmpty() && !known.isEmpty()) {
            problems = List.of(Problem.conflict(entity.getId(), known, ""));
        }
        return new Part(String.valueOf(entity.getName()), problems, verdict.hosts());
    }

    private static Verdict check(EngineConnection engine, String verb, String id) {
        if (verb.isEmpty()) {
            return Verdict.PERMITTED;
        }
        try {
            return engine.service(Catalogue.class).check(engine.caller(), verb, id);
        } catch (Refusal e) {
            // the engine can't tell without more than a name: what happens at a click tells
            boolean unknown = e.kind() == Problem.Kind.NOT_FOUND || e.kind() == Problem.Kind.BAD_INPUT;
            return unknown ? Verdict.PERMITTED : new Verdict(e.problems(), Map.of());
        }
    }
}
