package hostelry.console.activity;

import hostelry.console.kit.Desk;
import hostelry.console.kit.EmptyPlace;
import hostelry.console.kit.Target;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.table.VirtualTable;
import hostelry.model.Entity;
import hostelry.model.Event;
import hostelry.model.Host;
import hostelry.model.StorageDomain;
import hostelry.model.Vm;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** All events, live; Enter goes to what one is about. */
final class EventsStrip {
    private static final int CLOCK_MILLIS = 10_000;

    private final VirtualTable<Event> table;

    EventsStrip(Composite parent, Desk desk) {
        table = new VirtualTable<>(parent, desk.look(), desk.memory(),
                new VirtualTable.Spec<>("events", Entity::getId, () -> desk.estate().all(Event.class),
                        new EventColumns(desk).columns(), "time",
                        place -> EmptyPlace.make(place, desk.look(), Icon.EVENT, "Nothing has happened yet.")),
                SWT.MULTI);
        desk.estate().listen(table.control(), update -> {
            if (update.touches(Event.class)) {
                table.refresh();
            }
        });
        table.onKey(
                key -> key.equals("Enter") && table.selection().stream().findFirst().flatMap(event -> about(desk, event)).map(entity -> {
                    desk.navigator().go(Target.of(entity));
                    return true;
                }).orElse(false));
        tick();
    }

    /** “5 min ago” moves on by itself. */
    private void tick() {
        table.control().getDisplay().timerExec(CLOCK_MILLIS, () -> {
            if (!table.control().isDisposed()) {
                table.refresh();
                tick();
            }
        });
    }

    private static Optional<Entity> about(Desk desk, Event event) {
        return Stream.<Optional<? extends Entity>>of(desk.estate().find(Vm.class, event.getVm()),
                desk.estate().find(StorageDomain.class, event.getStorageDomain()),
                desk.estate().find(Host.class, event.getHost())).<Entity>flatMap(Optional::stream).findFirst();
    }

    Control control() {
        return table.control();
    }
}
