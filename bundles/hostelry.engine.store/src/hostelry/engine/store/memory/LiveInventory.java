package hostelry.engine.store.memory;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.JournalEntry;
import hostelry.model.Entity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The estate in memory over a {@link Ledger}: read by all at once, changed by one at a time, durable before it is visible, visible before it is told. Changes that
 * are made while others are being written are written together.
 */
public final class LiveInventory implements Inventory, AutoCloseable {
    private final Ledger ledger;
    private final Nouns nouns;
    private final Map<Class<?>, NounIndex> estate = new HashMap<>();
    private final Map<String, JournalEntry> journal = new ConcurrentHashMap<>();
    private final Publisher publisher = new Publisher();
    private final ReentrantLock writer = new ReentrantLock();
    private final Ahead ahead = new Ahead(estate);
    private final Commits commits;
    /** Of what is durable; and with what was changed since. */
    private long eventIndex;
    private long eventIndexAhead;
    private boolean changing;
    private boolean closed;
    /** Starts at the clock, so that numbers grow over restarts as well: a client that saw an old one can't take a new one for it. */
    private long number = System.currentTimeMillis() * 1_000;

    public LiveInventory(Ledger ledger, Nouns nouns) {
        this.ledger = ledger;
        this.nouns = nouns;
        nouns.all().forEach(noun -> estate.put(noun.java(), new NounIndex(noun)));
        Ledger.Content content = ledger.load();
        this.eventIndex = content.eventIndex();
        this.eventIndexAhead = eventIndex;
        this.commits = new Commits(ledger, writer, this::written, this::failed);
        content.journal().forEach(entry -> journal.put(entry.jobId(), entry));
        Map<Noun, List<NounIndex.Change>> loaded = new HashMap<>();
        for (Entity object : content.nouns()) {
            loaded.computeIfAbsent(nouns.of(object), key -> new ArrayList<>()).add(new NounIndex.Change(object.getId(), null, object));
        }
        loaded.forEach((noun, changes) -> index(noun.java()).load(changes));
    }

    @Override
    public <T extends Entity> Optional<T> find(Class<T> noun, String id) {
        return Optional.ofNullable(noun.cast(index(noun).get(id)));
    }

    @Override
    @SuppressWarnings("unchecked") // the index of a noun holds nothing else
    public <T extends Entity> Collection<T> all(Class<T> noun) {
        return (Collection<T>) index(noun).all();
    }

    @Override
    public <T extends Entity> Optional<T> named(Class<T> noun, String name) {
        return index(noun).named(name).map(noun::cast);
    }

    @Override
    public <R> R change(Function<Draft, R> work) {
        boolean alone = false;
        while (true) {
            R result;
            Commits.Place place;
            writer.lock();
            try {
                if (changing) {
                    throw new IllegalStateException("a change inside a change");
                }
                if (closed) {
                    throw new Refusal(Problem.unavailable(null, "The engine is being stopped.", "Try again when it is back."));
                }
                LiveDraft draft = new LiveDraft(ahead, nouns, eventIndexAhead);
                Drafted drafted;
                changing = true;
                try {
                    result = work.apply(draft);
                    drafted = draft.close();
                } finally {
                    changing = false;
                }
                if (commits.idle() && drafted.commit().empty()) {
                    apply(drafted);
                    return result;
                }
                ahead.add(drafted);
                eventIndexAhead = drafted.eventIndex();
                place = commits.enter(drafted, alone);
            } finally {
                writer.unlock();
            }
            switch (commits.await(place)) {
                case DONE -> {
                    return result;
                }
                case AGAIN_ALONE -> alone = true;
                case AGAIN -> {
                    // as it was asked for
                }
            }
        }
    }

    private void written(Drafted drafted) {
        apply(drafted);
        ahead.settle(drafted);
    }

    private void failed() {
        ahead.clear();
        eventIndexAhead = eventIndex;
    }

    private void apply(Drafted drafted) {
        eventIndex = drafted.eventIndex();
        drafted.commit().journal().forEach(entry -> journal.put(entry.jobId(), entry));
        drafted.commit().journalEnds().forEach(journal::remove);
        List<Item> items = new ArrayList<>();
        drafted.changes().forEach((noun, changes) -> {
            index(noun.java()).apply(changes);
            changes.forEach(change -> items.add(new Item(noun.name(), change.id(), change.before(), change.after())));
        });
        if (!items.isEmpty()) {
            publisher.publish(new Published(++number, false, List.copyOf(items)));
        }
    }

    @Override
    public AutoCloseable follow(Consumer<Published> sink) {
        writer.lock(); // nothing can change between the snapshot and its place in the publisher's queue
        try {
            List<Item> items = new ArrayList<>();
            for (Noun noun : nouns.all()) {
                index(noun.java()).all().forEach(object -> items.add(new Item(noun.name(), object.getId(), null, object)));
            }
            return publisher.follow(sink, new Published(number, true, List.copyOf(items)));
        } finally {
            writer.unlock();
        }
    }

    @Override
    public List<JournalEntry> unfinished() {
        return List.copyOf(journal.values());
    }

    /** Waits for the changes that are under way; later ones are refused. */
    @Override
    public void close() {
        writer.lock();
        try {
            closed = true;
            commits.drain();
            ledger.close();
        } finally {
            writer.unlock();
        }
        publisher.close();
    }

    private NounIndex index(Class<? extends Entity> noun) {
        NounIndex index = estate.get(noun);
        if (index == null) {
            throw new IllegalArgumentException(noun.getName() + " is no noun of the model");
        }
        return index;
    }
}
