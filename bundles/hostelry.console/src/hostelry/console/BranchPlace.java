package hostelry.console;

import hostelry.client.mirror.Mirror;
import hostelry.console.kit.Branch;
import hostelry.console.kit.EmptyPlace;
import hostelry.console.kit.Verb;
import hostelry.model.Entity;
import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** What a branch of the tree is for, and the first step. */
final class BranchPlace implements Place {
    private final Branch branch;
    private final Control body;

    BranchPlace(Composite parent, ShellDesk desk, Branch branch) {
        this.branch = branch;
        Verb<?> first = desk.furniture().verb(branch.about().verb()).orElse(null);
        body = first == null
                ? EmptyPlace.make(parent, desk.look(), branch.icon(), branch.about().text())
                : EmptyPlace.make(parent, desk.look(), branch.icon(), branch.about().text(), first.label(), "branch." + first.id(),
                        () -> new CurrentVerbs(desk).run(first.id()));
    }

    @Override
    public Control control() {
        return body;
    }

    @Override
    public void update(Mirror.Update update) {
        // says the same always
    }

    @Override
    public List<Entity> selection() {
        return List.of();
    }

    @Override
    public Class<? extends Entity> noun() {
        return branch.noun();
    }
}
