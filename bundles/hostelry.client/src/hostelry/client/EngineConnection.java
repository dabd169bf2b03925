package hostelry.client;

import hostelry.api.Caller;
import java.util.function.Consumer;

/**
 * A way to one engine, for one user. An OSGi service; it goes away with the engine. Thread-safe.
 *
 * <p>Services that come out may block and must not be called on a UI thread; nouns that come out of them belong to whoever asked.
 */
public interface EngineConnection {
    /** Where the engine is, for a title: {@code localhost (embedded)}. */
    String label();

    /** Who asks through this connection; the correlation id is fresh each time. */
    Caller caller();

    /**
     * A service of the engine's, such as {@link hostelry.api.Vms}.
     *
     * @throws hostelry.api.Refusal UNAVAILABLE when the engine does not have it now: it is starting, or stopping
     */
    <S> S service(Class<S> api);

    /**
     * Hears of each request that goes over the wire, when its answer has begun; of nothing where the engine is in the same process.
     *
     * @param listener called on the thread of whoever asks; must be quick
     * @return to hear no more
     */
    default Runnable overhear(Consumer<Asked> listener) {
        return () -> {};
    }

    /** Does anything go over a wire here? */
    default boolean wired() {
        return false;
    }
}
