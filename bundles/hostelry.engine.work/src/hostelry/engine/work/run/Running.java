package hostelry.engine.work.run;

import hostelry.engine.work.Progress;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One act while it runs: what its verb tells, and what others tell it. */
final class Running implements Progress {
    final Ticket ticket;
    final CompletableFuture<Object> result = new CompletableFuture<>();
    private final ProgressBoard board;
    private volatile boolean cancelled;
    /** Set while the verb performs. */
    volatile @Nullable Thread thread;

    Running(Ticket ticket, ProgressBoard board) {
        this.ticket = ticket;
        this.board = board;
    }

    @Override
    public String jobId() {
        return ticket.jobId();
    }

    @Override
    public void at(int percent, String detail) {
        board.show(ticket.jobId(), Math.clamp(percent, -1, 100), detail);
    }

    @Override
    public void pause() {
        if (cancelled) {
            throw new CancellationException(ticket.title() + " was cancelled.");
        }
    }

    void cancel() {
        cancelled = true;
    }

    boolean cancelled() {
        return cancelled;
    }
}
