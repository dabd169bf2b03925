package hostelry.console.vm;

import hostelry.console.kit.Desk;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.terminal.TerminalView;
import hostelry.model.Vm;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** The serial console of a machine, in a window of its own: it stays open while one works elsewhere, and connects again by itself. */
final class SerialWindow {
    private static final int MARGIN = 8;

    private final Desk desk;
    private final Shell shell;
    private final TerminalView terminal;
    private final Label status;
    private final SerialLink link;

    private SerialWindow(Desk desk, Vm vm) {
        this.desk = desk;
        shell = new Shell(desk.shell(), SWT.SHELL_TRIM | SWT.MODELESS);
        shell.setText(title(vm));
        shell.setImage(desk.look().icons().of(Icon.CONSOLE));
        shell.setData(vm.getId());
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(shell);
        terminal = new TerminalView(shell, desk.look(), "serial.terminal", this::typed);
        GridDataFactory.fillDefaults().grab(true, true).hint(terminal.usualSize()).applyTo(terminal.control());
        Composite bar = new Composite(shell, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(MARGIN, MARGIN / 2).spacing(MARGIN, 0).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        status = new Label(bar, SWT.NONE);
        status.setData(VerbBar.KEY, "serial.status");
        status.setText("Connecting…");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(status);
        button(bar, "serial.copy", "Copy", "Ctrl+Shift+C", terminal::copy);
        button(bar, "serial.paste", "Paste", "Ctrl+Shift+V", terminal::paste);
        link = new SerialLink(desk, vm.getId(), new Shown());
        shell.addListener(SWT.Dispose, event -> link.close());
        shell.pack();
    }

    private void button(Composite bar, String key, String text, String tip, Runnable act) {
        Button button = new Button(bar, SWT.PUSH);
        button.setText(text);
        button.setToolTipText(tip);
        button.setData(VerbBar.KEY, key);
        button.addListener(SWT.Selection, event -> {
            act.run();
            terminal.control().setFocus();
        });
    }

    static String title(Vm vm) {
        return vm.getName() + " – serial console";
    }

    /** One window for each machine: what is open already comes to the front. */
    static void open(Desk desk, Vm vm) {
        for (Shell other : desk.shell().getShells()) {
            if (vm.getId().equals(other.getData()) && other.getText().equals(title(vm))) {
                other.forceActive();
                return;
            }
        }
        SerialWindow window = new SerialWindow(desk, vm);
        Point place = desk.shell().getLocation();
        window.shell.setLocation(place.x + 60, place.y + 60);
        window.shell.open();
        window.terminal.control().setFocus();
        window.link.start();
    }

    private void typed(byte[] bytes) {
        link.type(bytes);
    }

    /** What the link tells, in the UI thread. */
    private final class Shown implements SerialLink.Listener {
        @Override
        public void connected() {
            later(() -> tell("Connected"));
        }

        @Override
        public void said(byte[] bytes) {
            later(() -> terminal.write(bytes));
        }

        @Override
        public void waits(String reason) {
            later(() -> {
                if (status.getText().equals("Connected")) {
                    terminal.say("Disconnected: " + reason);
                }
                tell(reason);
            });
        }

        private void tell(String words) {
            status.setText(words);
            status.setToolTipText(words);
        }

        private void later(Runnable work) {
            desk.estate().later(() -> {
                if (!shell.isDisposed()) {
                    work.run();
                }
            });
        }
    }
}
