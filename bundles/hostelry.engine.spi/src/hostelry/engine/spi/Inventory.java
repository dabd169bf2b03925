package hostelry.engine.spi;

import hostelry.model.Entity;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The estate: an indexed copy in memory over a durable store. Objects that come out are shared and frozen by agreement: change one through {@link #change}
 * alone, which edits a copy and puts it in the old one's place.
 *
 * <pre>{@code
 * inventory.change(draft -> {
 *     Vm vm = draft.edit(Vm.class, id);
 *     vm.setStatus(VmStatus.UP);
 *     return vm;
 * });
 * }</pre>
 *
 * <p>Features that the model marks {@code observed} live in memory alone; a change to nothing else costs no transaction.
 */
public interface Inventory extends View {
    /** All of a noun, in no order; a snapshot that does not change any more. */
    @Override
    <T extends Entity> Collection<T> all(Class<T> noun);

    /** The noun that has this name, for nouns whose names are unique. */
    <T extends Entity> Optional<T> named(Class<T> noun, String name);

    /**
     * Changes the estate, all or nothing: one writer at a time, durable when it returns, then published. An exception leaves everything as it was. Must not
     * block on hosts or people, and must do nothing but edit the draft: it is called again where the database fails under a change whose outcome the draft showed.
     * The draft shows all that was changed before, also what is still being written; if that comes to nothing, so does this.
     */
    <R> R change(Function<Draft, R> work);

    /** Publishes every change from now on, in order, on one thread of the inventory's. The snapshot given first belongs to {@code number}. */
    AutoCloseable follow(Consumer<Published> sink);

    /** Journal entries of acts that were begun and not ended: what a crash left. */
    List<JournalEntry> unfinished();

    /** The estate while it is being changed. */
    interface Draft extends View {
        /** A copy to be changed; the same one on each call. Throws {@code NoSuchElementException} where it is gone. */
        <T extends Entity> T edit(Class<T> noun, String id);

        /** Adds a new noun; gives it an id (a UUID) where it has none. */
        <T extends Entity> T add(T noun);

        <T extends Entity> void remove(Class<T> noun, String id);

        /** Writes down that an act has begun, or how far it is (same id: replaced). */
        void journal(JournalEntry entry);

        /** The act is over: its entry goes. */
        void journalEnd(String jobId);
    }

    /** {@code snapshot}: the first one, with all that is there. */
    record Published(long number, boolean snapshot, List<Item> items) {}

    /** {@code before} is null for what is new, {@code after} for what is gone. */
    record Item(String noun, String id, @Nullable Entity before, @Nullable Entity after) {}
}
