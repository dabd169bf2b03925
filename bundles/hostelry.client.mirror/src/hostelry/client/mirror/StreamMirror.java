package hostelry.client.mirror;

import hostelry.api.Caller;
import hostelry.api.Changes;
import hostelry.api.Refusal;
import hostelry.client.EngineConnection;
import hostelry.model.Entity;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The mirror over the change stream of a connection; follows on where it was when the stream breaks, and keeps the last known state meanwhile. Where the engine
 * can't tell what was missed, because it was started anew or too much has happened, it tells all anew.
 */
@Component(service = Mirror.class)
public final class StreamMirror implements Mirror {
    private static final Duration COALESCE = Duration.ofMillis(120);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final EngineConnection connection;
    private final Duration coalesce;
    private final Duration retry;
    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("mirror").factory());
    private final List<Listening> listeners = new CopyOnWriteArrayList<>();

    /** Replaced as a whole by a snapshot: nobody sees half of one, and nothing of the estate before stays. */
    private volatile Map<String, Map<String, Entity>> nouns = new ConcurrentHashMap<>();
    private volatile boolean live;

    // guarded by this
    private final Set<Key> changed = new HashSet<>();
    private boolean everything;
    private boolean scheduled;
    private boolean closed;
    private long lastTold = System.nanoTime() - COALESCE.toNanos();
    private @Nullable Stream current;
    /** The batch to follow on from, and whose view that was. */
    private String last = "";
    private String lastUser = "";

    @Activate
    public StreamMirror(@Reference EngineConnection connection) {
        this(connection, COALESCE, RETRY);
    }

    StreamMirror(EngineConnection connection, Duration coalesce, Duration retry) {
        this.connection = connection;
        this.coalesce = coalesce;
        this.retry = retry;
        thread.execute(this::follow);
    }

    /** One following of the change stream; what an older one still has to say is not heard. */
    private final class Stream {
        private @Nullable AutoCloseable following; // guarded by the mirror

        void take(Changes.Batch batch) {
            StreamMirror.this.take(this, batch);
        }

        void ended(String reason) {
            broken(this);
        }
    }

    // -- following

    private void follow() {
        Stream stream = new Stream();
        synchronized (this) {
            if (closed) {
                return;
            }
            current = stream;
        }
        try {
            Caller caller = connection.caller();
            Changes.Wish wish;
            synchronized (this) {
                wish = new Changes.Wish(lastUser.equals(caller.userId()) ? last : "", Set.of());
                lastUser = caller.userId();
            }
            // outside of the lock: it may take its time, and batches may come before it returns
            AutoCloseable following = connection.service(Changes.class).follow(caller, wish, stream::take, stream::ended);
            boolean late;
            synchronized (this) {
                stream.following = following;
                late = current != stream;
            }
            if (late) {
                close(following);
            }
        } catch (Refusal e) {
            // expected while the engine starts or is away: live() says so, and we try again
            broken(stream);
        } catch (RuntimeException e) {
            broken(stream);
            report(e);
        }
    }

    private synchronized void broken(Stream stream) {
        if (stream != current) {
            return;
        }
        current = null;
        if (live) {
            live = false;
            everything = true;
            schedule();
        }
        thread.schedule(this::follow, retry.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Hears no more; for whoever has made it without a framework. */
    @Deactivate
    public void close() {
        AutoCloseable following;
        synchronized (this) {
            closed = true;
            live = false;
            following = current == null ? null : current.following;
            current = null;
            thread.shutdownNow();
        }
        listeners.clear();
        if (following != null) {
            close(following);
        }
    }

    private static void close(AutoCloseable following) {
        try {
            following.close();
        } catch (Exception e) {
            report(e);
        }
    }

    /** A fault of somebody's program: it is told to whoever collects them, and the mirror goes on. */
    private static void report(Throwable fault) {
        Thread here = Thread.currentThread();
        here.getUncaughtExceptionHandler().uncaughtException(here, fault);
    }

    private synchronized void take(Stream stream, Changes.Batch batch) {
        if (stream != current) {
            return;
        }
        Map<String, Map<String, Entity>> target = batch.snapshot() ? new ConcurrentHashMap<>() : nouns;
        for (Changes.Change change : batch.changes()) {
            Map<String, Entity> noun = target.computeIfAbsent(change.noun(), name -> new ConcurrentHashMap<>());
            Entity object = change.object();
            if (object == null) {
                noun.remove(change.id());
            } else {
                noun.put(change.id(), object);
            }
            if (!batch.snapshot()) {
                changed.add(new Key(change.noun(), change.id()));
            }
        }
        if (batch.snapshot()) {
            nouns = target;
            everything = true;
        }
        if (!live) {
            live = true; // the first batch of a stream: all anew, or what was missed
            everything = true;
        }
        last = batch.id();
        schedule();
    }

    // -- telling

    private void schedule() {
        if (!scheduled && !closed) {
            scheduled = true;
            long wait = lastTold + coalesce.toNanos() - System.nanoTime();
            thread.schedule(this::tell, Math.max(0, wait), TimeUnit.NANOSECONDS);
        }
    }

    private void tell() {
        Update update;
        synchronized (this) {
            update = new Update(everything, Set.copyOf(changed));
            everything = false;
            changed.clear();
            scheduled = false;
            lastTold = System.nanoTime();
        }
        listeners.forEach(listener -> listener.hear(update));
    }

    private record Listening(Object identity, Consumer<Update> listener) {
        /** One that fails does not keep others from hearing. */
        void hear(Update update) {
            try {
                listener.accept(update);
            } catch (RuntimeException | Error e) {
                report(e);
            }
        }
    }

    @Override
    public AutoCloseable listen(Consumer<Update> listener) {
        Listening listening = new Listening(new Object(), listener);
        synchronized (this) {
            if (!closed) {
                listeners.add(listening);
                thread.execute(() -> {
                    if (listeners.contains(listening)) {
                        listening.hear(new Update(true, Set.of()));
                    }
                });
            }
        }
        return () -> listeners.remove(listening);
    }

    // -- reading

    @Override
    public <T extends Entity> Collection<T> all(Class<T> noun) {
        return List.copyOf(of(noun).values());
    }

    @Override
    public <T extends Entity> Optional<T> find(Class<T> noun, String id) {
        return Optional.ofNullable(of(noun).get(id));
    }

    @SuppressWarnings("unchecked") // filed under the name of its class by the stream
    private <T extends Entity> Map<String, T> of(Class<T> noun) {
        return (Map<String, T>) nouns.getOrDefault(noun.getSimpleName(), Map.of());
    }

    @Override
    public boolean live() {
        return live;
    }
}
