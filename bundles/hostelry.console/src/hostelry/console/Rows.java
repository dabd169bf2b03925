package hostelry.console;

import hostelry.console.kit.Shelf;
import hostelry.model.Entity;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/**
 * What a table of the main area holds.
 *
 * @param key of the table, for tests and memory
 * @param heading above it, without the number
 * @param sort key of the column at first; empty: in the order in which they come
 * @param all the rows; called off the UI thread
 * @param empty what is shown where there is none
 */
record Rows<T extends Entity>(Shelf<T> shelf, String key, String heading, String sort, Supplier<List<T>> all,
        Function<Composite, Control> empty) {}
