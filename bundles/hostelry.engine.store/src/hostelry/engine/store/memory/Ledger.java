package hostelry.engine.store.memory;

import hostelry.engine.spi.JournalEntry;
import hostelry.model.Entity;
import java.util.List;

/** Keeps the estate for good. Called by one thread at a time. */
public interface Ledger extends AutoCloseable {
    /** All that was ever written and not removed. */
    Content load();

    /** Writes all of it or nothing; it survives a power cut when this returns. Throws a {@link hostelry.api.Refusal} where the keeper can't take it. */
    void write(Commit commit);

    @Override
    void close();

    /** @param eventIndex the highest index that an event ever had */
    record Content(List<Entity> nouns, List<JournalEntry> journal, long eventIndex) {}

    /** @param eventIndex as in {@link Content}; negative: as it was */
    record Commit(List<Entity> added, List<Edit> changed, List<Entity> removed, List<JournalEntry> journal, List<String> journalEnds,
            long eventIndex) {
        boolean empty() {
            return added.isEmpty() && changed.isEmpty() && removed.isEmpty() && journal.isEmpty() && journalEnds.isEmpty();
        }
    }

    /** A noun whose persisted features differ. */
    record Edit(Entity before, Entity after) {}
}
