package hostelry.engine.work.run;

import hostelry.api.Refusal;
import hostelry.engine.work.Reach;
import hostelry.api.Problem;
import hostelry.node.api.NodeFault;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Puts what went wrong into words. */
final class Faults {
    private Faults() {}

    /** Is it trouble that verbs and nodes speak of, and no mistake in the program? */
    static boolean expected(Throwable failure) {
        Throwable cause = inner(failure);
        return cause instanceof Refusal || cause instanceof NodeFault || cause instanceof CancellationException;
    }

    static Refusal refusal(Throwable failure, String title, @Nullable String subject, String correlationId) {
        Throwable cause = inner(failure);
        if (cause instanceof Refusal refusal) {
            return refusal;
        }
        if (cause instanceof NodeFault fault) {
            return Reach.refusal(fault, subject, title + " failed");
        }
        if (cause instanceof CancellationException) {
            return new Refusal(Problem.conflict(subject, title + " was cancelled.", ""), cause);
        }
        return new Refusal(Problem.failed(subject, title + " failed by a mistake in the engine: " + cause + ".",
                "Its log has more under correlation id " + correlationId + "; please report it."), cause);
    }

    private static Throwable inner(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
