package hostelry.console.kit.page;

import hostelry.model.Entity;
import java.util.function.Function;
import org.eclipse.swt.widgets.Composite;

/**
 * A page of the inspector.
 *
 * @param id also the key of its tab
 * @param noun what it shows; pages of a superclass show all its kinds
 * @param make makes the widgets, when the page is first looked at
 */
public record PageKind<T extends Entity>(String id, String title, Class<T> noun, Function<Composite, Page<T>> make) {}
