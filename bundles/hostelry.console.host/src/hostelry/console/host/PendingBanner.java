package hostelry.console.host;

import hostelry.console.kit.Desk;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.words.Times;
import hostelry.console.kit.words.Words;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import java.time.Instant;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Stands over the hardware of a machine that asks to be let in: who asks, with which key, and the two answers. */
final class PendingBanner {
    private final Composite line;

    PendingBanner(Composite parent, Desk desk, Host host) {
        line = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(8, 2).applyTo(line);
        Label icon = new Label(line, SWT.NONE);
        icon.setImage(desk.look().icons().of(Icon.WARNING));
        Label words = new Label(line, SWT.WRAP);
        String who = host.getStatus() == HostStatus.PENDING_APPROVAL
                ? "This machine asks to become a host"
                : "This host asks for a new certificate";
        words.setText(who + ", from " + Words.orEmpty(host.getRequestFrom()) + " " + Times.ago(host.getRequestTime(), Instant.now())
                + ". Nobody vouches yet for what it says of itself. Its key:");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(words);
        button("hardware.approve", "Approve…", () -> new ApproveDialog(desk, host).open());
        button("hardware.refuse", "Refuse…", () -> HostVerbs.refuse(desk, List.of(host)));
        new Label(line, SWT.NONE);
        StyledText key = new StyledText(line, SWT.READ_ONLY | SWT.WRAP);
        key.setBackground(line.getBackground());
        key.setCaret(null);
        key.setText(Words.orEmpty(host.getRequestFingerprint()));
        key.setData(VerbBar.KEY, "hardware.key");
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).applyTo(key);
    }

    void span(int columns) {
        GridDataFactory.fillDefaults().grab(true, false).span(columns, 1).applyTo(line);
    }

    private void button(String key, String text, Runnable action) {
        Button button = new Button(line, SWT.PUSH);
        button.setText(text);
        button.setData(VerbBar.KEY, key);
        button.addListener(SWT.Selection, event -> action.run());
    }
}
