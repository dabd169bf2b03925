package hostelry.console.kit;

import hostelry.console.kit.dialog.WhyNotDialog;
import hostelry.console.kit.look.Icon;
import hostelry.model.Entity;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** The greyed verbs of a menu, each with all its reasons a click away: a greyed entry itself can't be clicked. */
public final class WhyNotMenu {
    private record Grey(String id, String label, Image image, String tip, Runnable ask) {}

    private final Desk desk;
    private final List<Grey> greys = new ArrayList<>();

    public WhyNotMenu(Desk desk) {
        this.desk = desk;
    }

    /** That verb is greyed; {@code against} is the reason that is known already. */
    public <T extends Entity> void grey(Verb<T> verb, List<T> selection, String against) {
        greys.add(new Grey(verb.id(), verb.word(), desk.look().icons().of(verb.icon()), against,
                () -> WhyNotDialog.ask(desk, verb, selection)));
    }

    public boolean isEmpty() {
        return greys.isEmpty();
    }

    /** Puts one entry below a menu's others that unfolds to all greyed verbs. */
    public void addTo(Menu menu) {
        if (greys.isEmpty()) {
            return;
        }
        new MenuItem(menu, SWT.SEPARATOR);
        MenuItem unfold = new MenuItem(menu, SWT.CASCADE);
        unfold.setText("Why not");
        unfold.setImage(desk.look().icons().of(Icon.WHY));
        Menu inner = new Menu(menu);
        unfold.setMenu(inner);
        unfold.addListener(SWT.Dispose, event -> inner.dispose());
        fill(inner);
    }

    /** Puts an entry for each greyed verb into a menu. */
    public void fill(Menu menu) {
        for (Grey grey : greys) {
            MenuItem item = new MenuItem(menu, SWT.PUSH);
            item.setText("Why not “" + grey.label() + "”…");
            item.setImage(grey.image());
            item.setToolTipText(grey.tip());
            item.setData(VerbBar.KEY, "why." + grey.id());
            item.addListener(SWT.Selection, event -> grey.ask().run());
        }
    }
}
