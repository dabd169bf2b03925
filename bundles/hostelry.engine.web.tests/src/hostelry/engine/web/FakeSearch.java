package hostelry.engine.web;

import hostelry.api.Caller;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Search;
import hostelry.model.Entity;
import hostelry.model.Event;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Understands a part of a name and {@code correlation_id=}, takes what has a ! in it for a mistake, and remembers what it was asked. */
final class FakeSearch implements Search {
    final List<Query> asked = new CopyOnWriteArrayList<>();
    private final FakeEngine engine;

    FakeSearch(FakeEngine engine) {
        this.engine = engine;
    }

    @Override
    public Found find(Caller caller, Query query) {
        asked.add(query);
        mistake(query).ifPresent(mistake -> {
            throw new Refusal(Problem.badInput("search", "At character " + (mistake.from() + 1) + ": " + mistake.text(), ""));
        });
        String noun = query.noun() == null ? "Vm" : query.noun();
        String text = query.text().replaceFirst(" ?page [0-9]+$", "");
        Stream<? extends Entity> found = engine.list(caller, Names.type(noun)).stream().filter(object -> fits(object, text));
        List<? extends Entity> all = (query.max() > 0 ? found.limit(query.max()) : found).toList();
        return new Found(noun, all, 7, 1);
    }

    private static boolean fits(Entity object, String text) {
        if (text.startsWith("name=")) {
            return text.substring("name=".length()).equals(object.getName());
        }
        return object instanceof Event event && text.startsWith("correlation_id=")
                ? text.endsWith("=" + event.getCorrelationId())
                : object.getName() == null && text.isEmpty() || object.getName() != null && object.getName().contains(text);
    }

    @Override
    public Optional<Mistake> mistake(Query query) {
        int place = query.text().indexOf('!');
        return place < 0 ? Optional.empty() : Optional.of(new Mistake(place, place + 1, "No shouting."));
    }

    @Override
    public List<Proposal> complete(Caller caller, Query query, int caret) {
        asked.add(query);
        return List.of(new Proposal("status", caret, caret, Kind.FIELD, "how it is"));
    }

    @Override
    public List<Searchable> searchables() {
        return List.of(new Searchable("Vm", "Vms", List.of(new FieldInfo("status", "how it is", List.of("up", "down")))),
                new Searchable("Event", "Events", List.of()));
    }
}
