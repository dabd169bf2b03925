package hostelry.engine.store;

import hostelry.engine.store.jpa.Database;
import hostelry.engine.store.jpa.DatabaseUnusable;
import hostelry.engine.store.jpa.JpaLedger;
import hostelry.engine.store.memory.FirstRows;
import hostelry.engine.store.memory.LiveInventory;
import hostelry.engine.store.memory.Nouns;
import hostelry.model.User;
import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;

/** The inventory over one database, put together. */
final class Store implements AutoCloseable {
    final Database database;
    final JpaLedger ledger;
    final LiveInventory inventory;

    private Store(Database database, JpaLedger ledger, LiveInventory inventory) {
        this.database = database;
        this.ledger = ledger;
        this.inventory = inventory;
    }

    static Store open(String url) throws DatabaseUnusable {
        // the model and the database take half a second each to wake up: side by side
        CompletableFuture<Nouns> nounsToBe = CompletableFuture.supplyAsync(Nouns::new);
        Database database = Database.open(url);
        Nouns nouns = nounsToBe.join();
        try {
            JpaLedger ledger = new JpaLedger(database, nouns, Store.class.getClassLoader());
            LiveInventory inventory = new LiveInventory(ledger, nouns);
            if (inventory.all(User.class).isEmpty()) { // there is always one user, from the first start on
                inventory.change(draft -> {
                    FirstRows.add(draft);
                    return null;
                });
            }
            inventory.change(draft -> { // where nothing is lacking, nothing is written
                FirstRows.complete(draft, new SecureRandom());
                return null;
            });
            return new Store(database, ledger, inventory);
        } catch (RuntimeException e) {
            database.close(); // it must not stay open behind a start that failed
            throw e;
        }
    }

    @Override
    public void close() {
        inventory.close();
    }
}
