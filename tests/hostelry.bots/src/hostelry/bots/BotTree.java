package hostelry.bots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.jspecify.annotations.Nullable;

/** A tree; nodes are told by how their text begins. */
public class BotTree {
    private final Bot bot;
    private final String key;
    private final Tree found;

    BotTree(Bot bot, String key, Tree found) {
        this.bot = bot;
        this.key = key;
        this.found = found;
    }

    /** The tree as it is now; only in the UI thread. */
    private Tree tree() {
        return bot.again(Tree.class, key, found);
    }

    protected final Bot bot() {
        return bot;
    }

    /** Unfolds the path and clicks its last node. */
    public void select(String... path) {
        for (int depth = 1; depth < path.length; depth++) {
            unfold(Arrays.copyOf(path, depth));
        }
        withNode(item -> {
            tree().setFocus();
            tree().setSelection(item);
            Bot.notify(tree(), SWT.Selection, item);
        }, path);
    }

    /** Waits until a column of a node says that. */
    public void waitFor(String column, String text, String... path) {
        bot.waitUntil(Arrays.toString(path) + ": " + column + " is “" + text + "”", () -> {
            TreeItem item = find(path);
            int index = Arrays.stream(tree().getColumns()).map(TreeColumn::getText).toList().indexOf(column);
            return item != null && index >= 0 && text.equals(item.getText(index));
        });
    }

    /** Waits for a node, and does that with it in the same breath. */
    private void withNode(Consumer<TreeItem> action, String... path) {
        bot.waitUntil("a node " + Arrays.toString(path), () -> {
            TreeItem item = find(path);
            if (item != null) {
                action.accept(item);
            }
            return item != null;
        });
    }

    private void unfold(String... path) {
        withNode(item -> {
            if (!item.getExpanded()) {
                item.setExpanded(true);
                Bot.notify(tree(), SWT.Expand, item);
            }
        }, path);
    }

    public boolean contains(String... path) {
        return bot.ui(() -> find(path) != null);
    }

    /** Texts of the nodes below a path. */
    public List<String> below(String... path) {
        return bot.ui(() -> {
            List<String> texts = new ArrayList<>();
            TreeItem item = find(path);
            for (TreeItem child : item == null ? new TreeItem[0] : item.getItems()) {
                texts.add(child.getText());
            }
            return texts;
        });
    }

    public void contextMenu(String... path) {
        bot.contextMenu(bot.ui(this::tree), path);
    }

    /** Checks or unchecks a node, as a click on its box does. */
    public void check(boolean on, String... path) {
        withNode(item -> {
            item.setChecked(on);
            Event event = new Event();
            event.item = item;
            event.detail = SWT.CHECK;
            tree().notifyListeners(SWT.Selection, event);
        }, path);
    }

    private @Nullable TreeItem find(String... path) {
        TreeItem[] items = tree().getItems();
        TreeItem found = null;
        for (String start : path) {
            found = Arrays.stream(items).filter(item -> item.getText().equals(start) || item.getText().startsWith(start + " (")).findFirst()
                    .orElse(null);
            if (found == null) {
                return null;
            }
            items = found.getItems();
        }
        return found;
    }
}
