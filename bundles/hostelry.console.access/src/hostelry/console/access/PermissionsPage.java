package hostelry.console.access;

import hostelry.api.Permissions;
import hostelry.api.Refusal;
import hostelry.client.EngineConnection;
import hostelry.console.kit.Desk;
import hostelry.console.kit.EmptyPlace;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.dialog.ConfirmDialog;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.page.Page;
import hostelry.console.kit.table.Column;
import hostelry.console.kit.table.VirtualTable;
import hostelry.console.kit.words.Words;
import hostelry.model.Entity;
import hostelry.model.Group;
import hostelry.model.Permission;
import hostelry.model.Role;
import hostelry.model.User;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.jspecify.annotations.Nullable;

/** The permissions on an object, or those of a user or group: own ones and inherited ones, with where these come from. */
final class PermissionsPage<T extends Entity> implements Page<T> {
    /** Which side the page's subject is on. */
    enum Side {
        ON, OF
    }

    private final Desk desk;
    private final Side side;
    private final AccessColumns names;
    private final Composite body;
    private final VirtualTable<Permissions.Granted> table;
    private final ToolItem remove;
    private volatile @Nullable T subject;

    PermissionsPage(Composite parent, Desk desk, Side side) {
        this.desk = desk;
        this.side = side;
        this.names = new AccessColumns(desk);
        body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
        ToolBar bar = new ToolBar(body, SWT.FLAT | SWT.RIGHT);
        GridDataFactory.fillDefaults().indent(8, 2).applyTo(bar);
        item(bar, "Add", Icon.NEW, "permissions.add", this::add);
        remove = item(bar, "Remove", Icon.DELETE, "permissions.remove", this::remove);
        table = new VirtualTable<>(body, desk.look(), desk.memory(),
                new VirtualTable.Spec<>(side == Side.ON ? "permissions.on" : "permissions.of", granted -> granted.permission().getId(),
                        this::rows, columns(), "", place -> EmptyPlace.make(place, desk.look(), Icon.PERMISSION,
                                side == Side.ON
                                        ? "Nobody has been given a role here or above, as far as you may see."
                                        : "No role has been given yet.")),
                SWT.MULTI);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table.control());
        table.onSelect(this::enable);
        table.onShown(this::enable);
        table.onKey(key -> {
            if (key.equals("Del") && remove.isEnabled()) {
                remove();
            }
            return key.equals("Del");
        });
        desk.estate().listen(body, update -> {
            if (update.touches(Permission.class) || update.touches(Role.class) || update.touches(User.class)
                    || update.touches(Group.class)) {
                table.refresh();
            }
        });
    }

    private ToolItem item(ToolBar bar, String text, Icon icon, String key, Runnable action) {
        ToolItem item = new ToolItem(bar, SWT.PUSH);
        item.setText(text);
        item.setImage(desk.look().icons().of(icon));
        item.setData(VerbBar.KEY, key);
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }

    private List<Column<Permissions.Granted>> columns() {
        return List.of(
                Column.<Permissions.Granted>text("who", "Who", 200, Permissions.Granted::who).with(
                        granted -> desk.look().icons().of(granted.permission().getGroup() == null ? Icon.USER : Icon.GROUP)),
                Column.<Permissions.Granted>text("role", "Role", 180, Permissions.Granted::role)
                        .with(granted -> desk.look().icons().of(Icon.ROLE)),
                Column.<Permissions.Granted>text("inherited", side == Side.ON ? "Given" : "On", 260, this::where)
                        .with(granted -> granted.inherited() ? desk.look().icons().of(Icon.STATUS_LOCKED) : null)
                        .tipped(granted -> granted.inherited() ? "It can be removed where it was given: " + granted.where() + "." : ""));
    }

    private String where(Permissions.Granted granted) {
        if (side == Side.OF) {
            return granted.inherited()
                    ? names.where(granted.permission()) + ", through " + granted.who()
                    : names.where(granted.permission());
        }
        return granted.inherited() ? "Inherited from " + names.where(granted.permission()) : "Here";
    }

    /** Off the UI thread: asks the engine. */
    private List<Permissions.Granted> rows() {
        T now = subject;
        EngineConnection engine = desk.estate().connection().orElse(null);
        if (now == null || engine == null) {
            return List.of();
        }
        try {
            Permissions permissions = engine.service(Permissions.class);
            return side == Side.ON
                    ? permissions.on(engine.caller(), now.eClass().getName(), now.getId())
                    : permissions.of(engine.caller(), now.getId());
        } catch (Refusal e) {
            // gone meanwhile, or not to be seen: the place says that nothing can be seen
            return List.of();
        }
    }

    private void enable() {
        List<Permissions.Granted> selected = table.selection();
        boolean own = !selected.isEmpty() && selected.stream().noneMatch(Permissions.Granted::inherited);
        remove.setEnabled(own);
        remove.setToolTipText(own
                ? "Remove (Del)"
                : selected.isEmpty()
                        ? "Nothing is selected."
                        : "What is inherited is removed where it was given: " + selected.stream().filter(Permissions.Granted::inherited)
                                .findFirst().map(Permissions.Granted::where).orElse("") + ".");
    }

    private void add() {
        T now = subject;
        if (now != null) {
            new GrantDialog(desk, side == Side.ON ? now : null, side == Side.OF ? now : null).open();
        }
    }

    private void remove() {
        List<Permissions.Granted> selected = table.selection();
        boolean sure = new ConfirmDialog(desk.shell(), desk.look(),
                new ConfirmDialog.Question("Remove permissions",
                        "This takes " + Words.count(selected.size(), "role", "roles") + " away; it counts at once:",
                        selected.stream().map(one -> one.who() + ": " + one.role() + " on " + one.where()).toList(), "Remove", true))
                .ask();
        if (sure) {
            selected.forEach(one -> desk.acts().ask("Remove " + one.role() + " of " + one.who(),
                    engine -> engine.service(Permissions.class).revoke(engine.caller(), one.permission().getId())));
        }
    }

    @Override
    public Control control() {
        return body;
    }

    @Override
    public void show(T now) {
        T before = subject;
        subject = now;
        if (before == null || !before.getId().equals(now.getId())) {
            table.refresh();
        }
    }
}
