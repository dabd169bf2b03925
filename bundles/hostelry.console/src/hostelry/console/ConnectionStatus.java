package hostelry.console;

import hostelry.client.EngineConnection;
import hostelry.client.remote.RemoteConnection;
import hostelry.console.kit.LiveEstate;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.look.Status;
import hostelry.console.kit.words.Words;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.Vm;
import hostelry.model.states.VmMoves;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** The status line: is the engine there, and how much runs. */
final class ConnectionStatus {
    private final ShellDesk desk;
    private final Composite line;
    private boolean asking;
    private boolean again;

    ConnectionStatus(Composite parent, ShellDesk desk) {
        this.desk = desk;
        line = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(12, 4).spacing(8, 0).applyTo(line);
        Label shape = new Label(line, SWT.NONE);
        GridDataFactory.fillDefaults().hint(16, 16).align(SWT.BEGINNING, SWT.CENTER).applyTo(shape);
        Label words = new Label(line, SWT.NONE);
        words.setData(VerbBar.KEY, "connection");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(words);
        desk.estate().listen(line, update -> {
            shape.setImage(desk.look().icons().of(status().icon()));
            ask(words);
        });
    }

    /** What changes while one answer is on its way is asked for once more afterwards. */
    private void ask(Label words) {
        again = asking;
        if (!asking) {
            asking = true;
            // counting a large estate takes longer than a click may wait
            Thread.startVirtualThread(() -> say(words, text()));
        }
    }

    Composite control() {
        return line;
    }

    private void say(Label words, String text) {
        if (!words.isDisposed()) {
            words.getDisplay().asyncExec(() -> {
                asking = false;
                if (words.isDisposed()) {
                    return;
                }
                if (!text.equals(words.getText())) {
                    words.setText(text);
                }
                if (again) {
                    ask(words);
                }
            });
        }
    }

    private Status status() {
        return switch (desk.estate().state()) {
            case STARTING -> Status.BUSY;
            case LIVE -> Status.OK;
            case STALE -> Status.WARNING;
            case FAILED -> Status.LOST;
        };
    }

    private boolean over() {
        return desk.estate().connection().filter(engine -> engine instanceof RemoteConnection remote && remote.denied()).isPresent();
    }

    private String text() {
        LiveEstate estate = desk.estate();
        return switch (estate.state()) {
            case STARTING -> estate.reason().isEmpty() ? "Starting the engine…" : estate.reason();
            case LIVE -> "Connected to " + estate.connection().map(EngineConnection::label).orElse("") + " — "
                    + estate.all(Host.class).stream().filter(host -> host.getStatus() == HostStatus.UP).count() + " of "
                    + Words.count(estate.all(Host.class).size(), "host", "hosts") + " up, "
                    + String.format(java.util.Locale.ROOT, "%,d",
                            estate.all(Vm.class).stream().filter(vm -> VmMoves.running(vm.getStatus())).count())
                    + " of "
                    + Words.count(estate.all(Vm.class).size(), "virtual machine", "virtual machines") + " running";
            case STALE -> over()
                    ? "Your login is over; this is how things stood last. File › Connect… asks for it again."
                    : estate.connection().map(EngineConnection::label).map(label -> "The engine " + label).orElse("The engine")
                            + " does not answer; this is how things stood last";
            case FAILED -> "The engine did not start";
        };
    }
}
