package hostelry.engine.store.jpa;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Credentials;
import hostelry.engine.spi.JournalEntry;
import hostelry.engine.store.memory.Ledger;
import hostelry.engine.store.memory.Noun;
import hostelry.engine.store.memory.Nouns;
import hostelry.engine.store.rows.CounterRow;
import hostelry.engine.store.rows.CredentialRow;
import hostelry.engine.store.rows.JournalRow;
import hostelry.engine.store.rows.Row;
import hostelry.model.Entity;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.persistence.exceptions.EclipseLinkException;
import org.eclipse.persistence.expressions.ExpressionBuilder;
import org.eclipse.persistence.jpa.JpaHelper;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.UnitOfWork;
import org.eclipse.persistence.sessions.server.ClientSession;
import org.eclipse.persistence.sessions.server.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledger on a database.
 *
 * <p>EclipseLink's sessions are used directly: rows that are to change are given to a unit of work as they were, so that it writes the columns that differ
 * and reads nothing. It keeps no cache. Everything runs on one thread of the ledger's own, because H2 closes its file when a thread that uses it is
 * interrupted, and the threads of verbs and doors are.
 */
public final class JpaLedger implements Ledger, Credentials {
    private static final Logger LOG = LoggerFactory.getLogger(JpaLedger.class);
    private static final String EVENT_INDEX = "event.index";
    private static final String EXCLUSIVE = "exclusive";
    private static final String SHARED = "shared";

