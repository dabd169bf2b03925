package hostelry.console.kit;

import hostelry.client.EngineConnection;
import hostelry.client.mirror.Mirror;
import hostelry.model.Entity;
import hostelry.model.HostelryPackage;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Widget;
import org.jspecify.annotations.Nullable;

/**
 * The estate as the window sees it: empty until the engine is there, then what the mirror holds. Reading never blocks, from any thread. Listeners are called on
 * the UI thread, at most four times a second.
 */
public final class LiveEstate {
    private static final long QUIET_MILLIS = 250;

    private static final List<Class<? extends Entity>> NOUNS = HostelryPackage.eINSTANCE.getEClassifiers().stream()
            .filter(EClass.class::isInstance).map(EClass.class::cast).filter(type -> !type.isAbstract())
            .filter(type -> Entity.class.isAssignableFrom(type.getInstanceClass()))
            .<Class<? extends Entity>>map(type -> type.getInstanceClass().asSubclass(Entity.class)).toList();

    /** How things stand between window and engine. */
    public enum State {
        STARTING, LIVE,
        /** The last known state is shown; the stream of changes is broken. */
        STALE, FAILED
    }

    private record Link(EngineConnection connection, Mirror mirror, AutoCloseable listening) {}

    private final Display display;
    private final ScheduledExecutorService clock = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("estate updates").factory());
    private final List<Consumer<Mirror.Update>> listeners = new CopyOnWriteArrayList<>();

    // guarded by this
    private final Set<Mirror.Key> changed = new HashSet<>();
    private boolean everything;
    private boolean scheduled;
    private long lastTold;

    private volatile @Nullable Link link;
    private volatile State state = State.STARTING;
    private volatile String reason = "";

    public LiveEstate(Display display) {
        this.display = display;
        display.disposeExec(clock::shutdownNow);
    }

    /** The engine is there. */
    public void connect(EngineConnection connection, Mirror mirror) {
        link = new Link(connection, mirror, mirror.listen(this::take));
        reason = "";
        take(new Mirror.Update(true, Set.of()));
    }

    /** The engine is gone, or never came. */
    public void disconnect(State now, String why) throws Exception {
        Link old = link;
        link = null;
        state = now;
        reason = why;
        if (old != null) {
            old.listening().close();
        }
        take(new Mirror.Update(true, Set.of()));
    }

    public State state() {
        return state;
    }

    /** Why it does not live, as a sentence; empty where there is nothing to say. */
    public String reason() {
        return reason;
    }

    public Optional<EngineConnection> connection() {
        return Optional.ofNullable(link).map(Link::connection);
    }

    public <T extends Entity> Collection<T> all(Class<T> noun) {
        Link now = link;
        return now == null ? List.of() : now.mirror().all(noun);
    }

    public <T extends Entity> Optional<T> find(Class<T> noun, @Nullable String id) {
        Link now = link;
        return now == null || id == null ? Optional.empty() : now.mirror().find(noun, id);
    }

    /** Whatever has that id, of any noun; empty for none, and for a text that is no id. */
    public Optional<Entity> anything(@Nullable String id) {
        return id == null || id.isEmpty()
                ? Optional.empty()
                : NOUNS.stream().map(noun -> find(noun, id)).<Entity>flatMap(Optional::stream).findFirst();
    }

    /** Runs an action on the UI thread soon, unless the window has gone. */
    public void later(Runnable action) {
        if (!display.isDisposed()) {
            display.asyncExec(action);
        }
    }

    /** Name of a noun, or a dash where there is none. */
    public <T extends Entity> String name(Class<T> noun, @Nullable String id) {
        return find(noun, id).map(Entity::getName).orElse("—");
    }

    /** Calls the listener on the UI thread until the widget is disposed; the first call comes at once, before this returns. */
    public void listen(Widget widget, Consumer<Mirror.Update> listener) {
        Consumer<Mirror.Update> guarded = update -> {
            if (!widget.isDisposed()) {
                listener.accept(update);
            }
        };
        listeners.add(guarded);
        widget.addDisposeListener(event -> listeners.remove(guarded));
        listener.accept(new Mirror.Update(true, Set.of()));
    }

    /** Listeners look at everything anew: something beside the mirror has changed, such as the login. From any thread. */
    public void lookAgain() {
        take(new Mirror.Update(true, Set.of()));
    }

    private synchronized void take(Mirror.Update update) {
        Link now = link;
        if (now != null) {
            state = now.mirror().live() ? State.LIVE : state == State.STARTING ? State.STARTING : State.STALE;
        }
        everything |= update.everything();
        changed.addAll(update.ids());
        // after the window has closed the engine may still say something: nobody listens any more
        if (!scheduled && !clock.isShutdown()) {
            scheduled = true;
            long wait = Math.max(0, QUIET_MILLIS - (System.nanoTime() - lastTold) / 1_000_000);
            clock.schedule(this::tell, wait, TimeUnit.MILLISECONDS);
        }
    }

    private void tell() {
        Mirror.Update update;
        synchronized (this) {
            update = new Mirror.Update(everything, Set.copyOf(changed));
            everything = false;
            changed.clear();
            scheduled = false;
            lastTold = System.nanoTime();
        }
        if (!display.isDisposed()) {
            display.asyncExec(() -> listeners.forEach(listener -> listener.accept(update)));
        }
    }
}
