package hostelry.node.api;

import hostelry.node.api.Report.Note;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What happened on a node while nobody listened, in order and bounded. Statistics are not in it: they are worth nothing later. Where it is full, the oldest note goes
 * after which there is a newer one about the same guest; the last word about a guest stays as long as there is any other. What went is told.
 *
 * <p>Not thread-safe; numbers grow with each note, so that one who has delivered some can say up to which.
 */
public final class Untold {
    private final int most;
    private final List<Entry> entries = new ArrayList<>();
    private long last;
    private long dropped;

    private record Entry(long number, Note note) {}

    /** @param most notes that it holds, at least 1 */
    public Untold(int most) {
        this.most = most;
    }

    /** Answers whether another note had to go for it. */
    public boolean add(Note note) {
        entries.add(new Entry(++last, note));
        if (entries.size() <= most) {
            return false;
        }
        entries.remove(leastOfAll());
        dropped++;
        return true;
    }

    private int leastOfAll() {
        Set<String> newer = new HashSet<>();
        int least = 0;
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (!newer.add(entries.get(i).note().guest())) {
                least = i; // the oldest of these, in the end
            }
        }
        return least;
    }

    /** So many are known to be gone, from before the node was started anew. */
    public void dropped(long before) {
        dropped += before;
    }

    public long dropped() {
        return dropped;
    }

    /** All there is, the oldest first; before them a word about what went, where anything did. */
    public List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        if (dropped > 0) {
            long when = entries.isEmpty() ? 0 : entries.getFirst().note().time();
            notes.add(new Note(when, "", "warning", "While no engine listened, more happened than the node keeps: " + dropped
                    + (dropped == 1 ? " older note is" : " older notes are") + " gone. What each guest does now is known."));
        }
        entries.forEach(entry -> notes.add(entry.note()));
        return List.copyOf(notes);
    }

    /** Notes as they are kept, without a word of its own. */
    public List<Note> kept() {
        return entries.stream().map(Entry::note).toList();
    }

    /** Number of the newest note; see {@link #forget}. */
    public long last() {
        return last;
    }

    /** Those up to this number have been told. */
    public void forget(long number) {
        entries.removeIf(entry -> entry.number() <= number);
        dropped = 0;
    }
}
