package hostelry.engine.storage;

import java.time.Instant;

/** A transfer as it moves now: when bytes last moved, how many streams are open, and whether they are to stop. Thread-safe. */
final class Live {
    private Instant moved;
    private int streams;
    private int generation;

    Live(Instant now) {
        this.moved = now;
    }

    synchronized void touch(Instant now) {
        moved = now;
    }

    synchronized Instant moved() {
        return moved;
    }

    /** @return the ticket by which the stream asks whether it may go on */
    synchronized int open(Instant now) {
        moved = now;
        streams++;
        return generation;
    }

    synchronized void close() {
        streams--;
    }

    synchronized boolean busy() {
        return streams > 0;
    }

    synchronized boolean permits(int ticket) {
        return ticket == generation;
    }

    /** Streams that are open now stop at their next bytes. */
    synchronized void halt() {
        generation++;
    }
}
