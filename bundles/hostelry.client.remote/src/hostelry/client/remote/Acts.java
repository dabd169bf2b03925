package hostelry.client.remote;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Problem;
import hostelry.api.Problem.Kind;
import hostelry.api.Refusal;
import hostelry.model.Entity;
import hostelry.wire.Tree;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sends acts and waits for their ends. The engine answers at once, with a refusal or with the job; {@code /jobs/{id}/outcome} then tells the end as soon as it is
 * there, and is asked again when a connection broke or the engine was away: an act goes on without us.
 */
final class Acts implements AutoCloseable {
    /** So many requests may wait for ends at a time; where more acts are on their way, each waits shorter. */
    private static final int WAITING = 32;
    private static final int LONG_SECONDS = 20;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Http http;
    private final Nouns nouns;
    private final Semaphore places = new Semaphore(WAITING, true);
    private final AtomicInteger underway = new AtomicInteger();
    private final Set<CompletableFuture<?>> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Acts(Http http, Nouns nouns) {
        this.http = http;
        this.nouns = nouns;
    }

    /** An act that gives a noun. */
    <T extends Entity> Act<T> submit(Caller caller, String method, String path, @Nullable Body body, Class<T> noun) {
        return telling(caller, method, path, body, outcome -> nouns.read(outcome.child("object").orElseThrow(Acts::lost), noun));
    }

    /** An act that gives nothing. */
    Act<Void> submit(Caller caller, String method, String path, @Nullable Body body) {
        return telling(caller, method, path, body, outcome -> null);
    }

    /** @param told what it gives, from the document of its outcome */
    <T> Act<T> telling(Caller caller, String method, String path, @Nullable Body body, Function<Tree, @Nullable T> told) {
        Tree answer = http.call(caller, method, path, body, "Prefer", "respond-async");
        String job = answer.value("job", "id").orElseThrow(
                () -> new Refusal(Problem.failed(null, "The engine does not say under which job it goes on.",
                        "Window and engine may be of different versions.")));
        CompletableFuture<T> result = new CompletableFuture<>();
        if (!ended(answer, result, told)) {
            open.add(result);
            if (closed) {
                leave(result);
            }
            underway.incrementAndGet();
            http.start(() -> watch(caller, job, result, told));
        }
        return new Act<>(job, result);
    }

    private <T> void watch(Caller caller, String job, CompletableFuture<T> result, Function<Tree, @Nullable T> told) {
        int failures = 0;
        try {
            while (!result.isDone()) {
                try {
                    ended(outcome(caller, job), result, told);
                    failures = 0;
                } catch (Refusal refusal) {
                    if (refusal.kind() != Kind.UNAVAILABLE) {
                        result.completeExceptionally(refusal);
                    } else {
                        Thread.sleep(Math.min(LONGEST_PAUSE.toMillis(), 200L << Math.min(failures++, 10)));
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            leave(result);
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        } finally {
            open.remove(result);
            underway.decrementAndGet();
        }
    }

    private Tree outcome(Caller caller, String job) throws InterruptedException {
        places.acquire();
        try {
            int wait = underway.get() > WAITING ? 1 : LONG_SECONDS;
            return http.get(caller, "/jobs/" + Http.piece(job) + "/outcome?wait=" + wait);
        } finally {
            places.release();
        }
    }

    /** Completes the result if the document tells an end. */
    private static <T> boolean ended(Tree outcome, CompletableFuture<T> result, Function<Tree, @Nullable T> told) {
        switch (outcome.value("status").orElse("")) {
            case "complete" -> {
                try {
                    result.complete(told.apply(outcome));
                } catch (Refusal refusal) {
                    result.completeExceptionally(refusal);
                }
            }
            case "failed" -> result.completeExceptionally(Reasons.refusal(outcome, 500));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static Refusal lost() {
        return new Refusal(Problem.unavailable(null, "It is done, but the engine was restarted and does not say any more with what result.",
                "Look at the list again."));
    }

    private static void leave(CompletableFuture<?> result) {
        result.completeExceptionally(new Refusal(
                Problem.unavailable(null, "The connection was closed before it was done.", "It goes on as a job of the engine's.")));
    }

    @Override
    public void close() {
        closed = true;
        open.forEach(Acts::leave);
    }
}
