package hostelry.console.access;

import hostelry.api.Users;
import hostelry.console.kit.Desk;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.dialog.FormDialog;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.words.Words;
import hostelry.model.Group;
import hostelry.model.User;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** Who is in a group. */
final class MembersDialog extends FormDialog {
    private static final int HEIGHT = 220;
    private static final int MOST = 500;

    private final Desk desk;
    private final Group group;
    private final List<User> users;
    private final Set<String> before;
    private final Set<String> members;
    private @Nullable Text filter;
    private @Nullable Table table;

    MembersDialog(Desk desk, Group group) {
        super(desk.shell(), desk.look(), Icon.GROUP, "Members of " + group.getName(), "Save");
        this.desk = desk;
        this.group = group;
        this.users = desk.estate().all(User.class).stream().sorted(Comparator.comparing(AccessColumns::login, Words.NATURAL)).toList();
        this.before = users.stream().filter(user -> user.getGroups().contains(group.getId())).map(User::getId).collect(Collectors.toSet());
        this.members = new HashSet<>(before);
    }

    @Override
    protected void fields() {
        Text find = text("members.filter", "Find", "", "");
        Table boxes = new Table(room("Check those that are in it", HEIGHT), SWT.CHECK | SWT.BORDER | SWT.V_SCROLL);
        boxes.setData(VerbBar.KEY, "members.users");
        boxes.addListener(SWT.Selection, event -> {
            if (event.detail == SWT.CHECK) {
                TableItem item = (TableItem) event.item;
                String id = ((User) item.getData()).getId();
                if (item.getChecked()) {
                    members.add(id);
                } else {
                    members.remove(id);
                }
                changed();
            }
        });
        filter = find;
        table = boxes;
        find.addListener(SWT.Modify, event -> fill());
        fill();
    }

    private void fill() {
        Table boxes = Objects.requireNonNull(table);
        String words = Objects.requireNonNull(filter).getText().strip().toLowerCase(Locale.ROOT);
        boxes.removeAll();
        users.stream().filter(user -> AccessColumns.login(user).toLowerCase(Locale.ROOT).contains(words)).limit(MOST).forEach(user -> {
            TableItem item = new TableItem(boxes, SWT.NONE);
            item.setText(AccessColumns.login(user));
            item.setImage(desk.look().icons().of(Icon.USER));
            item.setData(user);
            item.setChecked(members.contains(user.getId()));
        });
    }

    @Override
    protected List<String> problems() {
        return List.of();
    }

    @Override
    protected String hint() {
        return Words.count(members.size(), "member", "members") + ".";
    }

    @Override
    protected void finish() {
        for (User user : users) {
            boolean now = members.contains(user.getId());
            if (now != before.contains(user.getId())) {
                desk.acts().ask((now ? "Add " : "Take out ") + AccessColumns.login(user) + ": " + group.getName(),
                        engine -> now
                                ? engine.service(Users.class).join(engine.caller(), group.getId(), user.getId())
                                : engine.service(Users.class).leave(engine.caller(), group.getId(), user.getId()));
            }
        }
        done();
    }
}
