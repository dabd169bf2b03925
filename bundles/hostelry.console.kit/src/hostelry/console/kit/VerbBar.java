package hostelry.console.kit;

import hostelry.console.kit.look.Icon;
import hostelry.model.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

/** The verbs of a noun on a toolbar and in a context menu; greyed ones say why in their tooltip. */
public final class VerbBar<T extends Entity> {
    /** SWTBot's name for a widget. */
    public static final String KEY = "org.eclipse.swtbot.widget.key";

    private record Button<T extends Entity>(Verb<T> verb, ToolItem item) {}

    private final List<Verb<T>> verbs;
    private final Supplier<List<T>> selection;
    private final VerbState state;
    private final ToolBar bar;
    private final List<Button<T>> buttons = new ArrayList<>();
    private final ToolItem why;

    /** @param withFresh also those verbs that need nothing selected */
    public VerbBar(Composite parent, Desk desk, Class<T> noun, boolean withFresh, Supplier<List<T>> selection) {
        this.verbs = desk.furniture().verbs(noun).stream().filter(verb -> withFresh || verb.needs() != Verb.Needs.NONE).toList();
        this.selection = selection;
        this.state = new VerbState(desk);
        this.bar = new ToolBar(parent, SWT.FLAT | SWT.RIGHT);
        for (Verb<T> verb : verbs) {
            if (verb.prime()) {
                ToolItem item = new ToolItem(bar, SWT.PUSH);
                item.setText(verb.word());
                item.setImage(desk.look().icons().of(verb.icon()));
                item.setData(KEY, verb.id());
                item.addListener(SWT.Selection, event -> run(verb));
                buttons.add(new Button<>(verb, item));
            }
        }
        why = new ToolItem(bar, SWT.PUSH);
        why.setImage(desk.look().icons().of(Icon.WHY));
        why.setToolTipText("Why are some of these grey?");
        why.setData(KEY, "why." + noun.getSimpleName());
        why.addListener(SWT.Selection, event -> tellWhy(desk, why));
        update();
    }

    public Control control() {
        return bar;
    }

    /** Looks again at what may be done. */
    public void update() {
        if (bar.isDisposed()) {
            return;
        }
        List<T> selected = selection.get();
        boolean grey = false;
        for (Button<T> button : buttons) {
            String against = state.against(button.verb(), selected, this::update);
            if (button.item().getEnabled() != against.isEmpty()) {
                button.item().setEnabled(against.isEmpty());
            }
            grey |= !against.isEmpty();
            String key = button.verb().key().isEmpty() ? "" : " (" + button.verb().key() + ")";
            String tip = against.isEmpty() ? button.verb().word() + key : against;
            if (!tip.equals(button.item().getToolTipText())) {
                button.item().setToolTipText(tip);
            }
        }
        if (why.getEnabled() != grey) {
            why.setEnabled(grey);
        }
    }

    /** The verbs as a menu, filled anew whenever it opens. */
    public Menu menu(Control owner, Desk desk) {
        Menu menu = new Menu(owner);
        menu.addListener(SWT.Show, event -> fill(menu, desk));
        return menu;
    }

    /** Puts the verbs into a menu, after taking out what is in it. */
    public void fill(Menu menu, Desk desk) {
        for (MenuItem item : menu.getItems()) {
            item.dispose();
        }
        List<T> selected = selection.get();
        for (Verb<T> verb : verbs) {
            MenuItem item = new MenuItem(menu, SWT.PUSH);
            item.setText(verb.key().isEmpty() ? verb.label() : verb.label() + "\t" + verb.key());
            item.setImage(desk.look().icons().of(verb.icon()));
            item.setData(KEY, verb.id());
            String against = state.against(verb, selected, () -> {});
            item.setEnabled(against.isEmpty());
            item.setToolTipText(against);
            item.addListener(SWT.Selection, event -> run(verb));
        }
        greys(desk).addTo(menu);
    }

    /** The verbs that can't be done now. */
    private WhyNotMenu greys(Desk desk) {
        WhyNotMenu greys = new WhyNotMenu(desk);
        List<T> selected = selection.get();
        for (Verb<T> verb : verbs) {
            String against = state.against(verb, selected, () -> {});
            if (!against.isEmpty()) {
                greys.grey(verb, selected, against);
            }
        }
        return greys;
    }

    /** Pops up why what is greyed is greyed, below the button. */
    private void tellWhy(Desk desk, ToolItem button) {
        Menu menu = new Menu(bar);
        greys(desk).fill(menu);
        menu.setLocation(bar.toDisplay(button.getBounds().x, button.getBounds().y + button.getBounds().height));
        // GTK tells of the entry that was chosen after the menu has gone
        menu.addListener(SWT.Hide, event -> bar.getDisplay().asyncExec(menu::dispose));
        menu.setVisible(true);
    }

    /** Does the verb of that id to what is selected, if it may be done; answers whether it was done. */
    public boolean run(String id) {
        for (Verb<T> verb : verbs) {
            if (verb.id().equals(id) && state.against(verb, selection.get(), () -> {}).isEmpty()) {
                run(verb);
                return true;
            }
        }
        return false;
    }

    /** Does the first verb with that key that may be done. */
    public boolean runKey(String key) {
        return verbs.stream().anyMatch(verb -> verb.key().equals(key) && run(verb.id()));
    }

    private void run(Verb<T> verb) {
        verb.run().accept(selection.get());
    }
}
