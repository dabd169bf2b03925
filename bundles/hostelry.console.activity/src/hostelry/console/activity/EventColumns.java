package hostelry.console.activity;

import hostelry.console.kit.Desk;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.look.StatusWord;
import hostelry.console.kit.page.Page;
import hostelry.console.kit.page.TablePage;
import hostelry.console.kit.table.Column;
import hostelry.console.kit.words.Times;
import hostelry.console.kit.words.Words;
import hostelry.model.Entity;
import hostelry.model.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.swt.widgets.Composite;

/** The columns of events, newest first. */
final class EventColumns {
    private final Desk desk;

    EventColumns(Desk desk) {
        this.desk = desk;
    }

    List<Column<Event>> columns() {
        return List.of(
                Column.<Event>text("time", "When", 110, event -> Times.ago(event.getTime(), Instant.now()))
                        .ordered(Comparator.comparing(Event::getIndex, Comparator.reverseOrder()))
                        .with(event -> desk.look().icons().of(StatusWord.of(event.getSeverity())))
                        .tipped(event -> Times.exact(event.getTime()) + ", " + event.getSeverity().getLiteral()),
                Column.text("user", "Who", 140, event -> Words.orEmpty(event.getUserName())),
                Column.<Event>text("text", "What", 620, event -> Words.orEmpty(event.getDescription()))
                        .tipped(event -> Words.orEmpty(event.getDescription())));
    }

    /** With a column for what each is about. */
    List<Column<Event>> strip() {
        List<Column<Event>> all = new ArrayList<>(columns());
        all.add(1, Column.<Event>text("about", "About", 120, this::aboutName)
                .with(event -> about(event).map(entity -> desk.look().icons().of(StatusWord.icon(entity))).orElse(null)));
        return all;
    }

    /** The nearest thing that an event is about and that is still there. */
    Optional<Entity> about(Event event) {
        return EventFilter.subjects(event).map(desk.estate()::anything).flatMap(Optional::stream).findFirst();
    }

    String aboutName(Event event) {
        return about(event).map(entity -> Words.orEmpty(entity.getName())).orElse("");
    }

    <T extends Entity> Page<T> page(Composite parent, String key, Function<Event, String> about) {
        return new TablePage<>(parent, desk, new TablePage.Parts<T, Event>(key, Entity::getId,
                subject -> desk.estate().all(Event.class).stream().filter(event -> subject.getId().equals(about.apply(event))).toList(),
                columns(), "time", Icon.EVENT,
                "Nothing has happened yet.", event -> {}));
    }
}
