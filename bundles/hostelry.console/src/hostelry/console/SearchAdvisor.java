package hostelry.console;

import hostelry.api.Refusal;
import hostelry.api.Search;
import hostelry.client.EngineConnection;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.look.StatusWord;
import hostelry.model.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.graphics.Image;
import org.jspecify.annotations.Nullable;

/** Asks the engine off the UI thread what could be written next and what is wrong; the answer to an older question is dropped. UI thread only. */
final class SearchAdvisor {
    /** What there is to say about a text at a caret; {@code named} are things of that name. */
    record Advice(List<Search.Proposal> proposals, Optional<Search.Mistake> mistake, List<Entity> named) {}

    /** What a choice does. */
    interface Hand {
        void write(Search.Proposal proposal);

        void go(Entity entity);
    }

    private final ShellDesk desk;
    private final NameFinder names;
    private int asked;

    SearchAdvisor(ShellDesk desk) {
        this.desk = desk;
        this.names = new NameFinder(desk);
    }

    /** Number of the newest question. */
    int asked() {
        return asked;
    }

    /** What was asked is of no interest any more. */
    void forget() {
        asked++;
    }

    void ask(String typed, int caret, Consumer<Advice> then) {
        int number = ++asked;
        EngineConnection engine = desk.estate().connection().orElse(null);
        Thread.ofVirtual().name("completion").start(() -> {
            Advice said = advise(engine, typed, caret);
            desk.estate().later(() -> {
                if (number == asked) {
                    then.accept(said);
                }
            });
        });
    }

    private Advice advise(@Nullable EngineConnection engine, String typed, int caret) {
        List<Entity> named = typed.contains(":") ? List.of() : names.find(typed);
        if (engine == null) {
            return new Advice(List.of(), Optional.empty(), named);
        }
        try {
            Search search = engine.service(Search.class);
            Search.Query query = Search.Query.of(typed);
            return new Advice(search.complete(engine.caller(), query, caret), typed.isBlank() ? Optional.empty() : search.mistake(query),
                    named);
        } catch (Refusal e) {
            // the engine is away for a moment: names are known here
            return new Advice(List.of(), Optional.empty(), named);
        }
    }

    /** The language first, then the things of that name. */
    List<Completion.Choice> choices(Advice said, Hand hand) {
        List<Completion.Choice> choices = new ArrayList<>();
        for (Search.Proposal proposal : said.proposals()) {
            choices.add(
                    new Completion.Choice(proposal.text().strip(), proposal.help(), image(proposal.kind()), () -> hand.write(proposal)));
        }
        for (Entity entity : said.named()) {
            StatusWord status = StatusWord.of(entity);
            choices.add(new Completion.Choice(StatusWord.name(entity), status == null ? "" : status.word(),
                    desk.look().icons().of(StatusWord.icon(entity), status == null ? null : status.status()), () -> hand.go(entity)));
        }
        return choices;
    }

    private @Nullable Image image(Search.Kind kind) {
        return switch (kind) {
            case NOUN -> desk.look().icons().of(Icon.ESTATE);
            case FIELD -> desk.look().icons().of(Icon.TAG);
            case OPERATOR, VALUE, KEYWORD -> null;
        };
    }
}
