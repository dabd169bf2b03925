package hostelry.console;

import hostelry.console.kit.VerbBar;
import hostelry.console.kit.act.Notice;
import hostelry.console.kit.dialog.ProblemDialog;
import hostelry.console.kit.look.Hue;
import hostelry.console.kit.look.Icon;
import hostelry.api.Problem;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.jspecify.annotations.Nullable;

/** One line above the page that says what was refused or failed: no dialog, no lost focus. Esc or its cross take it away. */
final class NoticeBar {
    private final ShellDesk desk;
    private final Composite bar;
    private final Label icon;
    private final Label text;
    private @Nullable Notice shown;

    NoticeBar(Composite parent, ShellDesk desk) {
        this.desk = desk;
        this.bar = new Composite(parent, SWT.NONE);
        Color ground = ground();
        bar.setBackground(ground);
        bar.setData(VerbBar.KEY, "notice");
        GridLayoutFactory.fillDefaults().numColumns(4).margins(10, 4).spacing(8, 0).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(bar);
        icon = new Label(bar, SWT.NONE);
        icon.setBackground(ground);
        text = new Label(bar, SWT.WRAP);
        text.setBackground(ground);
        text.setData(VerbBar.KEY, "notice.text");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(300, SWT.DEFAULT).applyTo(text);
        Button details = new Button(bar, SWT.PUSH);
        details.setText("Details…");
        details.setData(VerbBar.KEY, "notice.details");
        details.addListener(SWT.Selection, event -> details());
        ToolBar tools = new ToolBar(bar, SWT.FLAT);
        tools.setBackground(ground);
        ToolItem close = new ToolItem(tools, SWT.PUSH);
        close.setImage(desk.look().icons().of(Icon.CANCEL));
        close.setToolTipText("Take this away (Esc)");
        close.setData(VerbBar.KEY, "notice.close");
        close.addListener(SWT.Selection, event -> hide());
        bar.setVisible(false);
        desk.acts().noticesTo(this::show);
        desk.gesture("notice.hide", this::hide);
    }

    private Color ground() {
        RGB red = Hue.RED.rgb(desk.look().dark());
        RGB base = desk.look().dark() ? new RGB(47, 47, 47) : new RGB(255, 255, 255);
        return new Color((red.red + base.red * 6) / 7, (red.green + base.green * 6) / 7, (red.blue + base.blue * 6) / 7);
    }

    private void show(Notice notice) {
        if (bar.isDisposed()) {
            return;
        }
        shown = notice;
        icon.setImage(desk.look().icons().of(Icon.ERROR));
        text.setText(notice.title() + " " + notice.problems().stream().map(Problem::sentence).collect(Collectors.joining(" ")));
        visible(true);
    }

    void hide() {
        shown = null;
        visible(false);
    }

    private void visible(boolean now) {
        if (!bar.isDisposed()) {
            ((GridData) bar.getLayoutData()).exclude = !now;
            bar.setVisible(now);
            bar.getParent().layout(true, true);
        }
    }

    private void details() {
        Notice notice = shown;
        if (notice != null) {
            new ProblemDialog(desk, notice).open();
        }
    }
}
