package hostelry.engine.search;

import hostelry.api.Caller;
import hostelry.api.Estate;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Search;
import hostelry.engine.search.complete.Completer;
import hostelry.engine.search.fields.Column;
import hostelry.engine.search.fields.Meaning;
import hostelry.engine.search.fields.Proposals;
import hostelry.engine.search.fields.Question;
import hostelry.engine.search.fields.Slate;
import hostelry.engine.search.fields.Table;
import hostelry.engine.search.fields.Tables;
import hostelry.engine.search.language.Misread;
import hostelry.engine.search.language.Sentence;
import hostelry.engine.spi.Authority;
import hostelry.engine.spi.Inventory;
import hostelry.model.Entity;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Answers searches from the copy in memory. A page is found in one pass over the slate of the noun, keeping only what comes first: nothing has to be sorted anew when the
 * estate has changed.
 */
@Component(service = Search.class)
public final class SearchService implements Search {
    /** Size of a page where {@code page 2} stands and nobody says how large pages are. */
    private static final int PAGE = 100;

    private final Inventory inventory;
    private final Authority authority;
    private final Estate estate;
    private final Clock clock;
    private final Tables tables = new Tables();
    private final Slates slates = new Slates();
    private final List<Searchable> searchables = tables.all().stream().<Searchable>map(SearchService::searchable).toList();

    @Activate
    public SearchService(@Reference Inventory inventory, @Reference Authority authority, @Reference Estate estate) {
        this(inventory, authority, estate, Clock.systemDefaultZone());
    }

    SearchService(Inventory inventory, Authority authority, Estate estate, Clock clock) {
        this.inventory = inventory;
        this.authority = authority;
        this.estate = estate;
        this.clock = clock;
    }

    @Override
    public Found find(Caller caller, Query query) {
        try {
            Heard heard = Heard.of(query, tables);
            return find(caller, query, heard.table(), heard.sentence());
        } catch (Misread misread) {
            throw new Refusal(refused(query, misread.mistake()));
        }
    }

    private static Problem refused(Query query, Mistake mistake) {
        String found = mistake.from() < mistake.to() && mistake.to() <= query.text().length()
                ? " ('" + query.text().substring(mistake.from(), Math.min(mistake.to(), mistake.from() + 40)) + "')"
                : "";
        return Problem.badInput("search",
                "The search can't be understood at character " + (mistake.from() + 1) + found + ": " + mistake.text(), "");
    }

    private <T extends Entity> Found find(Caller caller, Query query, Table<T> table, Sentence sentence) {
        Question question = new Question(new SeenNouns(slates, inventory, authority, caller), clock, query.caseSensitive());
        int page = Math.max(1, sentence.page());
        int size = query.max() > 0 || sentence.page() == 0 ? Math.max(0, query.max()) : PAGE;
        String noun = table.noun().getSimpleName();
        if (size == 0 && sentence.condition().isEmpty() && sentence.sort().isEmpty()) {
            List<T> all = estate.list(caller, table.noun());
            return new Found(noun, all, all.size(), page);
        }
        Slate<T> slate = question.nouns().slate(table.noun());
        Meaning<T> meaning = new Meaning<>(tables, table, question, slate);
        IntPredicate test = sentence.condition().map(meaning::test).orElse(slot -> true);
        Comparator<? super T> order = sentence.sort().<Comparator<? super T>>map(meaning::order).orElse(table.order());
        if (size == 0) {
            List<T> all = new ArrayList<>(question.nouns().all(slate, test));
            all.sort(order);
            return new Found(noun, all, all.size(), page);
        }
        Top<T> top = Sweep.<Top<T>>over(slate.size(), (from, to) -> {
            Predicate<Entity> view = authority.view(caller); // each hand its own: it need not be thread-safe
            Top<T> first = new Top<>(order, (long) page * size);
            for (int slot = from; slot < to; slot++) {
                if (test.test(slot) && view.test(slate.object(slot))) {
                    first.add(slate.object(slot));
                }
            }
            return first;
        }).stream().reduce(Top::and).orElseThrow();
        return new Found(noun, top.from((long) (page - 1) * size), top.total(), page);
    }

    @Override
    public Optional<Mistake> mistake(Query query) {
        try {
            Heard heard = Heard.of(query, tables);
            check(heard.table(), heard.sentence(), query.caseSensitive());
            return Optional.empty();
        } catch (Misread misread) {
            return Optional.of(misread.mistake());
        }
    }

    private <T extends Entity> void check(Table<T> table, Sentence sentence, boolean caseSensitive) {
        Meaning<T> meaning = new Meaning<>(tables, table, new Question(SeenNouns.NONE, clock, caseSensitive),
                SeenNouns.NONE.slate(table.noun()));
        sentence.condition().ifPresent(meaning::test);
        sentence.sort().ifPresent(meaning::order);
    }

    @Override
    public List<Proposal> complete(Caller caller, Query query, int caret) {
        Question question = new Question(new SeenNouns(slates, inventory, authority, caller), clock, false);
        return new Completer(tables, new Completer.Values() {
            @Override
            public <T extends Entity> List<String> of(Table<T> table, Column<T> column, String start, int max) {
                return Proposals.of(table, column, start, max, question);
            }
        }).complete(query.noun(), query.text(), caret);
    }

    @Override
    public List<Searchable> searchables() {
        return searchables;
    }

    private static <T extends Entity> Searchable searchable(Table<T> table) {
        return new Searchable(table.noun().getSimpleName(), table.prefix(),
                table.columns().stream().map(column -> new FieldInfo(column.name(), column.help(), column.type().words())).toList());
    }
}
