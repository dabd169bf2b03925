package hostelry.console.host.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/** The sheet that somebody works on, with the way back and forth again. For one thread. */
public final class History {
    private final Deque<Sheet> past = new ArrayDeque<>();
    private final Deque<Sheet> future = new ArrayDeque<>();
    private Sheet now;
    private String typing = "";

    public History(Sheet first) {
        this.now = first;
    }

    public Sheet now() {
        return now;
    }

    /** Takes the step, if it goes and changes something; answers whether it did. */
    public boolean go(Step step) {
        return type(step, "");
    }

    /** The same for what is typed letter by letter: all steps of one field in a row go back at once. @param field empty: it is not typed */
    public boolean type(Step step, String field) {
        if (!step.goes() || Objects.equals(step.sheet(), now)) {
            return false;
        }
        if (field.isEmpty() || !field.equals(typing)) {
            past.push(now);
        }
        typing = field;
        future.clear();
        now = step.sheet();
        return true;
    }

    /** Nothing was touched yet, and the engine has written down something else meanwhile. */
    public void restart(Sheet first) {
        past.clear();
        future.clear();
        typing = "";
        now = first;
    }

    public boolean canUndo() {
        return !past.isEmpty();
    }

    public boolean canRedo() {
        return !future.isEmpty();
    }

    public boolean undo() {
        return turn(past, future);
    }

    public boolean redo() {
        return turn(future, past);
    }

    private boolean turn(Deque<Sheet> from, Deque<Sheet> to) {
        if (from.isEmpty()) {
            return false;
        }
        typing = "";
        to.push(now);
        now = from.pop();
        return true;
    }
}
