package hostelry.console.host.networks;

import hostelry.console.host.plan.Board;
import hostelry.console.host.plan.WillHappen.Change;
import hostelry.console.host.plan.WillHappen.Line;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.look.Hue;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.look.Look;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** What will happen: what is beside what is to be. A click selects it in the picture. */
final class ChangesTable {
    private static final int[] WIDTHS = {130, 130, 340, 400};

    private final Table table;
    private final Look look;
    private final Board board;
    private List<Line> lines = List.of();

    ChangesTable(Composite parent, Look look, Board board) {
        this.look = look;
        this.board = board;
        table = new Table(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
        table.setHeaderVisible(true);
        table.setData(VerbBar.KEY, "networks.changes");
        String[] titles = {"What happens", "Name", "Is now", "Is to be"};
        for (int i = 0; i < titles.length; i++) {
            TableColumn column = new TableColumn(table, SWT.LEFT);
            column.setText(titles[i]);
            column.setWidth(WIDTHS[i]);
        }
        table.addListener(SWT.Selection, event -> {
            int row = table.getSelectionIndex();
            if (row >= 0 && row < lines.size()) {
                board.select(lines.get(row).pick());
            }
        });
    }

    Control control() {
        return table;
    }

    void update() {
        List<Line> now = board.lines();
        if (!now.equals(lines) || table.getItemCount() != now.size()) {
            lines = now;
            table.setItemCount(now.size());
            for (int i = 0; i < now.size(); i++) {
                fill(table.getItem(i), now.get(i));
            }
        }
        int row = board.selected().map(pick -> lines.stream().map(Line::pick).toList().indexOf(pick)).orElse(-1);
        if (row != table.getSelectionIndex()) {
            if (row < 0) {
                table.deselectAll();
            } else {
                table.setSelection(row);
            }
        }
    }

    private void fill(TableItem item, Line line) {
        item.setText(new String[]{line.change().word(), line.name(), line.now(), line.then()});
        item.setImage(0, look.icons().of(icon(line.change())));
        item.setFont(line.change() == Change.SAME ? null : look.bold());
        item.setForeground(line.change() == Change.SAME ? look.color(Hue.GREY) : null);
    }

    private static Icon icon(Change change) {
        return switch (change) {
            case NEW -> Icon.NEW;
            case CHANGED -> Icon.EDIT;
            case GONE -> Icon.DELETE;
            case SYNC -> Icon.STATUS_WARNING;
            case SAME -> Icon.STATUS_OK;
        };
    }
}
