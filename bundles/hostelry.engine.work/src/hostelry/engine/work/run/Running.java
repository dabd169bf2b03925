package hostelry.engine.work.run;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.work.Progress;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** One act while it runs: what its verb tells, and what others tell it. */
final class Running implements Progress {
    final Ticket ticket;
    final CompletableFuture<Object> result = new CompletableFuture<>();
    private final ProgressBoard board;
    private final Turns turns;
    private volatile boolean cancelled;
    /** Has it been at work at a host? Only before that an act that is not made to be cancelled can be. */
    private boolean began;
    private @Nullable Waiting waiting;
    /** Set while the verb performs. */
    volatile @Nullable Thread thread;
    /** What it holds; set before the verb performs. */
    volatile Locks.@Nullable Held held;

    private record Waiting(String host, CompletableFuture<Void> turn) {}

    Running(Ticket ticket, ProgressBoard board, Turns turns) {
        this.ticket = ticket;
        this.board = board;
        this.turns = turns;
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

    @Override
    public void ending() {
        Locks.Held locks = held;
        if (locks != null) {
            locks.ending();
        }
    }

    @Override
    public Turn turn(String hostId) {
        pause();
        if (hostId.isEmpty()) {
            return () -> {};
        }
        Optional<CompletableFuture<Void>> queued = turns.take(hostId);
        if (queued.isPresent()) {
            await(new Waiting(hostId, queued.get()));
        }
        synchronized (this) {
            began = true;
        }
        return () -> turns.leave(hostId);
    }

    private void await(Waiting place) {
        synchronized (this) {
            waiting = place;
        }
        boolean mine = false;
        try {
            board.queued(ticket.jobId(), place.host(), turns.most());
            if (cancelled) {
                cancel();
            }
            place.turn().get();
            mine = true;
            board.dequeued(ticket.jobId());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(Problem.unavailable(ticket.subject(), "The engine is being stopped.", "It goes on when the engine is back."),
                    e);
        } catch (ExecutionException e) {
            pause();
            throw new IllegalStateException(e);
        } finally {
            synchronized (this) {
                waiting = null;
            }
            if (!mine && !turns.giveUp(place.host(), place.turn()) && !place.turn().isCompletedExceptionally()) {
                turns.leave(place.host()); // it was handed over in the very moment
            }
        }
    }

    /** It waits for its first turn: nothing has been done to any host. */
    synchronized boolean untouched() {
        return waiting != null && !began;
    }

    void cancel() {
        cancelled = true;
        Waiting place;
        synchronized (this) {
            place = waiting;
        }
        if (place != null && turns.giveUp(place.host(), place.turn())) {
            place.turn().completeExceptionally(new CancellationException());
        }
    }

    boolean cancelled() {
        return cancelled;
    }
}
