package hostelry.testkit;

import hostelry.engine.spi.JournalEntry;
import hostelry.engine.store.memory.Ledger;
import hostelry.engine.store.memory.Noun;
import hostelry.engine.store.memory.Nouns;
import hostelry.model.Entity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jspecify.annotations.Nullable;

/** Keeps what was written as a database would: copies, persisted features alone. Give it to a second inventory to see what a restart finds. */
public final class MemoryLedger implements Ledger {
    private final Nouns nouns = new Nouns();
    private final Map<String, Entity> rows = new LinkedHashMap<>();
    private final Map<String, JournalEntry> journal = new LinkedHashMap<>();
    private long eventIndex;
    private int writes;
    private @Nullable RuntimeException trouble;

    @Override
    public synchronized Content load() {
        return new Content(rows.values().stream().map(this::persisted).toList(), List.copyOf(journal.values()), eventIndex);
    }

    @Override
    public synchronized void write(Commit commit) {
        if (trouble != null) {
            throw trouble;
        }
        writes++;
        commit.added().forEach(this::put);
        commit.changed().forEach(edit -> put(edit.after()));
        commit.removed().forEach(object -> rows.remove(key(object)));
        commit.journal().forEach(entry -> journal.put(entry.jobId(), entry));
        commit.journalEnds().forEach(journal::remove);
        eventIndex = Math.max(eventIndex, commit.eventIndex());
    }

    /** The same content, from here on apart. */
    public synchronized MemoryLedger copy() {
        MemoryLedger copy = new MemoryLedger();
        rows.values().forEach(copy::put);
        copy.journal.putAll(journal);
        copy.eventIndex = eventIndex;
        return copy;
    }

    /** From now on every write fails like this; null: it is mended. */
    public synchronized void fail(@Nullable RuntimeException with) {
        trouble = with;
    }

    /** How many transactions there were. */
    public synchronized int writes() {
        return writes;
    }

    @Override
    public void close() {
        // what was written stays, as in a database
    }

    private void put(Entity object) {
        rows.put(key(object), persisted(object));
    }

    private Entity persisted(Entity object) {
        Noun noun = nouns.of(object);
        Entity copy = EcoreUtil.copy(object);
        List<EAttribute> observed = new ArrayList<>(noun.features());
        observed.removeAll(noun.persisted());
        observed.forEach(copy::eUnset);
        return copy;
    }

    private static String key(Entity object) {
        return object.eClass().getName() + " " + object.getId();
    }
}
