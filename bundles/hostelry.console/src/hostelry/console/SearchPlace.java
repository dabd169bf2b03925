package hostelry.console;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Search;
import hostelry.client.EngineConnection;
import hostelry.client.mirror.Mirror;
import hostelry.console.kit.EmptyPlace;
import hostelry.console.kit.LiveEstate;
import hostelry.console.kit.Shelf;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.look.StatusWord;
import hostelry.console.kit.table.Column;
import hostelry.console.kit.words.Words;
import hostelry.model.Entity;
import hostelry.model.HostelryPackage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;

/** What a search finds, in the table of its noun, kept true: it is asked again when the noun changes, at most every two seconds. */
final class SearchPlace implements Place {
    private static final int PACE_MILLIS = 2_000;

    private final ShellDesk desk;
    private final Composite stack;
    private final StackLayout layout = new StackLayout();
    private final Map<String, Place> tables = new HashMap<>();
    private final Control waiting;
    private String text = "";
    private @Nullable Place shown;
    private @Nullable Control trouble;
    private @Nullable Class<? extends Entity> noun;
    /** In the order in which they were found; read by the tables' threads. */
    private volatile List<String> ids = List.of();
    private int asked;
    private boolean resting;
    private boolean again;

    SearchPlace(Composite parent, ShellDesk desk) {
        this.desk = desk;
        stack = new Composite(parent, SWT.NONE);
        stack.setLayout(layout);
        waiting = EmptyPlace.make(stack, desk.look(), Icon.SEARCH, "Searching…");
        layout.topControl = waiting;
    }

    void show(String query) {
        if (!query.equals(text)) {
            text = query;
            ids = List.of();
            shown = null;
            noun = null;
            top(waiting);
        }
        ask();
    }

    private void ask() {
        EngineConnection engine = desk.estate().connection().orElse(null);
        if (engine == null || desk.estate().state() != LiveEstate.State.LIVE) {
            return;
        }
        int number = ++asked;
        String query = text;
        Thread.ofVirtual().name("search").start(() -> {
            try {
                Search.Found found = engine.service(Search.class).find(engine.caller(), Search.Query.of(query));
                List<String> now = found.objects().stream().map(Entity::getId).toList();
                desk.estate().later(() -> take(number, found.noun(), now));
            } catch (Refusal e) {
                desk.estate().later(() -> refused(number, e.problems()));
            }
        });
    }

    /** A late answer to an older question is dropped. */
    private void take(int number, String nounName, List<String> now) {
        if (number != asked || stack.isDisposed()) {
            return;
        }
        Class<? extends Entity> found = HostelryPackage.eINSTANCE.getEClassifier(nounName).getInstanceClass().asSubclass(Entity.class);
        boolean same = now.equals(ids) && found == noun;
        ids = now;
        noun = found;
        Place table = tables.computeIfAbsent(nounName, key -> table(found));
        if (!same || table != shown) {
            table.update(new Mirror.Update(true, Set.of()));
        }
        shown = table;
        top(table.control());
        desk.placeChanged(this);
    }

    private void refused(int number, List<Problem> problems) {
        if (number == asked && !stack.isDisposed()) {
            Control old = trouble;
            if (old != null) {
                old.dispose();
            }
            Control now = EmptyPlace.make(stack, desk.look(), Icon.WARNING,
                    text + "\n" + problems.stream().map(Problem::sentence).collect(Collectors.joining("\n")));
            trouble = now;
            shown = null;
            top(now);
        }
    }

    private void top(Control control) {
        if (layout.topControl != control) {
            layout.topControl = control;
            stack.layout();
        }
    }

    private <T extends Entity> Place table(Class<T> found) {
        Shelf<T> shelf = shelf(found);
        return new ShelfPlace<>(stack, desk, new Rows<>(shelf, "found." + shelf.id(), shelf.heading() + " found", "",
                () -> ids.stream().map(id -> desk.estate().find(found, id)).flatMap(java.util.Optional::stream).toList(),
                place -> EmptyPlace.make(place, desk.look(), Icon.SEARCH,
                        "Nothing is like that now.\nWhat becomes so shows here by itself.")));
    }

    /** The shelf of that noun; for nouns that have none, one with what all nouns have. */
    @SuppressWarnings("unchecked") // the shelf says itself what it holds
    private <T extends Entity> Shelf<T> shelf(Class<T> found) {
        return desk.furniture().shelves().stream().filter(shelf -> shelf.noun() == found).map(shelf -> (Shelf<T>) shelf).findFirst()
                .orElseGet(() -> new Shelf<>(found.getSimpleName().toLowerCase(java.util.Locale.ROOT), found.getSimpleName(),
                        Words.sentence(found.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_")) + "s", Icon.SEARCH, found,
                        Entity.class,
                        (entity, under) -> true, Set.of(found), false, 0, new Shelf.Empty("", ""), columns()));
    }

    private <T extends Entity> List<Column<T>> columns() {
        return List.of(Column.<T>text("name", "Name", 220, entity -> Words.orEmpty(entity.getName()))
                .with(entity -> desk.look().icons().of(StatusWord.icon(entity))),
                Column.text("status", "Status", 120, entity -> {
                    StatusWord status = StatusWord.of(entity);
                    return status == null ? "" : status.word();
                }), Column.text("description", "Description", 420, entity -> Words.orEmpty(entity.getDescription())));
    }

    @Override
    public Control control() {
        return stack;
    }

    @Override
    public void update(Mirror.Update update) {
        Place table = shown;
        if (table != null) {
            table.update(update);
        }
        Class<? extends Entity> now = noun;
        if (now != null && !update.touches(now)) {
            return;
        }
        again = true;
        rest();
    }

    private void rest() {
        if (resting) {
            return;
        }
        resting = true;
        again = false;
        ask();
        stack.getDisplay().timerExec(PACE_MILLIS, () -> {
            resting = false;
            if (again && !stack.isDisposed() && stack.isVisible()) {
                rest();
            }
        });
    }

    @Override
    public List<Entity> selection() {
        Place table = shown;
        return table == null ? List.of() : table.selection();
    }

    @Override
    public Class<? extends Entity> noun() {
        Class<? extends Entity> now = noun;
        return shown == null || now == null ? Entity.class : now;
    }

    @Override
    public void reveal(Entity entity) {
        Place table = shown;
        if (table != null) {
            table.reveal(entity);
        }
    }

    @Override
    public void filter() {
        Place table = shown;
        if (table != null) {
            table.filter();
        }
    }
}
