package hostelry.console.access;

import hostelry.api.Permissions;
import hostelry.api.Problem;
import hostelry.console.kit.Desk;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.dialog.FormDialog;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.look.StatusWord;
import hostelry.console.kit.words.Words;
import hostelry.model.Entity;
import hostelry.model.Group;
import hostelry.model.HostelryFactory;
import hostelry.model.Permission;
import hostelry.model.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** Gives a role to a user or group, on an object or on the whole system. */
final class GrantDialog extends FormDialog {
    private static final int HEIGHT = 160;
    /** Who is looked for among more than these is found by the filter. */
    private static final int MOST = 500;

    private final Desk desk;
    private final @Nullable Entity object;
    private final @Nullable Entity who;
    private final List<Entity> everybody;
    private final List<Role> roles;
    private @Nullable Text filter;
    private @Nullable Table people;
    private @Nullable Combo role;
    private @Nullable Entity chosen;

    /**
     * @param object null: the system
     * @param who null: is asked for
     */
    GrantDialog(Desk desk, @Nullable Entity object, @Nullable Entity who) {
        super(desk.shell(), desk.look(), Icon.PERMISSION, "Add a permission", "Add");
        this.desk = desk;
        this.object = object;
        this.who = who;
        this.chosen = who;
        this.everybody = new AccessColumns(desk).everybody();
        this.roles = desk.estate().all(Role.class).stream().sorted(Comparator.comparing(Entity::getName, Words.NATURAL)).toList();
    }

    @Override
    protected void fields() {
        words((who == null ? "Gives a role" : "Gives " + AccessColumns.name(who) + " a role") + " on "
                + (object == null ? "the whole system" : object.getName()) + " and all below it.");
        if (who == null) {
            filter = text("grant.filter", "Find", "", "");
            Table table = new Table(room("Users and groups", HEIGHT), SWT.SINGLE | SWT.BORDER | SWT.V_SCROLL | SWT.FULL_SELECTION);
            table.setData(VerbBar.KEY, "grant.who");
            table.addListener(SWT.Selection, event -> {
                chosen = (Entity) event.item.getData();
                changed();
            });
            people = table;
            filter.addListener(SWT.Modify, event -> fill());
            fill();
        }
        role = combo("grant.role", "Role", roles.stream().map(GrantDialog::line).toList(), -1);
    }

    private static String line(Role role) {
        return role.getName() + (Words.orEmpty(role.getDescription()).isEmpty() ? "" : " — " + role.getDescription());
    }

    private void fill() {
        Table table = Objects.requireNonNull(people);
        String words = Objects.requireNonNull(filter).getText().strip().toLowerCase(Locale.ROOT);
        table.removeAll();
        everybody.stream().filter(entity -> AccessColumns.name(entity).toLowerCase(Locale.ROOT).contains(words)).limit(MOST)
                .forEach(entity -> {
                    TableItem item = new TableItem(table, SWT.NONE);
                    item.setText(AccessColumns.name(entity));
                    item.setImage(desk.look().icons().of(StatusWord.icon(entity)));
                    item.setData(entity);
                    if (entity == chosen) {
                        table.setSelection(item);
                    }
                });
        if (table.getSelectionCount() == 0) {
            chosen = null;
        }
    }

    @Override
    protected List<String> problems() {
        if (chosen == null) {
            return List.of("Choose who gets it.");
        }
        return Objects.requireNonNull(role).getSelectionIndex() < 0 ? List.of("Choose a role.") : List.of();
    }

    @Override
    protected void finish() {
        Entity getter = Objects.requireNonNull(chosen);
        Role given = roles.get(Objects.requireNonNull(role).getSelectionIndex());
        Permission permission = HostelryFactory.eINSTANCE.createPermission();
        permission.setRole(given.getId());
        if (getter instanceof Group) {
            permission.setGroup(getter.getId());
        } else {
            permission.setUser(getter.getId());
        }
        Entity on = object;
        if (on != null) {
            permission.setNoun(on.eClass().getName());
            permission.setObject(on.getId());
        }
        desk.acts().ask("Give " + AccessColumns.name(getter) + " the role " + given.getName(),
                engine -> engine.service(Permissions.class).grant(engine.caller(), permission), made -> done(),
                problems -> refuse(problems.stream().map(Problem::sentence).toList()));
    }
}
