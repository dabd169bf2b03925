package hostelry.console;

import hostelry.client.EngineConnection;
import hostelry.client.remote.RemoteConnection;
import hostelry.console.kit.LiveEstate;
import hostelry.console.kit.Memory;
import hostelry.console.kit.dialog.ConfirmDialog;
import hostelry.model.Vm;
import hostelry.model.states.VmMoves;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.contexts.IContextService;

/** The window: where it stands, what its title says, and what is said once before it closes. */
final class ConsoleWindowAdvisor extends WorkbenchWindowAdvisor {
    private static final String QUIT_TOLD = "quit.told";

    private final ShellDesk desk;
    private final Themes themes;
    private final Memory memory;

    ConsoleWindowAdvisor(IWorkbenchWindowConfigurer configurer, ShellDesk desk, Themes themes, Memory memory) {
        super(configurer);
        this.desk = desk;
        this.themes = themes;
        this.memory = memory;
    }

    @Override
    public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer configurer) {
        return new ConsoleActions(configurer, desk, themes);
    }

    @Override
    public void preWindowOpen() {
        IWorkbenchWindowConfigurer window = getWindowConfigurer();
        window.setInitialSize(new Point(memory.get("window.width", 1280), memory.get("window.height", 800)));
        window.setShowMenuBar(true);
        window.setShowCoolBar(false);
        window.setShowStatusLine(false);
        window.setShowPerspectiveBar(false);
        window.setTitle("Hostelry");
        themes.apply();
    }

    @Override
    public void postWindowCreate() {
        Shell shell = getWindowConfigurer().getWindow().getShell();
        themes.apply();
        place(shell);
        shell.addListener(SWT.Resize, event -> remember(shell));
        shell.addListener(SWT.Move, event -> remember(shell));
        desk.estate().listen(shell, update -> shell.setText(title()));
    }

    @Override
    public void postWindowOpen() {
        getWindowConfigurer().getWindow().getService(IContextService.class).activateContext("hostelry.console.context");
    }

    /** Where it stood last time, as long as that is still on a screen. */
    private void place(Shell shell) {
        Rectangle screen = shell.getMonitor().getClientArea();
        int width = Math.min(memory.get("window.width", 1280), screen.width);
        int height = Math.min(memory.get("window.height", 800), screen.height);
        int x = memory.get("window.x", screen.x + (screen.width - width) / 2);
        int y = memory.get("window.y", screen.y + (screen.height - height) / 2);
        Rectangle wanted = new Rectangle(x, y, width, height);
        if (!shell.getDisplay().getBounds().intersects(wanted)) {
            wanted = new Rectangle(screen.x, screen.y, width, height);
        }
        shell.setBounds(wanted);
        shell.setMaximized(Boolean.parseBoolean(memory.get("window.maximized", "false")));
    }

    private void remember(Shell shell) {
        memory.put("window.maximized", Boolean.toString(shell.getMaximized()));
        if (!shell.getMaximized() && !shell.getMinimized()) {
            Rectangle bounds = shell.getBounds();
            memory.put("window.x", Integer.toString(bounds.x));
            memory.put("window.y", Integer.toString(bounds.y));
            memory.put("window.width", Integer.toString(bounds.width));
            memory.put("window.height", Integer.toString(bounds.height));
        }
    }

    private String title() {
        return desk.estate().connection().map(ConsoleWindowAdvisor::title).orElse("Hostelry");
    }

    private static String title(EngineConnection connection) {
        return "Hostelry — " + connection.caller().userName() + " on " + connection.label();
    }

    @Override
    public boolean preWindowShellClose() {
        return mayClose();
    }

    /** Says once that guests live on; never again. */
    boolean mayClose() {
        List<String> running = desk.estate().all(Vm.class).stream().filter(vm -> VmMoves.running(vm.getStatus())).map(Vm::getName).sorted()
                .toList();
        boolean elsewhere = desk.estate().connection().filter(RemoteConnection.class::isInstance).isPresent();
        if (elsewhere || running.isEmpty() || desk.estate().state() != LiveEstate.State.LIVE
                || Boolean.parseBoolean(memory.get(QUIT_TOLD, "false"))) {
            return true;
        }
        boolean quit = new ConfirmDialog(desk.shell(), desk.look(), new ConfirmDialog.Question("Quit Hostelry",
                "The window and its engine end. Virtual machines that run live on, and are found again at the next start. This is said once.",
                running, "Quit", false))
                .ask();
        if (quit) {
            memory.put(QUIT_TOLD, "true");
        }
        return quit;
    }
}
