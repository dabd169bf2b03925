package hostelry.node.libvirt.guests;

import hostelry.node.api.Report.Note;
import hostelry.node.libvirt.link.LibvirtEvents;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Hears when guests let go of devices, and lets who asked for it wait. A guest that lets go only after its asker gave up makes news: the device is then gone from it,
 * though the asker was told that it stayed.
 */
public final class Removals implements LibvirtEvents {
    private static final int STOPPED = 5;
    private final LibvirtEvents next;
    private final Clock clock;
    private final Consumer<Note> news;
    private final Map<Part, CompletableFuture<Boolean>> awaited = new ConcurrentHashMap<>();
    private final Map<Part, String> givenUp = new ConcurrentHashMap<>();

    private record Part(String guest, String alias) {}

    /** @param next who hears all of libvirt's events */
    public Removals(LibvirtEvents next, Clock clock, Consumer<Note> news) {
        this.next = next;
        this.clock = clock;
        this.news = news;
    }

    /** Open from before the guest is asked until it is known whether it let go. */
    final class Wait implements AutoCloseable {
        private final Part part;
        private final CompletableFuture<Boolean> told = new CompletableFuture<>();

        private Wait(Part part) {
            this.part = part;
            givenUp.remove(part);
            awaited.put(part, told);
        }

        /** Returns when the guest has said something, or when the time is over. */
        void await(long millis) {
            try {
                told.get(millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                // who waits looks for himself
            }
        }

        /** @param what it was, in a sentence: {@code disk vdb} */
        void giveUp(String what) {
            givenUp.put(part, what);
        }

        @Override
        public void close() {
            awaited.remove(part, told);
        }
    }

    Wait expect(String guest, String alias) {
        return new Wait(new Part(guest, alias));
    }

    @Override
    public void removal(String id, String alias, boolean gone) {
        Part part = new Part(id, alias);
        CompletableFuture<Boolean> waiting = awaited.get(part);
        if (waiting != null) {
            waiting.complete(gone);
            return;
        }
        String what = gone ? givenUp.remove(part) : null;
        if (what != null) {
            news.accept(new Note(clock.millis(), id, "warning",
                    "The guest let go of its " + what
                            + " only now, after it was said that it would not: take it out once more, or plug it in again."));
        }
    }

    @Override
    public void lifecycle(String id, String name, int event, int detail) {
        if (event == STOPPED) {
            givenUp.keySet().removeIf(part -> part.guest().equals(id));
        }
        next.lifecycle(id, name, event, detail);
    }

    @Override
    public void agent(String id, boolean connected) {
        next.agent(id, connected);
    }

    @Override
    public void viewer(String id, int phase) {
        next.viewer(id, phase);
    }

    @Override
    public void rebooted(String id) {
        next.rebooted(id);
    }
}
