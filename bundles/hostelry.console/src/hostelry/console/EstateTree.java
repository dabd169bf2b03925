package hostelry.console;

import hostelry.console.EstateNodes.Folds;
import hostelry.console.EstateNodes.Node;
import hostelry.console.kit.Target;
import hostelry.console.kit.VerbBar;
import hostelry.model.Entity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.jspecify.annotations.Nullable;

/** The tree of the estate: data centers, clusters, and below them the shelves that the rooms brought. */
final class EstateTree {
    private static final String NODE = "node";
    private static final String UNFOLDED = "tree.unfolded";

    private final ShellDesk desk;
    private final Tree tree;
    private final Map<String, TreeItem> items = new HashMap<>();
    private final Set<String> folded = new HashSet<>();
    private final Set<String> unfolded;
    private boolean gathering;
    private boolean again;

    EstateTree(Composite parent, ShellDesk desk) {
        this.desk = desk;
        this.tree = new Tree(parent, SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
        this.unfolded = new HashSet<>(Arrays.asList(desk.memory().get(UNFOLDED, "").split("\n")));
        tree.setData(VerbBar.KEY, "estate");
        tree.addListener(SWT.Selection, event -> {
            if (event.item != null) {
                desk.navigator().go(target(event.item));
            }
        });
        tree.addListener(SWT.DefaultSelection, this::open);
        tree.addListener(SWT.Expand, event -> fold(event, false));
        tree.addListener(SWT.Collapse, event -> fold(event, true));
        tree.addListener(SWT.KeyDown, this::key);
        menu();
        desk.estate().listen(tree, update -> update());
        desk.navigator().listen(tree, this::reveal);
        reveal(desk.navigator().current());
    }

    void setFocus() {
        tree.setFocus();
    }

    private static Target target(org.eclipse.swt.widgets.Widget item) {
        return (Target) item.getData();
    }

    // -- what it shows

    private void update() {
        if (gathering) {
            again = true;
            return;
        }
        gathering = true;
        Set<String> open = Set.copyOf(unfolded);
        Set<String> closed = Set.copyOf(folded);
        Thread.ofVirtual().name("tree").start(() -> {
            List<Node> roots = new EstateNodes(desk).roots(new Folds(open, closed));
            if (!tree.isDisposed()) {
                tree.getDisplay().asyncExec(() -> take(roots));
            }
        });
    }

    private void take(List<Node> roots) {
        gathering = false;
        if (tree.isDisposed()) {
            return;
        }
        sync(null, roots);
        reveal(desk.navigator().current());
        if (again) {
            again = false;
            update();
        }
    }

    private boolean open(Target target) {
        return new Folds(unfolded, folded).isOpen(target);
    }

    // -- how it gets there

    private void sync(@Nullable TreeItem parent, List<Node> nodes) {
        TreeItem[] now = parent == null ? tree.getItems() : parent.getItems();
        Set<Target> wanted = nodes.stream().map(Node::target).collect(Collectors.toSet());
        List<TreeItem> kept = new ArrayList<>();
        for (TreeItem item : now) {
            if (wanted.contains(target(item))) {
                kept.add(item);
            } else {
                forget(item);
            }
        }
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            TreeItem item = i < kept.size() ? kept.get(i) : null;
            if (item == null || !target(item).equals(node.target())) {
                // moved, as after a new name: made anew at its place
                TreeItem elsewhere = kept.stream().filter(other -> target(other).equals(node.target())).findFirst().orElse(null);
                if (elsewhere != null) {
                    kept.remove(elsewhere);
                    forget(elsewhere);
                }
                item = parent == null ? new TreeItem(tree, SWT.NONE, i) : new TreeItem(parent, SWT.NONE, i);
                item.setData(node.target());
                items.put(node.target().key(), item);
                kept.add(i, item);
            }
            fill(item, node);
        }
    }

    private void fill(TreeItem item, Node node) {
        item.setData(NODE, node);
        if (!node.label().equals(item.getText())) {
            item.setText(node.label());
        }
        Image image = desk.look().icons().of(node.icon(), node.badge());
        if (image != item.getImage()) {
            item.setImage(image);
        }
        sync(item, node.children());
        if (node.inner() && !node.children().isEmpty()) {
            boolean open = open(node.target());
            if (item.getExpanded() != open) {
                item.setExpanded(open);
            }
        }
    }

    private void forget(TreeItem item) {
        for (TreeItem child : item.getItems()) {
            forget(child);
        }
        items.remove(target(item).key());
        item.dispose();
    }

    private void fold(Event event, boolean closed) {
        String key = target(event.item).key();
        (closed ? folded : unfolded).add(key);
        (closed ? unfolded : folded).remove(key);
        desk.memory().put(UNFOLDED, String.join("\n", unfolded));
        tree.getDisplay().asyncExec(() -> {
            if (!tree.isDisposed()) {
                update();
            }
        });
    }

    /** Selects where the window is, if the tree shows it. */
    private void reveal(Target target) {
        TreeItem item = items.get(target.key());
        TreeItem[] selected = tree.getSelection();
        if (item == null || item.isDisposed()) {
            return;
        }
        if (selected.length != 1 || selected[0] != item) {
            tree.setSelection(item);
        }
    }

    // -- what is done in it

    private void open(Event event) {
        TreeItem item = (TreeItem) event.item;
        if (item == null) {
            return;
        }
        if (item.getItemCount() > 0) {
            item.setExpanded(!item.getExpanded());
            Event folding = new Event();
            folding.item = item;
            fold(folding, !item.getExpanded());
        } else {
            desk.navigator().go(target(item));
            desk.perform("key:Enter");
        }
    }

    private void key(Event event) {
        String key = event.keyCode == SWT.DEL ? "Del" : event.keyCode == SWT.F2 ? "F2" : "";
        if (!key.isEmpty()) {
            verbs().runKey(key);
        }
    }

    /** Those of the branch or leaf that is selected; otherwise those of where the window is. */
    private CurrentVerbs verbs() {
        TreeItem[] selected = tree.getSelection();
        if (selected.length == 1 && selected[0].getData(NODE) instanceof Node node && node.noun() != Entity.class) {
            Entity subject = node.subject();
            return new CurrentVerbs(desk, node.noun(), subject == null ? List.of() : List.of(subject));
        }
        return new CurrentVerbs(desk);
    }

    private void menu() {
        Menu menu = new Menu(tree);
        menu.addListener(SWT.Show, event -> verbs().fill(menu));
        tree.setMenu(menu);
    }
}
