package hostelry.console;

import hostelry.console.kit.Memory;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** Light, dark, or what the platform has. */
final class Themes {
    private static final String DARK = "hostelry.theme.dark";
    private static final String LIGHT = "hostelry.theme.light";
    private static final String KEY = "theme";

    /** What people choose. */
    enum Choice {
        PLATFORM("Follow the platform"), LIGHT("Light"), DARK("Dark");

        private final String label;

        Choice(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    private final ShellDesk desk;
    private final Memory memory;

    Themes(ShellDesk desk, Memory memory) {
        this.desk = desk;
        this.memory = memory;
    }

    Choice choice() {
        String name = memory.get(KEY, Choice.PLATFORM.name());
        for (Choice choice : Choice.values()) {
            if (choice.name().equals(name)) {
                return choice;
            }
        }
        return Choice.PLATFORM;
    }

    /** Before the window opens: icons and colours are right from the first paint. */
    void restore() {
        desk.look().dark(dark());
    }

    /** Once there is a theme engine. */
    void apply() {
        IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
        String wanted = dark() ? DARK : LIGHT;
        if (engine != null && (engine.getActiveTheme() == null || !wanted.equals(engine.getActiveTheme().getId()))) {
            engine.setTheme(wanted, false);
        }
    }

    void choose(Choice choice) {
        memory.put(KEY, choice.name());
        desk.look().dark(dark());
        apply();
        desk.themeChanged();
    }

    private boolean dark() {
        return switch (choice()) {
            case PLATFORM -> Display.isSystemDarkTheme();
            case LIGHT -> false;
            case DARK -> true;
        };
    }
}
