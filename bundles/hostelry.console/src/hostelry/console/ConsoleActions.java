package hostelry.console;

import hostelry.console.kit.LiveEstate;
import hostelry.console.kit.Shelf;
import hostelry.console.kit.Target;
import hostelry.console.kit.Verb;
import hostelry.console.kit.VerbState;
import hostelry.console.kit.WhyNotMenu;
import hostelry.console.kit.look.Icon;
import hostelry.model.Entity;
import java.util.List;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ContributionItem;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.handlers.IHandlerService;

/** The menus. */
final class ConsoleActions extends ActionBarAdvisor {
    private final ShellDesk desk;
    private final Themes themes;

    ConsoleActions(IActionBarConfigurer configurer, ShellDesk desk, Themes themes) {
        super(configurer);
        this.desk = desk;
        this.themes = themes;
    }

    @Override
    protected void fillMenuBar(IMenuManager bar) {
        desk.gesture("back", desk.navigator()::back);
        desk.gesture("forward", desk.navigator()::forward);
        bar.add(file());
        bar.add(estate());
        bar.add(view());
        bar.add(go());
        bar.add(help());
    }

    private MenuManager file() {
        MenuManager menu = new MenuManager("&File", "file");
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(shown -> {
            verb(shown, "vm.new");
            verb(shown, "disk.upload");
            verb(shown, "domain.new");
            verb(shown, "network.new");
            shown.add(new Separator());
            shown.add(action("&Connect…", Icon.LINK, () -> desk.perform("connect")));
            verb(shown, "user.own-password");
            shown.add(new Separator());
            shown.add(action("&Quit\tCtrl+Q", null, window()::close));
        });
        menu.add(new Separator());
        return menu;
    }

    private void verb(IMenuManager menu, String id) {
        desk.furniture().verb(id).ifPresent(verb -> {
            Action action = action(verb.key().isEmpty() ? verb.label() : verb.label() + "\t" + verb.key(), verb.icon(),
                    () -> new CurrentVerbs(desk).run(id));
            action.setEnabled(desk.estate().state() == LiveEstate.State.LIVE);
            menu.add(action);
        });
    }

    private MenuManager estate() {
        MenuManager menu = new MenuManager("&Estate", "estate");
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(shown -> {
            for (Verb<?> verb : desk.furniture().verbs()) {
                if (verb.noun() == desk.noun()) {
                    shown.add(estateVerb(verb));
                }
            }
            if (shown.isEmpty()) {
                Action nothing = action("Go to a table or choose something in the tree", null, () -> {});
                nothing.setEnabled(false);
                shown.add(nothing);
            } else {
                WhyNotMenu greys = new CurrentVerbs(desk).whyNot();
                shown.add(new ContributionItem("why") {
                    @Override
                    public void fill(Menu parent, int index) {
                        greys.addTo(parent);
                    }
                });
            }
        });
        menu.add(new Separator());
        return menu;
    }

    private <T extends Entity> Action estateVerb(Verb<T> verb) {
        Action action = action(verb.key().isEmpty() ? verb.label() : verb.label() + "\t" + verb.key(), verb.icon(),
                () -> new CurrentVerbs(desk).run(verb.id()));
        List<T> selection = desk.selection().stream().filter(verb.noun()::isInstance).map(verb.noun()::cast).toList();
        String against = new VerbState(desk).against(verb, selection, () -> {});
        action.setEnabled(against.isEmpty());
        action.setToolTipText(against);
        return action;
    }

    private MenuManager view() {
        MenuManager menu = new MenuManager("&View", "view");
        menu.add(action("&Filter the table\tCtrl+F", Icon.SEARCH, () -> desk.perform("filter")));
        menu.add(action("&Refresh\tF5", Icon.REFRESH, () -> desk.perform("refresh")));
        menu.add(new Separator());
        for (var tab : desk.furniture().tabs()) {
            menu.add(action(tab.title(), null, () -> desk.perform("tab:" + tab.id())));
        }
        menu.add(new Separator());
        MenuManager theme = new MenuManager("&Theme", "theme");
        for (Themes.Choice choice : Themes.Choice.values()) {
            Action action = new Action(choice.label(), SWT.RADIO) {
                @Override
                public void run() {
                    if (isChecked()) {
                        themes.choose(choice);
                    }
                }
            };
            action.setChecked(themes.choice() == choice);
            theme.add(action);
        }
        menu.add(theme);
        return menu;
    }

    private MenuManager go() {
        MenuManager menu = new MenuManager("&Go", "go");
        menu.add(action("&Back\tAlt+Left", Icon.BACK, desk.navigator()::back));
        menu.add(action("&Forward\tAlt+Right", Icon.FORWARD, desk.navigator()::forward));
        menu.add(action("&Search\tCtrl+L", Icon.SEARCH, () -> desk.perform("search")));
        menu.add(action("Find &action\tCtrl+3", null, () -> command("org.eclipse.ui.window.quickAccess")));
        menu.add(new Separator());
        menu.add(action("&Estate", Icon.ESTATE, () -> desk.navigator().go(Target.ESTATE)));
        for (Shelf<?> shelf : desk.furniture().shelves()) {
            menu.add(action(shelf.heading(), shelf.icon(),
                    () -> {
                        if (shelf.system()) {
                            desk.navigator().go(Target.shelf(shelf.id()));
                        } else {
                            desk.estate().all(shelf.under()).stream().findFirst()
                                    .ifPresent(under -> desk.navigator().go(Target.shelf(shelf.id(), under)));
                        }
                    }));
        }
        return menu;
    }

    private MenuManager help() {
        MenuManager menu = new MenuManager("&Help", "help");
        menu.add(action("&Keyboard shortcuts\tF1", Icon.KEYBOARD, () -> new ShortcutsDialog(desk.shell(), desk.look()).open()));
        menu.add(action("&About Hostelry", null, () -> new AboutDialog(desk.shell(), desk).open()));
        desk.gesture("shortcuts", () -> new ShortcutsDialog(desk.shell(), desk.look()).open());
        return menu;
    }

    private IWorkbenchWindow window() {
        return getActionBarConfigurer().getWindowConfigurer().getWindow();
    }

    private void command(String id) {
        try {
            window().getService(IHandlerService.class).executeCommand(id, null);
        } catch (org.eclipse.core.commands.common.CommandException e) {
            org.eclipse.core.runtime.ILog.of(ConsoleActions.class).error("The command " + id + " failed", e);
        }
    }

    private Action action(String text, @org.jspecify.annotations.Nullable Icon icon, Runnable run) {
        Action action = new Action(text) {
            @Override
            public void run() {
                run.run();
            }
        };
        // the workbench's bindings do the keys; here they are only shown
        action.setAccelerator(0);
        if (icon != null) {
            action.setImageDescriptor(desk.look().icons().descriptor(icon));
        }
        return action;
    }
}
