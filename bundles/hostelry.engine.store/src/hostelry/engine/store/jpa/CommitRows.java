package hostelry.engine.store.jpa;

import hostelry.engine.spi.JournalEntry;
import hostelry.engine.store.memory.Ledger.Commit;
import hostelry.engine.store.memory.Ledger.Edit;
import hostelry.engine.store.memory.Noun;
import hostelry.engine.store.memory.Nouns;
import hostelry.engine.store.rows.CounterRow;
import hostelry.engine.store.rows.JournalRow;
import hostelry.engine.store.rows.Row;
import hostelry.model.Entity;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.persistence.expressions.ExpressionBuilder;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Writes what a change comes to as rows, finds out whether it was written, and takes it back. On the ledger's thread alone. */
final class CommitRows {
    private static final String EVENT_INDEX = "event.index";
    private static final String EXCLUSIVE = "exclusive";
    private static final String SHARED = "shared";

    private final Nouns nouns;
    private final Map<Noun, RowMapper> mappers = new HashMap<>();
    /** As they are in the database, as is the number. */
    private final Map<String, JournalRow> journal = new HashMap<>();
    private long eventIndex;

    CommitRows(Nouns nouns) {
        this.nouns = nouns;
        nouns.all().forEach(noun -> mappers.put(noun, new RowMapper(noun)));
    }

    Collection<RowMapper> mappers() {
        return mappers.values();
    }

    void loaded(JournalRow row) {
        journal.put(row.jobId, row);
    }

    /** @return the highest index that an event ever had */
    long loaded(Collection<CounterRow> counters) {
        eventIndex = counters.stream().filter(row -> row.name.equals(EVENT_INDEX)).mapToLong(row -> row.number).findFirst().orElse(0);
        return eventIndex;
    }

    void write(UnitOfWork work, Commit commit) {
        commit.added().forEach(object -> work.registerNewObject(mapper(object).toRow(object)));
        commit.changed().forEach(edit -> edit(work, edit.before(), edit.after()));
        commit.removed().forEach(object -> work.deleteObject(work.registerExistingObject(mapper(object).toRow(object))));
        for (JournalEntry entry : commit.journal()) {
            JournalRow before = journal.get(entry.jobId());
            if (before == null) {
                work.registerNewObject(row(entry));
            } else {
                ((JournalRow) work.registerExistingObject(before)).arguments = Words.write(entry.arguments());
            }
        }
        for (String jobId : commit.journalEnds()) {
            JournalRow row = journal.get(jobId);
            if (row != null) {
                work.deleteObject(work.registerExistingObject(row));
            }
        }
        if (commit.eventIndex() >= 0) {
            counter(work, eventIndex, commit.eventIndex());
        }
    }

    /** It is in the database now. */
    void written(Commit commit) {
        commit.journal().forEach(entry -> journal.put(entry.jobId(), row(entry)));
        commit.journalEnds().forEach(journal::remove);
        if (commit.eventIndex() >= 0) {
            eventIndex = commit.eventIndex();
        }
    }

    /** Is a change there whose end was not heard? It is there whole or not at all: any part of it tells. */
    boolean isThere(Session session, Commit commit) {
        if (!commit.added().isEmpty()) {
            return find(session, commit.added().getFirst()) != null;
        }
        if (!commit.removed().isEmpty()) {
            return find(session, commit.removed().getFirst()) == null;
        }
        if (!commit.changed().isEmpty()) {
            Edit edit = commit.changed().getFirst();
            Row found = find(session, edit.after());
            return found != null && Noun.same(mapper(edit.after()).noun().persisted(), edit.after(), mapper(edit.after()).toNoun(found));
        }
        for (String jobId : commit.journalEnds()) {
            if (journal.containsKey(jobId)) {
                return find(session, JournalRow.class, "jobId", jobId) == null;
            }
        }
        for (JournalEntry entry : commit.journal()) {
            JournalRow found = find(session, JournalRow.class, "jobId", entry.jobId());
            return found != null && found.arguments.equals(Words.write(entry.arguments()));
        }
        return false;
    }

    /** Takes back one that is there: whoever asked for it was told that it was not done. */
    void undo(UnitOfWork work, Commit commit) {
        commit.added().forEach(object -> work.deleteObject(work.registerExistingObject(mapper(object).toRow(object))));
        commit.changed().forEach(edit -> edit(work, edit.after(), edit.before()));
        commit.removed().forEach(object -> work.registerNewObject(mapper(object).toRow(object)));
        for (JournalEntry entry : commit.journal()) {
            JournalRow before = journal.get(entry.jobId());
            Object now = work.registerExistingObject(row(entry));
            if (before == null) {
                work.deleteObject(now);
            } else {
                ((JournalRow) now).arguments = before.arguments;
            }
        }
        for (String jobId : commit.journalEnds()) {
            JournalRow row = journal.get(jobId);
            if (row != null) {
                work.registerNewObject(row);
            }
        }
        if (commit.eventIndex() >= 0) {
            counter(work, commit.eventIndex(), eventIndex);
        }
    }

    private void edit(UnitOfWork work, Entity from, Entity to) {
        RowMapper mapper = mapper(from);
        mapper.fill((Row) work.registerExistingObject(mapper.toRow(from)), to);
    }

    /** Zero has no row. */
    private static void counter(UnitOfWork work, long from, long to) {
        CounterRow row = new CounterRow();
        row.name = EVENT_INDEX;
        row.number = from > 0 ? from : to;
        if (from <= 0) {
            work.registerNewObject(row);
        } else if (to > 0) {
            ((CounterRow) work.registerExistingObject(row)).number = to;
        } else {
            work.deleteObject(work.registerExistingObject(row));
        }
    }

    private @Nullable Row find(Session session, Entity object) {
        return find(session, mapper(object).rowClass(), "id", object.getId());
    }

    private static <T> @Nullable T find(Session session, Class<T> row, String key, String value) {
        return row.cast(session.readObject(row, new ExpressionBuilder().get(key).equal(value)));
    }

    private RowMapper mapper(Entity object) {
        return mappers.get(nouns.of(object));
    }

    static JournalEntry entry(JournalRow row) {
        Map<String, Boolean> locks = new HashMap<>(); // a row of an older version names none
        Words.read(row.locks == null ? "" : row.locks).forEach((id, kind) -> locks.put(id, kind.equals(EXCLUSIVE)));
        return new JournalEntry(row.jobId, row.verb, Words.read(row.arguments), row.userId, row.userName, row.correlationId, locks);
    }

    private static JournalRow row(JournalEntry entry) {
        JournalRow row = new JournalRow();
        row.jobId = entry.jobId();
        row.verb = entry.verb();
        row.arguments = Words.write(entry.arguments());
        row.userId = entry.userId();
        row.userName = entry.userName();
        row.correlationId = entry.correlationId();
        Map<String, String> locks = new HashMap<>();
        entry.locks().forEach((id, exclusive) -> locks.put(id, exclusive ? EXCLUSIVE : SHARED));
        row.locks = Words.write(locks);
        return row;
    }
}
