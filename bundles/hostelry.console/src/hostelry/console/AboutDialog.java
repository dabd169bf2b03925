package hostelry.console;

import hostelry.client.EngineConnection;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.Version;

/** What this is, and which version; to copy into a report. */
final class AboutDialog extends Dialog {
    private final ShellDesk desk;

    AboutDialog(Shell parent, ShellDesk desk) {
        super(parent);
        this.desk = desk;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("About Hostelry");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(16, 16).spacing(16, 8).applyTo(area);
        Label picture = new Label(area, SWT.NONE);
        Image image = Branding.descriptor(64).createImage();
        picture.setImage(image);
        picture.addDisposeListener(event -> image.dispose());
        GridDataFactory.fillDefaults().span(1, 3).align(SWT.BEGINNING, SWT.BEGINNING).applyTo(picture);
        Label name = new Label(area, SWT.NONE);
        name.setText("Hostelry");
        name.setFont(desk.look().large());
        Label what = new Label(area, SWT.WRAP);
        what.setText("A console, an engine and node agents for virtual machines on KVM.");
        GridDataFactory.fillDefaults().hint(340, SWT.DEFAULT).applyTo(what);
        Text facts = new Text(area, SWT.MULTI | SWT.READ_ONLY);
        facts.setText(facts());
        facts.setBackground(area.getBackground());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(facts);
        return area;
    }

    private String facts() {
        Version version = FrameworkUtil.getBundle(AboutDialog.class).getVersion();
        return "Version " + version.getMajor() + "." + version.getMinor() + "." + version.getMicro() + "\nEngine: "
                + desk.estate().connection().map(EngineConnection::label).orElse("not connected") + "\nJava " + Runtime.version() + "\n"
                + Platform.getOS() + "/"
                + Platform.getWS() + "/" + Platform.getOSArch() + "\nLicence: Apache-2.0";
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true).setFocus();
    }
}
