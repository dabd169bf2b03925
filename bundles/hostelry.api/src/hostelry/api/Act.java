package hostelry.api;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An act that was accepted: authorised, checked, locked, written to the journal. It goes on whether or not anybody waits.
 *
 * @param jobId id of its {@link hostelry.model.Job}: progress, cancel, outcome
 * @param result completes when it is done, exceptionally with a {@link Refusal} for expected trouble
 */
public record Act<T>(String jobId, CompletableFuture<T> result) {

    /** Waits for the end; a {@link Refusal} travels as it is, other trouble as the cause of an {@link IllegalStateException}. */
    public T await(Duration patience) {
        try {
            return result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Refusal(
                    Problem.unavailable(jobId, "It is not done after " + patience.toSeconds() + " s.", "It goes on as job " + jobId + "."),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(Problem.unavailable(jobId, "Waiting was interrupted.", "It goes on as job " + jobId + "."), e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
