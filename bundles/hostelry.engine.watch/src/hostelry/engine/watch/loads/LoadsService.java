package hostelry.engine.watch.loads;

import hostelry.api.Caller;
import hostelry.api.Estate;
import hostelry.api.LoadHistory;
import hostelry.api.Loads;
import hostelry.engine.spi.Inventory;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.Vm;
import java.time.Clock;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Writes down what the inventory learns of loads, and shows it to whoever may see the host or the guest. */
@Component(service = Loads.class, immediate = true)
public final class LoadsService implements Loads {
    private final Estate estate;
    private final Clock clock;
    private final LoadBook book;
    private final AutoCloseable following;

    @Activate
    public LoadsService(@Reference Inventory inventory, @Reference Estate estate) {
        this(inventory, estate, Clock.systemUTC(), LoadBook.MOST_GUESTS);
    }

    LoadsService(Inventory inventory, Estate estate, Clock clock, int mostGuests) {
        this.estate = estate;
        this.clock = clock;
        this.book = new LoadBook(mostGuests);
        this.following = inventory.follow(this::look);
    }

    @Deactivate
    public void close() throws Exception {
        following.close();
    }

    private void look(Inventory.Published published) {
        long now = clock.millis();
        for (Inventory.Item item : published.items()) {
            if (item.noun().equals("Host")) {
                host(item, now);
            } else if (item.noun().equals("Vm")) {
                guest(item, now);
            }
        }
    }

    /** A host is seen at each load that it tells; what else changes of it says nothing of its load. */
    private void host(Inventory.Item item, long now) {
        if (item.after() instanceof Host after) {
            boolean told = !(item.before() instanceof Host before) || !Objects.equals(before.getLastSeen(), after.getLastSeen());
            if (told && after.getLastSeen() != null && after.getStatus() != HostStatus.PENDING_APPROVAL) {
                book.host(after, now);
            }
        } else {
            book.noHost(item.id());
        }
    }

    private void guest(Inventory.Item item, long now) {
        if (item.after() instanceof Vm after) {
            book.guest(after, now);
        } else {
            book.noGuest(item.id());
        }
    }

    @Override
    public LoadHistory host(Caller caller, String host) {
        return book.ofHost(estate.get(caller, Host.class, host).getId(), clock.millis());
    }

    @Override
    public LoadHistory vm(Caller caller, String vm) {
        return book.ofGuest(estate.get(caller, Vm.class, vm).getId(), clock.millis());
    }
}
