package hostelry.engine.store.jpa;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Credentials;
import hostelry.engine.spi.JournalEntry;
import hostelry.engine.store.memory.Ledger;
import hostelry.engine.store.memory.Nouns;
import hostelry.engine.store.rows.CounterRow;
import hostelry.engine.store.rows.CredentialRow;
import hostelry.engine.store.rows.JournalRow;
import hostelry.engine.store.rows.MachineRow;
import hostelry.engine.store.rows.Row;
import hostelry.model.Entity;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
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
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.persistence.exceptions.EclipseLinkException;
import org.eclipse.persistence.expressions.ExpressionBuilder;
import org.eclipse.persistence.jpa.JpaHelper;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.UnitOfWork;
import org.eclipse.persistence.sessions.server.ClientSession;
import org.eclipse.persistence.sessions.server.Server;
import org.jspecify.annotations.Nullable;
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
    /** While the database is away, one change in this time tries it; the others are refused at once. */
    private static final long TRY_EVERY_NANOS = 500_000_000;

    private final Database database;
    private final EntityManagerFactory factory;
    private final Server server;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("ledger").factory());
    // touched on the ledger's thread alone
    private final CommitRows rows;
    /** The connection broke while this was written: it may be in the database, and nobody was told that it is. */
    private @Nullable Commit doubt;
    private boolean away;
    private long lastTry;

    /** @param loader sees the rows, EclipseLink and the driver */
    public JpaLedger(Database database, Nouns nouns, ClassLoader loader) {
        this.database = database;
        this.rows = new CommitRows(nouns);
        List<String> classes = new ArrayList<>(
                List.of(Row.class.getName(), MachineRow.class.getName(), JournalRow.class.getName(), CredentialRow.class.getName(),
                        CounterRow.class.getName()));
        rows.mappers().forEach(mapper -> classes.add(mapper.rowClass().getName()));
        this.factory = new PersistenceProvider()
                .createContainerEntityManagerFactory(new RowsUnit(database.source(), classes, loader, settings(database)), Map.of());
        this.server = JpaHelper.getServerSession(factory);
        // by itself it asks again and again, for half a minute; whoever waits is to be told
        ((DatabaseLogin) server.getDatasourceLogin()).setQueryRetryAttemptCount(0);
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
        return session(session -> {
            List<Entity> all = new ArrayList<>();
            for (RowMapper mapper : rows.mappers()) {
                for (Row row : read(session, mapper.rowClass())) {
                    all.add(mapper.toNoun(row));
                }
            }
            List<JournalEntry> entries = new ArrayList<>();
            for (JournalRow row : read(session, JournalRow.class)) {
                rows.loaded(row);
                entries.add(CommitRows.entry(row));
            }
            return new Content(all, entries, rows.loaded(read(session, CounterRow.class)));
        });
    }

    @SuppressWarnings("unchecked") // readAllObjects has no type parameter
    private static <T> List<T> read(Session session, Class<T> row) {
        return (List<T>) (List<?>) session.readAllObjects(row);
    }

    @Override
    public void write(Commit commit) {
        session(session -> {
            try {
                transaction(session, work -> rows.write(work, commit));
            } catch (EclipseLinkException e) {
                if (Outage.is(e)) {
                    doubt = commit;
                }
                throw e;
            }
            rows.written(commit);
            return null;
        });
    }

    /** What nobody was told to be done must not be there, or the estate in memory and the one in the database part ways. */
    private void settle(ClientSession session) {
        Commit open = doubt;
        if (open != null && rows.isThere(session, open)) {
            transaction(session, work -> rows.undo(work, open));
        }
        doubt = null;
    }

    @Override
    public Optional<String> hash(String userId) {
        return session(session -> credential(session, userId).map(row -> row.hash));
    }

    @Override
    public void set(String userId, String hash) {
        session(session -> {
            transaction(session, work -> credential(work, userId).ifPresentOrElse(row -> row.hash = hash, () -> {
                CredentialRow row = new CredentialRow();
                row.userId = userId;
                row.hash = hash;
                work.registerNewObject(row);
            }));
            return null;
        });
    }

    @Override
    public void remove(String userId) {
        session(session -> {
            transaction(session, work -> credential(work, userId).ifPresent(work::deleteObject));
            return null;
        });
    }

    private static Optional<CredentialRow> credential(Session session, String userId) {
        return Optional
                .ofNullable((CredentialRow) session.readObject(CredentialRow.class, new ExpressionBuilder().get("userId").equal(userId)));
    }

    private static void transaction(ClientSession session, Consumer<UnitOfWork> body) {
        UnitOfWork work = session.acquireUnitOfWork();
        body.accept(work);
        work.commit();
    }

    private <T> T session(Function<ClientSession, T> body) {
        return call(() -> {
            if (away && System.nanoTime() - lastTry < TRY_EVERY_NANOS) {
                throw new Refusal(unanswered());
            }
            ClientSession session = server.acquireClientSession();
            try {
                settle(session);
                T result = body.apply(session);
                if (away) {
                    away = false;
                    LOG.info("The database {} answers again", database.place());
                }
                return result;
            } catch (EclipseLinkException e) {
                throw refused(e);
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
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } catch (RejectedExecutionException e) {
            throw new Refusal(Problem.unavailable(null, "The engine is being stopped.", "Try again when it is back."), e);
        }
    }

    private Refusal refused(EclipseLinkException failure) {
        if (Outage.is(failure)) {
            lastTry = System.nanoTime();
            if (!away) {
                away = true;
                LOG.error("The database {} does not answer; nothing can be changed until it does", database.place(), failure);
            }
            return new Refusal(unanswered(), failure);
        }
        LOG.error("The database refused a change", failure);
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return new Refusal(
                Problem.unavailable(null,
                        "The database does not take the change: " + String.valueOf(cause.getMessage()).lines().findFirst().orElse(""),
                        "Look at the database and the disk it is on, then try again."),
                failure);
    }

    private Problem unanswered() {
        return Problem.unavailable(null, "The database " + database.place() + " does not answer, so nothing can be changed.",
                "Look whether it runs; the engine goes on by itself when it is back.");
    }

    /** Waits for what is being written. */
    @Override
    public void close() {
        thread.close();
        factory.close();
        database.close();
    }
}
