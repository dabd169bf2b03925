package hostelry.client;

import hostelry.api.Caller;

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
}
