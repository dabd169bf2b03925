package hostelry.console.activity;

import hostelry.console.kit.Desk;
import hostelry.console.kit.Furniture;
import hostelry.console.kit.Room;
import hostelry.console.kit.page.PageKind;
import hostelry.model.Event;
import hostelry.model.Host;
import hostelry.model.StorageDomain;
import hostelry.model.Vm;

/** The room of what goes on. */
public final class ActivityRoom implements Room {
    @Override
    public void furnish(Desk desk, Furniture furniture) {
        furniture.add(new Furniture.Tab("tasks", "Tasks", parent -> new TasksStrip(parent, desk).control()));
        furniture.add(new Furniture.Tab("events", "Events", parent -> new EventsStrip(parent, desk).control()));
        furniture.add(new Furniture.Tab("alerts", "Alerts", (parent, tab) -> new AlertsStrip(parent, desk, tab).control()));
        furniture.add(new Furniture.Tab("apilog", "API log", parent -> new ApiLogStrip(parent, desk).control()));
        EventColumns columns = new EventColumns(desk);
        furniture.add(new PageKind<>("vm.events", "Events", Vm.class, parent -> columns.page(parent, "vm.events.table", Event::getVm)));
        furniture.add(
                new PageKind<>("host.events", "Events", Host.class, parent -> columns.page(parent, "host.events.table", Event::getHost)));
        furniture.add(new PageKind<>("domain.events", "Events", StorageDomain.class,
                parent -> columns.page(parent, "domain.events.table", Event::getStorageDomain)));
    }
}
