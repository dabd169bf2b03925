package hostelry.console.access;

import hostelry.api.Act;
import hostelry.api.Patch;
import hostelry.api.Permissions;
import hostelry.api.Problem;
import hostelry.client.EngineConnection;
import hostelry.console.kit.Desk;
import hostelry.console.kit.dialog.FormDialog;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.words.Words;
import hostelry.model.HostelryFactory;
import hostelry.model.Role;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** The role editor: a name, whom the role is for, and the permits as a tree with boxes. */
final class RoleDialog extends FormDialog {
    private static final int HEIGHT = 280;

    /** What the editor is opened for. */
    enum Purpose {
        NEW, EDIT, COPY
    }

    private final Desk desk;
    private final @Nullable Role source;
    private final Purpose purpose;
    private @Nullable Text name;
    private @Nullable Text description;
    private @Nullable Combo kind;
    private @Nullable PermitTree permits;

    RoleDialog(Desk desk, @Nullable Role source, Purpose purpose) {
        super(desk.shell(), desk.look(), Icon.ROLE, title(source, purpose), purpose == Purpose.EDIT ? "Save" : "Create");
        this.desk = desk;
        this.source = source;
        this.purpose = purpose;
    }

    private static String title(@Nullable Role source, Purpose purpose) {
        return source == null || purpose == Purpose.NEW ? "New role" : (purpose == Purpose.EDIT ? "Edit " : "Copy ") + source.getName();
    }

    @Override
    protected void fields() {
        Role from = source;
        name = text("role.name", "Name", from == null ? "" : purpose == Purpose.COPY ? free(from.getName()) : from.getName(), "");
        description = text("role.description", "Description", from == null ? "" : Words.orEmpty(from.getDescription()), "");
        Combo account = combo("role.kind", "Account type", List.of("User", "Administrator"),
                from != null && from.isAdministrative() ? 1 : 0);
        PermitTree tree = new PermitTree(room("Check boxes to allow actions", HEIGHT), desk, true, this::changed);
        tree.check(from == null ? Set.of() : Set.copyOf(from.getPermits()), from != null && from.isAdministrative());
        // oVirt's clients see the type of a role as fixed once it is made
        account.setEnabled(purpose != Purpose.EDIT);
        account.addListener(SWT.Selection, event -> tree.administrative(account.getSelectionIndex() == 1));
        kind = account;
        permits = tree;
    }

    private String free(String taken) {
        String wanted = "Copy of " + taken;
        int number = 2;
        while (isTaken(wanted)) {
            wanted = "Copy " + number++ + " of " + taken;
        }
        return wanted;
    }

    private boolean isTaken(String typed) {
        return desk.estate().all(Role.class).stream().anyMatch(role -> typed.equals(role.getName())
                && (purpose != Purpose.EDIT || !role.getId().equals(Objects.requireNonNull(source).getId())));
    }

    private static String value(@Nullable Text text) {
        return Objects.requireNonNull(text).getText().strip();
    }

    @Override
    protected List<String> problems() {
        String typed = value(name);
        if (typed.isEmpty()) {
            return List.of("Give it a name.");
        }
        if (isTaken(typed)) {
            return List.of("There is already a role named " + typed + ".");
        }
        return Objects.requireNonNull(permits).checked().isEmpty() ? List.of("Check what it permits.") : List.of();
    }

    @Override
    protected String hint() {
        return Words.count(Objects.requireNonNull(permits).checked().size(), "permit", "permits") + ".";
    }

    @Override
    protected void finish() {
        Role role = HostelryFactory.eINSTANCE.createRole();
        role.setName(value(name));
        role.setDescription(value(description));
        role.setAdministrative(Objects.requireNonNull(kind).getSelectionIndex() == 1);
        role.setMutable(true);
        role.getPermits().addAll(Objects.requireNonNull(permits).checked().stream().sorted().toList());
        desk.acts().ask((purpose == Purpose.EDIT ? "Edit role " : "Create role ") + role.getName(), engine -> ask(engine, role), made -> {
            done();
            desk.reveal(made);
        }, problems -> refuse(problems.stream().map(Problem::sentence).toList()));
    }

    private Act<Role> ask(EngineConnection engine, Role role) {
        Permissions permissions = engine.service(Permissions.class);
        return purpose == Purpose.EDIT
                ? permissions.updateRole(engine.caller(), Objects.requireNonNull(source).getId(),
                        new Patch<>(role, Set.of("name", "description", "permits")))
                : permissions.addRole(engine.caller(), role);
    }
}
