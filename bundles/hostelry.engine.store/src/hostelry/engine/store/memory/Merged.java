package hostelry.engine.store.memory;

import hostelry.engine.spi.JournalEntry;
import hostelry.model.Entity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one change, or several that follow each other, come to for the ledger: for each object from how it was before the first to how it is after the last, so that
 * no row is written twice in one transaction. Touched by one thread at a time.
 */
final class Merged {
    private final Map<Noun, Map<String, NounIndex.Change>> changes = new LinkedHashMap<>();
    private final Map<String, JournalEntry> journal = new LinkedHashMap<>();
    private final Set<String> journalEnds = new LinkedHashSet<>();
    private long eventIndex = -1;

    static Merged of(List<Merged> parts) {
        Merged all = new Merged();
        parts.forEach(all::then);
        return all;
    }

    private void then(Merged next) {
        next.changes.forEach((noun, list) -> list.values().forEach(change -> change(noun, change)));
        // no job is both in one of them
        next.journalEnds.forEach(this::journalEnd);
        next.journal.values().forEach(this::journal);
        if (next.eventIndex >= 0) {
            eventIndex = next.eventIndex;
        }
    }

    void change(Noun noun, NounIndex.Change change) {
        changes.computeIfAbsent(noun, key -> new LinkedHashMap<>()).merge(change.id(), change,
                (first, last) -> new NounIndex.Change(first.id(), first.before(), last.after()));
    }

    void journal(JournalEntry entry) {
        journalEnds.remove(entry.jobId());
        journal.put(entry.jobId(), entry);
    }

    void journalEnd(String jobId) {
        journal.remove(jobId);
        journalEnds.add(jobId);
    }

    void eventIndex(long index) {
        eventIndex = index;
    }

    Ledger.Commit commit() {
        List<Entity> added = new ArrayList<>();
        List<Ledger.Edit> changed = new ArrayList<>();
        List<Entity> removed = new ArrayList<>();
        changes.forEach((noun, list) -> list.values().forEach(change -> {
            Entity before = change.before();
            Entity after = change.after();
            if (before != null && after != null) {
                if (!Noun.same(noun.persisted(), before, after)) {
                    changed.add(new Ledger.Edit(before, after));
                }
            } else if (after != null) {
                added.add(after);
            } else if (before != null) {
                removed.add(before);
            }
        }));
        return new Ledger.Commit(added, changed, removed, List.copyOf(journal.values()), List.copyOf(journalEnds), eventIndex);
    }
}
