package hostelry.engine.store;

import hostelry.engine.spi.Credentials;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.JournalEntry;
import hostelry.engine.store.backup.BackupDoor;
import hostelry.engine.store.backup.BackupWriter;
import hostelry.engine.store.jpa.DatabaseUnusable;
import hostelry.home.Home;
import hostelry.home.StateUnusable;
import hostelry.model.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The store as a service: on H2 in the home, or where {@code engine.properties} there or {@code hostelry.jdbc} says. A database that can't be used ends the process with a sentence. */
@Component(service = {Inventory.class, Credentials.class}, immediate = true)
public final class StoreComponent implements Inventory, Credentials {
    private static final String URL = "hostelry.jdbc";

    private final Store store;
    private final BackupDoor backups;

    @Activate
    public StoreComponent(BundleContext context, @Reference Home home) {
        if (Files.exists(home.root().resolve(BackupDoor.RESTORE_UNDER_WAY))) {
            throw new StateUnusable("A restore into " + home.root() + " was cut off.", "Run it again: hostelry-engine restore FILE.",
                    DatabaseUnusable.WRONG_CONTENT).end();
        }
        try {
            store = Store.open(DatabaseAddress.of(home.settingsFile(), home.database(), context.getProperty(URL)));
        } catch (DatabaseUnusable e) {
            throw new StateUnusable(e.getMessage(), e.advice(), e.exitCode()).end();
        }
        try {
            backups = BackupDoor.open(new BackupWriter(store.database.plain(), home.root()), home.run());
        } catch (IOException e) {
            store.close();
            throw new StateUnusable("The door for backups can't be opened in " + home.run() + ": " + e.getMessage(), "Look at that folder.",
                    DatabaseUnusable.CANT_CREATE).end();
        }
    }

    @Deactivate
    void close() {
        backups.close();
        store.close();
    }

    @Override
    public <T extends Entity> Optional<T> find(Class<T> noun, String id) {
        return store.inventory.find(noun, id);
    }

    @Override
    public <T extends Entity> Collection<T> all(Class<T> noun) {
        return store.inventory.all(noun);
    }

    @Override
    public <T extends Entity> Optional<T> named(Class<T> noun, String name) {
        return store.inventory.named(noun, name);
    }

    @Override
    public <R> R change(Function<Draft, R> work) {
        return store.inventory.change(work);
    }

    @Override
    public AutoCloseable follow(Consumer<Published> sink) {
        return store.inventory.follow(sink);
    }

    @Override
    public List<JournalEntry> unfinished() {
        return store.inventory.unfinished();
    }

    @Override
    public Optional<String> hash(String userId) {
        return store.ledger.hash(userId);
    }

    @Override
    public void set(String userId, String hash) {
        store.ledger.set(userId, hash);
    }

    @Override
    public void remove(String userId) {
        store.ledger.remove(userId);
    }
}