    private final Database database;
    private final EntityManagerFactory factory;
    private final Server server;
    private final Map<Noun, RowMapper> mappers = new HashMap<>();
    private final Nouns nouns;
    /** As they are in the database; touched on the ledger's thread alone, as the next one. */
    private final Map<String, JournalRow> journal = new HashMap<>();
    private long eventIndex;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("ledger").factory());

    /** @param loader sees the rows, EclipseLink and the driver */
    public JpaLedger(Database database, Nouns nouns, ClassLoader loader) {
        this.database = database;
        this.nouns = nouns;
        nouns.all().forEach(noun -> mappers.put(noun, new RowMapper(noun)));
        List<String> classes = new ArrayList<>(
                List.of(Row.class.getName(), JournalRow.class.getName(), CredentialRow.class.getName(), CounterRow.class.getName()));
        mappers.values().forEach(mapper -> classes.add(mapper.rowClass().getName()));
        this.factory = new PersistenceProvider()
                .createContainerEntityManagerFactory(new RowsUnit(database.source(), classes, loader, settings(database)), Map.of());
        this.server = JpaHelper.getServerSession(factory);
    }

    private static Properties settings(Database database) {
        Properties settings = new Properties();
        settings.setProperty("eclipselink.target-database",
                "org.eclipse.persistence.platform.database." + (database.isH2() ? "H2Platform" : "PostgreSQLPlatform"));
        settings.setProperty("eclipselink.weaving", "false");
        settings.setProperty("eclipselink.cache.shared.default", "false");
        settings.setProperty("eclipselink.jdbc.batch-writing", "JDBC");
        settings.setProperty("eclipselink.jdbc.batch-writing.size", "500");
        // all that matters comes as an exception; its own log would show values
        settings.setProperty("eclipselink.logging.level", "OFF");
        settings.setProperty("eclipselink.logging.parameters", "false");
        return settings;
    }

    @Override
    public Content load() {
        return call(() -> {
            ClientSession session = server.acquireClientSession();
            try {
                List<Entity> all = new ArrayList<>();
                for (RowMapper mapper : mappers.values()) {
                    for (Row row : read(session, mapper.rowClass())) {
                        all.add(mapper.toNoun(row));
                    }
                }
                List<JournalEntry> entries = new ArrayList<>();
                for (JournalRow row : read(session, JournalRow.class)) {
                    journal.put(row.jobId, row);
                    entries.add(
                            new JournalEntry(row.jobId, row.verb, Words.read(row.arguments), row.userId, row.userName, row.correlationId,
                                    locks(row)));
                }
                eventIndex = read(session, CounterRow.class).stream().filter(row -> row.name.equals(EVENT_INDEX))
                        .mapToLong(row -> row.number).findFirst().orElse(0);
                return new Content(all, entries, eventIndex);
            } finally {
                session.release();
            }
        });
    }

    @SuppressWarnings("unchecked") // readAllObjects has no type parameter
    private static <T> List<T> read(Session session, Class<T> row) {
        return (List<T>) (List<?>) session.readAllObjects(row);
    }

    @Override
    public void write(Commit commit) {
        Map<String, JournalRow> begun = new HashMap<>();
        commit.journal().forEach(entry -> begun.put(entry.jobId(), row(entry)));
        transaction(work -> {
            commit.added().forEach(object -> work.registerNewObject(mapper(object).toRow(object)));
            for (Edit edit : commit.changed()) {
                RowMapper mapper = mapper(edit.before());
                mapper.fill((Row) work.registerExistingObject(mapper.toRow(edit.before())), edit.after());
            }
            commit.removed().forEach(object -> work.deleteObject(work.registerExistingObject(mapper(object).toRow(object))));
            begun.forEach((jobId, row) -> {
                JournalRow before = journal.get(jobId);
                if (before == null) {
                    work.registerNewObject(row);
                } else {
                    ((JournalRow) work.registerExistingObject(before)).arguments = row.arguments;
                }
            });
            for (String jobId : commit.journalEnds()) {
                JournalRow row = journal.get(jobId);
                if (row != null) {
                    work.deleteObject(work.registerExistingObject(row));
                }
            }
            if (commit.eventIndex() >= 0) {
                counter(work, commit.eventIndex());
            }
        }, () -> {
            journal.putAll(begun);
            commit.journalEnds().forEach(journal::remove);
            if (commit.eventIndex() >= 0) {
                eventIndex = commit.eventIndex();
            }
        });
    }

    private void counter(UnitOfWork work, long number) {
        CounterRow row = new CounterRow();
        row.name = EVENT_INDEX;
        if (eventIndex > 0) {
            row.number = eventIndex;
            row = (CounterRow) work.registerExistingObject(row);
            row.number = number;
        } else {
            row.number = number;
            work.registerNewObject(row);
        }
    }

    @Override
    public Optional<String> hash(String userId) {
        return call(() -> {
            ClientSession session = server.acquireClientSession();
            try {
                return credential(session, userId).map(row -> row.hash);
            } finally {
                session.release();
            }
        });
    }

    @Override
    public void set(String userId, String hash) {
        transaction(work -> credential(work, userId).ifPresentOrElse(row -> row.hash = hash, () -> {
            CredentialRow row = new CredentialRow();
            row.userId = userId;
            row.hash = hash;
            work.registerNewObject(row);
        }), () -> {});
    }

    @Override
    public void remove(String userId) {
        transaction(work -> credential(work, userId).ifPresent(work::deleteObject), () -> {});
    }

    private static Optional<CredentialRow> credential(Session session, String userId) {
        return Optional
                .ofNullable((CredentialRow) session.readObject(CredentialRow.class, new ExpressionBuilder().get("userId").equal(userId)));
    }

    /** @param after runs once all is committed, on the ledger's thread */
    private void transaction(Consumer<UnitOfWork> body, Runnable after) {
        call(() -> {
            ClientSession session = server.acquireClientSession();
            try {
                UnitOfWork work = session.acquireUnitOfWork();
                body.accept(work);
                work.commit();
                after.run();
                return null;
            } finally {
                session.release();
            }
        });
    }

    /** On the ledger's thread; the caller waits, interrupted or not. */
    private <T> T call(Supplier<T> body) {
        try {
            return CompletableFuture.supplyAsync(body, thread).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof EclipseLinkException failure) {
                throw refused(failure);
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } catch (RejectedExecutionException e) {
            throw new Refusal(Problem.unavailable(null, "The engine is being stopped.", "Try again when it is back."), e);
        }
    }

    private static Refusal refused(EclipseLinkException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        LOG.error("The database refused a change", failure);
        return new Refusal(
                Problem.unavailable(null, "The database does not take the change: " + cause.getMessage().lines().findFirst().orElse(""),
                        "Look at the database and the disk it is on, then try again."),
                failure);
    }

    private RowMapper mapper(Entity object) {
        return mappers.get(nouns.of(object));
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

    /** A row of an older version names none. */
    private static Map<String, Boolean> locks(JournalRow row) {
        Map<String, Boolean> locks = new HashMap<>();
        Words.read(row.locks == null ? "" : row.locks).forEach((id, kind) -> locks.put(id, kind.equals(EXCLUSIVE)));
        return locks;
    }

    /** Waits for what is being written. */
    @Override
    public void close() {
        thread.close();
        factory.close();
        database.close();
    }
}
