package hostelry.api;

import java.util.concurrent.CompletableFuture;

/** The engine as a whole; a service that is there when its doors may open. */
public interface Engine {
    /** Such as {@code 0.1.0}. */
    String version();

    /** Completes when the estate is loaded and the first host is known. */
    CompletableFuture<Void> ready();
}
