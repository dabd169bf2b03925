package hostelry.console;

import hostelry.api.Problem;
import hostelry.console.kit.Verb;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.VerbState;
import hostelry.console.kit.WhyNotMenu;
import hostelry.console.kit.act.Notice;
import hostelry.model.Entity;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** The verbs for what the window is at now, wherever that is shown; says why where one can't be done. */
final class CurrentVerbs {
    private final ShellDesk desk;
    private final Class<? extends Entity> noun;
    private final List<Entity> selection;

    CurrentVerbs(ShellDesk desk) {
        this(desk, desk.noun(), desk.selection());
    }

    /** The verbs of that noun, for those things, wherever the window is. */
    CurrentVerbs(ShellDesk desk, Class<? extends Entity> noun, List<Entity> selection) {
        this.desk = desk;
        this.noun = noun;
        this.selection = selection;
    }

    void run(String id) {
        desk.furniture().verb(id).ifPresent(this::run);
    }

    /** Does the first verb with that key that may be done to what is selected. */
    void runKey(String key) {
        for (Verb<?> verb : desk.furniture().verbs()) {
            if (verb.noun() == noun && verb.key().equals(key) && against(verb).isEmpty()) {
                run(verb);
                return;
            }
        }
    }

    /** Puts all verbs of the current noun into a menu. */
    void fill(Menu menu) {
        for (MenuItem item : menu.getItems()) {
            item.dispose();
        }
        for (Verb<?> verb : desk.furniture().verbs()) {
            if (verb.noun() == noun) {
                item(menu, verb);
            }
        }
        whyNot().addTo(menu);
        if (menu.getItemCount() == 0) {
            MenuItem nothing = new MenuItem(menu, SWT.PUSH);
            nothing.setText("Nothing to do here");
            nothing.setEnabled(false);
        }
    }

    private void item(Menu menu, Verb<?> verb) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(verb.key().isEmpty() ? verb.label() : verb.label() + "\t" + verb.key());
        item.setImage(desk.look().icons().of(verb.icon()));
        item.setData(VerbBar.KEY, verb.id());
        String against = against(verb);
        item.setEnabled(against.isEmpty());
        item.setToolTipText(against);
        item.addListener(SWT.Selection, event -> run(verb));
    }

    /** Those of the current noun's verbs that can't be done now. */
    WhyNotMenu whyNot() {
        WhyNotMenu greys = new WhyNotMenu(desk);
        desk.furniture().verbs().stream().filter(verb -> verb.noun() == noun).forEach(verb -> grey(greys, verb));
        return greys;
    }

    private <T extends Entity> void grey(WhyNotMenu greys, Verb<T> verb) {
        String against = against(verb);
        if (!against.isEmpty()) {
            greys.grey(verb, selection(verb), against);
        }
    }

    private <T extends Entity> List<T> selection(Verb<T> verb) {
        return selection.stream().filter(verb.noun()::isInstance).map(verb.noun()::cast).toList();
    }

    private <T extends Entity> String against(Verb<T> verb) {
        return new VerbState(desk).against(verb, selection(verb), () -> {});
    }

    private <T extends Entity> void run(Verb<T> verb) {
        String against = against(verb);
        if (against.isEmpty()) {
            verb.run().accept(selection(verb));
        } else {
            desk.acts().notice(new Notice("“" + verb.word() + "” can't be done now.", List.of(Problem.conflict(null, against, ""))));
        }
    }
}
