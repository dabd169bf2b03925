package hostelry.console.access;

import hostelry.api.Act;
import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Users;
import hostelry.client.EngineConnection;
import hostelry.console.kit.Desk;
import hostelry.console.kit.dialog.FormDialog;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.words.Words;
import hostelry.model.Group;
import hostelry.model.HostelryFactory;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** A new group, or another name for one. */
final class GroupDialog extends FormDialog {
    private final Desk desk;
    private final @Nullable Group old;
    private @Nullable Text name;
    private @Nullable Text description;

    GroupDialog(Desk desk, @Nullable Group old) {
        super(desk.shell(), desk.look(), Icon.GROUP, old == null ? "New group" : "Edit " + old.getName(), old == null ? "Create" : "Save");
        this.desk = desk;
        this.old = old;
    }

    @Override
    protected void fields() {
        Group before = old;
        name = text("group.name", "Name", before == null ? "" : Words.orEmpty(before.getName()), "");
        description = text("group.description", "Description", before == null ? "" : Words.orEmpty(before.getDescription()), "");
    }

    private static String value(@Nullable Text text) {
        return Objects.requireNonNull(text).getText().strip();
    }

    @Override
    protected List<String> problems() {
        return value(name).isEmpty() ? List.of("Give it a name.") : List.of();
    }

    @Override
    protected void finish() {
        Group group = HostelryFactory.eINSTANCE.createGroup();
        group.setName(value(name));
        group.setDescription(value(description));
        desk.acts().ask((old == null ? "Create group " : "Edit group ") + group.getName(), engine -> ask(engine, group), made -> {
            done();
            desk.reveal(made);
        }, problems -> refuse(problems.stream().map(Problem::sentence).toList()));
    }

    private Act<Group> ask(EngineConnection engine, Group group) {
        Group before = old;
        Users users = engine.service(Users.class);
        return before == null
                ? users.addGroup(engine.caller(), group)
                : users.updateGroup(engine.caller(), before.getId(), new Patch<>(group, Set.of("name", "description")));
    }
}
