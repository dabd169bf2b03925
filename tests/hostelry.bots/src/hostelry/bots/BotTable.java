package hostelry.bots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** A table; rows are told by what their Name column says. */
public class BotTable {
    private final Bot bot;
    private final String key;
    private final Table found;

    BotTable(Bot bot, String key, Table found) {
        this.bot = bot;
        this.key = key;
        this.found = found;
    }

    /** The table as it is now; only in the UI thread. */
    private Table table() {
        return bot.again(Table.class, key, found);
    }

    protected final Bot bot() {
        return bot;
    }

    public int rowCount() {
        return bot.ui(() -> table().getItemCount());
    }

    /** What a column says in the row of that name; empty where there is no such row. */
    public String cell(String name, String column) {
        return bot.ui(() -> {
            int row = row(name);
            return row < 0 ? "" : table().getItem(row).getText(column(column));
        });
    }

    /** All texts of a column, from above. */
    public List<String> column(String title, int most) {
        return bot.ui(() -> {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < Math.min(most, table().getItemCount()); i++) {
                texts.add(table().getItem(i).getText(column(title)));
            }
            return texts;
        });
    }

    public boolean contains(String name) {
        return bot.ui(() -> row(name) >= 0);
    }

    /** Checks or unchecks the box of the row that says that in its only column. */
    public void check(String text, boolean on) {
        bot.waitUntil("a row " + text, () -> {
            for (TableItem item : table().getItems()) {
                if (text.equals(item.getText().strip())) {
                    item.setChecked(on);
                    Event event = new Event();
                    event.item = item;
                    event.detail = SWT.CHECK;
                    table().notifyListeners(SWT.Selection, event);
                    return true;
                }
            }
            return false;
        });
    }

    /** Clicks the row whose first column says that. */
    public void click(String text) {
        bot.waitUntil("a row " + text, () -> {
            Optional<TableItem> row = Arrays.stream(table().getItems()).filter(item -> text.equals(item.getText())).findFirst();
            row.ifPresent(item -> {
                table().setSelection(item);
                Bot.notify(table(), SWT.Selection, item);
            });
            return row.isPresent();
        });
    }

    /** What the first column says, from above. */
    public List<String> first() {
        return bot.ui(() -> Arrays.stream(table().getItems()).map(item -> item.getText(0)).toList());
    }

    /** Waits for the row, and clicks it. */
    public void select(String name) {
        bot.waitUntil("a row " + name, () -> clicked(row(name)));
    }

    /** Waits for a row whose cell says that, and clicks the first. */
    public void selectWhere(String column, String text) {
        bot.waitUntil("a row with " + text, () -> clicked(column(column, table().getItemCount()).indexOf(text)));
    }

    private boolean clicked(int row) {
        if (row < 0) {
            return false;
        }
        table().setFocus();
        table().setSelection(row);
        Bot.notify(table(), SWT.Selection, table().getItem(row));
        return true;
    }

    public List<String> selection() {
        return bot.ui(() -> {
            List<String> names = new ArrayList<>();
            for (TableItem item : table().getSelection()) {
                names.add(item.getText(column("Name")));
            }
            return names;
        });
    }

    /** Waits until a cell says that. */
    public void waitFor(String name, String column, String text, long millis) {
        bot.waitUntil(name + ": " + column + " is “" + text + "”", () -> {
            int row = row(name);
            return row >= 0 && text.equals(table().getItem(row).getText(column(column)));
        }, millis);
    }

    public void waitUntilGone(String name, long millis) {
        bot.waitUntil("no row " + name, () -> row(name) < 0, millis);
    }

    public void contextMenu(String... path) {
        bot.contextMenu(bot.ui(this::table), path);
    }

    /** A double click, or Enter. */
    public void open(String name) {
        select(name);
        bot.later(() -> Bot.notify(table(), SWT.DefaultSelection, table().getSelection()[0]));
    }

    /** A click on a column's header. */
    public void sortBy(String title) {
        bot.ui(() -> {
            Bot.notify(table().getColumn(column(title)), SWT.Selection, null);
            return null;
        });
    }

    private int row(String name) {
        int column = column("Name");
        for (int i = 0; i < table().getItemCount(); i++) {
            if (name.equals(table().getItem(i).getText(column))) {
                return i;
            }
        }
        return -1;
    }

    private int column(String title) {
        TableColumn[] columns = table().getColumns();
        for (int i = 0; i < columns.length; i++) {
            if (columns[i].getText().equals(title)) {
                return i;
            }
        }
        if (title.equals("Name")) {
            return Math.min(1, columns.length - 1);
        }
        throw new AssertionError("no column " + title);
    }
}
