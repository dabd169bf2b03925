package hostelry.console.kit;

import hostelry.console.kit.act.Acts;
import hostelry.console.kit.look.Look;
import hostelry.console.kit.table.Histories;
import hostelry.model.Entity;
import java.util.List;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Widget;

/** All that the shell hands to a room. UI thread only, unless what comes out says otherwise. */
public interface Desk {
    LiveEstate estate();

    Acts acts();

    Look look();

    /** Loads seen in this window's time. */
    Histories histories();

    /** What the window remembers from day to day. */
    Memory memory();

    /** Where the window is, and how to go elsewhere. */
    Navigator navigator();

    /** All that the rooms brought. */
    Furniture furniture();

    /** Selects a noun in the table that is shown, now or as soon as it is there. */
    void reveal(Entity entity);

    /** What is selected in the main area. */
    List<Entity> selection();

    /** Calls when something else is selected in the main area, until the widget is disposed. */
    void onSelection(Widget widget, Runnable listener);

    /** Parent for dialogs. */
    Shell shell();
}
