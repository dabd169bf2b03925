package hostelry.console;

import hostelry.client.mirror.Mirror;
import hostelry.model.Entity;
import java.util.List;
import org.eclipse.swt.widgets.Control;

/** Something that the main area can show. */
interface Place {
    Control control();

    /** Something changed. */
    void update(Mirror.Update update);

    /** What its verbs are done to. */
    List<Entity> selection();

    /** Whose verbs it offers. */
    Class<? extends Entity> noun();

    /** Selects that one, if it is a table. */
    default void reveal(Entity entity) {}

    /** Ctrl+F. */
    default void filter() {}
}
