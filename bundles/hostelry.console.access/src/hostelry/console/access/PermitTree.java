package hostelry.console.access;

import hostelry.api.Permissions;
import hostelry.api.Refusal;
import hostelry.console.kit.Desk;
import hostelry.console.kit.VerbBar;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/**
 * The catalogue of permits as a tree with boxes, groups above, as in the role editor of the seed of 2011. The catalogue comes from the engine in the background;
 * what is to be checked may be said before it is there.
 */
final class PermitTree {
    private final Desk desk;
    private final Tree tree;
    private final boolean editable;
    private final Runnable changed;
    private final Set<String> checked = new HashSet<>();
    private List<Permissions.PermitGroup> groups = List.of();
    private boolean administrative = true;

    PermitTree(Composite parent, Desk desk, boolean editable, Runnable changed) {
        this.desk = desk;
        this.editable = editable;
        this.changed = changed;
        tree = new Tree(parent, SWT.CHECK | SWT.V_SCROLL | (editable ? SWT.BORDER : SWT.NONE));
        tree.setData(VerbBar.KEY, "permits");
        tree.addListener(SWT.Selection, this::clicked);
        ask();
    }

    private void ask() {
        desk.estate().connection().ifPresent(engine -> Thread.ofVirtual().name("permits").start(() -> {
            try {
                List<Permissions.PermitGroup> permits = engine.service(Permissions.class).permits();
                desk.estate().later(() -> take(permits));
            } catch (Refusal e) {
                desk.estate().later(() -> say(e.getMessage()));
            }
        }));
    }

    private void say(String text) {
        if (!tree.isDisposed()) {
            new TreeItem(tree, SWT.NONE).setText(text);
        }
    }

    private void take(List<Permissions.PermitGroup> permits) {
        if (tree.isDisposed()) {
            return;
        }
        groups = permits;
        for (Permissions.PermitGroup group : groups) {
            TreeItem above = new TreeItem(tree, SWT.NONE);
            above.setText(group.label());
            for (Permissions.Permit permit : group.permits()) {
                TreeItem item = new TreeItem(above, SWT.NONE);
                item.setText(permit.administrative() ? permit.label() + "  (administrators only)" : permit.label());
                item.setData(permit);
            }
        }
        draw();
        for (TreeItem above : tree.getItems()) {
            above.setExpanded(editable || above.getChecked());
        }
    }

    /** @param administrators may the role have permits that are for administrators only? */
    void check(Set<String> permits, boolean administrators) {
        administrative = administrators;
        if (!checked.equals(permits)) {
            checked.clear();
            checked.addAll(permits);
        }
        draw();
    }

    /** A role for users loses what only administrators may have. */
    void administrative(boolean administrators) {
        administrative = administrators;
        if (!administrators) {
            groups.stream().flatMap(group -> group.permits().stream()).filter(Permissions.Permit::administrative)
                    .forEach(permit -> checked.remove(permit.name()));
        }
        draw();
    }

    Set<String> checked() {
        return Set.copyOf(checked);
    }

    private void draw() {
        for (TreeItem above : tree.getItems()) {
            int on = 0;
            for (TreeItem item : above.getItems()) {
                Permissions.Permit permit = (Permissions.Permit) item.getData();
                boolean now = checked.contains(permit.name());
                item.setChecked(now);
                item.setForeground(permit.administrative() && !administrative
                        ? desk.look().color(hostelry.console.kit.look.Hue.GREY)
                        : null);
                on += now ? 1 : 0;
            }
            above.setChecked(on > 0);
            above.setGrayed(on > 0 && on < above.getItemCount());
        }
    }

    private void clicked(Event event) {
        if (event.detail != SWT.CHECK) {
            return;
        }
        TreeItem item = (TreeItem) event.item;
        if (editable) {
            boolean on = item.getChecked();
            if (item.getData() instanceof Permissions.Permit permit) {
                set(permit, on);
            } else {
                for (TreeItem child : item.getItems()) {
                    set((Permissions.Permit) child.getData(), on);
                }
            }
            changed.run();
        }
        draw();
    }

    private void set(Permissions.Permit permit, boolean on) {
        if (on && (administrative || !permit.administrative())) {
            checked.add(permit.name());
        } else {
            checked.remove(permit.name());
        }
    }
}
