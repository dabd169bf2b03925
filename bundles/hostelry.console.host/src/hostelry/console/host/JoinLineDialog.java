package hostelry.console.host;

import hostelry.console.kit.Desk;
import hostelry.console.kit.dialog.FormDialog;
import hostelry.console.kit.look.Icon;
import java.util.List;
import java.util.Objects;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** The line to run on a new machine. It holds a secret, and is shown this once. */
final class JoinLineDialog extends FormDialog {
    private static final int PORT = 8443;
    private final Desk desk;
    private final String address;
    private final String token;
    private @Nullable Text engine;
    private @Nullable Text line;

    /** @param label of the connection to the engine: where it is, as far as is known here */
    JoinLineDialog(Desk desk, String label, String token) {
        super(desk.shell(), desk.look(), Icon.HOST, "Run this on the new machine", "Copy");
        this.desk = desk;
        this.address = address(label);
        this.token = token;
    }

    /** {@code localhost (embedded)} or {@code engine.lan:8443} as an address. */
    static String address(String label) {
        String place = label.replaceFirst("^https://", "").replaceFirst("[ /].*$", "");
        return "https://" + (place.isEmpty() ? "ENGINE" : place) + (place.matches(".*:[0-9]+") ? "" : ":" + PORT);
    }

    static String line(String engine, String token) {
        return "HOSTELRY_JOIN_TOKEN=" + token + " hostelry-node --engine " + engine;
    }

    @Override
    protected void fields() {
        engine = text("joinline.engine", "Engine, as the machine can reach it", address, "");
        line = text("joinline.line", "Line", line(address, token), "");
        Objects.requireNonNull(line).setEditable(false);
    }

    @Override
    protected String hint() {
        return "It is shown this once. The machine appears among the hosts when it has asked.";
    }

    @Override
    protected List<String> problems() {
        Text from = engine;
        Text to = line;
        if (from == null || to == null) {
            return List.of();
        }
        String wanted = line(from.getText().strip(), token);
        if (!wanted.equals(to.getText())) {
            to.setText(wanted);
        }
        return from.getText().strip().matches("https://[^/ ]+")
                ? List.of()
                : List.of("Give the engine's address, such as https://engine.lan:8443.");
    }

    @Override
    protected void finish() {
        Clipboard clipboard = new Clipboard(desk.shell().getDisplay());
        try {
            clipboard.setContents(new Object[]{Objects.requireNonNull(line).getText()}, new Transfer[]{TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
        done();
    }
}
