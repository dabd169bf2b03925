package hostelry.console.kit.page;

import hostelry.model.Entity;
import org.eclipse.swt.widgets.Control;

/** A page of the inspector with its widgets. */
public interface Page<T extends Entity> {
    Control control();

    /** Shows that one; called when another is selected and when it, or anything else in the estate, changes. Must be quick. */
    void show(T subject);
}
