package hostelry.console.kit.page;

import hostelry.console.kit.Desk;
import hostelry.console.kit.EmptyPlace;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.table.Column;
import hostelry.console.kit.table.VirtualTable;
import hostelry.model.Entity;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;

/** A page that shows parts of its subject, or what happened to it, as a table. */
public final class TablePage<T extends Entity, R> implements Page<T> {
    /**
     * What the table holds.
     *
     * @param rows of a subject; called off the UI thread
     * @param open what Enter and a double click do
     */
    public record Parts<T, R>(String key, Function<R, String> id, Function<T, Collection<R>> rows, List<Column<R>> columns, String sort,
            Icon icon, String empty,
            Consumer<R> open) {}

    private final VirtualTable<R> table;
    private volatile @Nullable T subject;

    public TablePage(Composite parent, Desk desk, Parts<T, R> parts) {
        table = new VirtualTable<>(parent, desk.look(), desk.memory(), new VirtualTable.Spec<>(parts.key(), parts.id(), () -> {
            T now = subject;
            return now == null ? List.of() : parts.rows().apply(now);
        }, parts.columns(), parts.sort(), place -> EmptyPlace.make(place, desk.look(), parts.icon(), parts.empty())), SWT.MULTI);
        table.onKey(key -> {
            List<R> selected = table.selection();
            if (key.equals("Enter") && selected.size() == 1) {
                parts.open().accept(selected.get(0));
                return true;
            }
            return false;
        });
    }

    @Override
    public Control control() {
        return table.control();
    }

    @Override
    public void show(T now) {
        subject = now;
        table.refresh();
    }
}
