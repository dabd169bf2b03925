package hostelry.console.host.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that somebody who sets up networks has in front of them: the facts, the sheet with its history, what is selected, and what did not go last. For one thread. */
public final class Board {
    private final History history;
    private final List<Runnable> listeners = new ArrayList<>();
    private Facts facts;
    private @Nullable Pick selected;
    private @Nullable Refused refused;

    /** What did not go, and where it was dropped. */
    public record Refused(Pick where, String why) {}

    public Board(Facts facts) {
        this.facts = facts;
        this.history = new History(facts.before());
    }

    /** Calls after each change. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    public Facts facts() {
        return facts;
    }

    public Sheet sheet() {
        return history.now();
    }

    public Moves moves() {
        return new Moves(facts);
    }

    public List<WillHappen.Line> lines() {
        return new WillHappen(facts, sheet()).lines();
    }

    public Optional<Pick> selected() {
        return Optional.ofNullable(selected);
    }

    public Optional<Refused> refused() {
        return Optional.ofNullable(refused);
    }

    /** The host tells something new; what somebody has done here already stays. */
    public void facts(Facts now) {
        if (now.equals(facts)) {
            return;
        }
        boolean untouched = sheet().equals(facts.before());
        facts = now;
        if (untouched && !sheet().equals(now.before())) {
            history.restart(now.before());
        }
        tell();
    }

    public void select(@Nullable Pick pick) {
        refused = null;
        selected = pick;
        tell();
    }

    /** Takes a step, or says at that place why it does not go. */
    public void act(Step step, Pick where) {
        refused = step.goes() ? null : new Refused(where, step.why());
        history.go(step);
        tell();
    }

    /** As {@link #act}, for what is dragged, which is what is selected then. */
    public void drop(Pick what, Pick onto) {
        selected = what;
        Step step = moves().drag(sheet(), what, onto);
        Sheet before = sheet();
        act(step, onto);
        // who makes a bond chooses its mode next
        if (what.kind() == Pick.Kind.CARD && !sheet().equals(before)) {
            sheet().bondOf(what.id()).ifPresent(bond -> select(Pick.bond(bond)));
        }
    }

    /** A step that is typed; those of one field go back at once. */
    public void type(Step step, String field) {
        refused = null;
        if (history.type(step, field)) {
            tell();
        }
    }

    public boolean canUndo() {
        return history.canUndo();
    }

    public boolean canRedo() {
        return history.canRedo();
    }

    public void undo() {
        turned(history.undo());
    }

    public void redo() {
        turned(history.redo());
    }

    private void turned(boolean turned) {
        if (turned) {
            refused = null;
            tell();
        }
    }

    private void tell() {
        Pick pick = selected;
        // a bond that is broken can't be selected any more
        if (pick != null && pick.kind() == Pick.Kind.BOND
                && facts.devices(sheet()).stream().noneMatch(one -> one.name().equals(pick.id()))) {
            selected = null;
        }
        listeners.forEach(Runnable::run);
    }
}
