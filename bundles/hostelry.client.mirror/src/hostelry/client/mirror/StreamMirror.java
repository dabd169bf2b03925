package hostelry.client.mirror;

import hostelry.api.Changes;
import hostelry.api.Refusal;
import hostelry.client.EngineConnection;
import hostelry.model.Entity;
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

/** The mirror over the change stream of a connection; follows again when the stream breaks, and keeps the last known state meanwhile. */
@Component(service = Mirror.class)
public final class StreamMirror implements Mirror {
    private static final long COALESCE_MILLIS = 120;
    private static final long RETRY_MILLIS = 1_000;

    private final EngineConnection connection;
    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("mirror").factory());
    private final List<Consumer<Update>> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, Map<String, Entity>> nouns = new ConcurrentHashMap<>();

    // guarded by this
    private final Set<Key> changed = new HashSet<>();
    private boolean everything;
    private boolean scheduled;

    private volatile boolean live;
    private volatile boolean closed;
    private @Nullable AutoCloseable following;

    @Activate
    public StreamMirror(@Reference EngineConnection connection) {
        this.connection = connection;
        thread.execute(this::follow);
    }

    private void follow() {
        if (closed) {
            return;
        }
        try {
            following = connection.service(Changes.class).follow(connection.caller(), this::take, this::broken);
        } catch (Refusal e) {
            // expected while the engine starts or is away: live() says so, and we try again
            broken(e.getMessage());
        }
    }

    private synchronized void broken(String reason) {
        if (closed) {
            return;
        }
        if (live) {
            live = false;
            everything = true;
            schedule();
        }
        thread.schedule(this::follow, RETRY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void close() throws Exception {
        closed = true;
        thread.shutdownNow();
        AutoCloseable stream = following;
        if (stream != null) {
            stream.close();
        }
    }

    private void take(Changes.Batch batch) {
        synchronized (this) {
            if (batch.snapshot()) {
                nouns.clear();
                everything = true;
                live = true;
            }
            for (Changes.Change change : batch.changes()) {
                Map<String, Entity> noun = nouns.computeIfAbsent(change.noun(), name -> new ConcurrentHashMap<>());
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
            schedule();
        }
    }

    private void schedule() {
        if (!scheduled && !closed) {
            scheduled = true;
            thread.schedule(this::tell, COALESCE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void tell() {
        Update update;
        synchronized (this) {
            update = new Update(everything, Set.copyOf(changed));
            everything = false;
            changed.clear();
            scheduled = false;
        }
        for (Consumer<Update> listener : listeners) {
            listener.accept(update);
        }
    }

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

    @Override
    public AutoCloseable listen(Consumer<Update> listener) {
        listeners.add(listener);
        thread.execute(() -> {
            if (listeners.contains(listener)) {
                listener.accept(new Update(true, Set.of()));
            }
        });
        return () -> listeners.remove(listener);
    }
}
