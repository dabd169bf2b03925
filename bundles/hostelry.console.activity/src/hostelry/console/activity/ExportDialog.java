package hostelry.console.activity;

import hostelry.console.kit.Desk;
import hostelry.console.kit.dialog.FormDialog;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** Where to write the events that are shown. */
final class ExportDialog extends FormDialog {
    /** Writes the file; off the UI thread. */
    @FunctionalInterface
    interface Writing {
        void to(Path file) throws IOException;
    }

    private static final String LAST = "events.export";

    private final Desk desk;
    private final int number;
    private final Writing writing;
    private @Nullable Text file;

    ExportDialog(Desk desk, int number, Writing writing) {
        super(desk.shell(), desk.look(), Icon.EXPORT, "Export events", "Export");
        this.desk = desk;
        this.number = number;
        this.writing = writing;
    }

    @Override
    protected void fields() {
        words("This writes the " + Words.count(number, "event", "events") + " shown to a file that spreadsheets can read.");
        file = textWithButton("export.file", "File",
                desk.memory().get(LAST, Path.of(System.getProperty("user.home"), "events.csv").toString()), "Browse…", this::browse);
    }

    private void browse() {
        FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
        dialog.setFilterExtensions("*.csv");
        dialog.setFileName("events.csv");
        String chosen = dialog.open();
        if (chosen != null) {
            Objects.requireNonNull(file).setText(chosen);
        }
    }

    private @Nullable Path path() {
        try {
            String typed = Objects.requireNonNull(file).getText().strip();
            return typed.isEmpty() ? null : Path.of(typed).toAbsolutePath();
        } catch (InvalidPathException e) {
            return null;
        }
    }

    @Override
    protected List<String> problems() {
        Path path = path();
        if (path == null || path.getFileName() == null) {
            return List.of("Give the name of a file.");
        }
        if (Files.isDirectory(path)) {
            return List.of("That is a folder; give the name of a file in it.");
        }
        return Files.isDirectory(path.getParent()) ? List.of() : List.of("There is no folder " + path.getParent() + ".");
    }

    @Override
    protected String hint() {
        Path path = path();
        return path != null && Files.exists(path) ? "The file is there already and will be replaced." : "";
    }

    @Override
    protected void finish() {
        Path path = Objects.requireNonNull(path());
        desk.memory().put(LAST, path.toString());
        desk.acts().run("Export " + Words.count(number, "event", "events"), (engine, task) -> writing.to(path));
        done();
    }
}
