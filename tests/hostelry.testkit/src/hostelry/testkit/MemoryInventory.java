package hostelry.testkit;

import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.JournalEntry;
import hostelry.engine.store.memory.FirstRows;
import hostelry.engine.store.memory.LiveInventory;
import hostelry.engine.store.memory.Nouns;
import hostelry.model.Entity;
import java.util.Random;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The real inventory over memory instead of a database, with the rows of a first start ({@link hostelry.engine.spi.WellKnown}).
 *
 * <pre>{@code
 * MemoryInventory inventory = new MemoryInventory();
 * inventory.change(draft -> draft.add(vm));
 * }</pre>
 */
public final class MemoryInventory implements Inventory, AutoCloseable {
    private final MemoryLedger ledger;
    private final LiveInventory inventory;

    public MemoryInventory() {
        this(new MemoryLedger());
        inventory.change(draft -> {
            FirstRows.add(draft);
            FirstRows.complete(draft, new Random(1));
            return null;
        });
    }

    private MemoryInventory(MemoryLedger ledger) {
        this.ledger = ledger;
        this.inventory = new LiveInventory(ledger, new Nouns());
    }

    /** What a new process would find after this one was killed now; what still runs over this one changes nothing in the new one. */
    public MemoryInventory afterCrash() {
        return new MemoryInventory(ledger.copy());
    }

    public MemoryLedger ledger() {
        return ledger;
    }

    @Override
    public <T extends Entity> Optional<T> find(Class<T> noun, String id) {
        return inventory.find(noun, id);
    }

    @Override
    public <T extends Entity> Collection<T> all(Class<T> noun) {
        return inventory.all(noun);
    }

    @Override
    public <T extends Entity> Optional<T> named(Class<T> noun, String name) {
        return inventory.named(noun, name);
    }

    @Override
    public <R> R change(Function<Draft, R> work) {
        return inventory.change(work);
    }

    @Override
    public AutoCloseable follow(Consumer<Published> sink) {
        return inventory.follow(sink);
    }

    @Override
    public List<JournalEntry> unfinished() {
        return inventory.unfinished();
    }

    @Override
    public void close() {
        inventory.close();
    }
}
