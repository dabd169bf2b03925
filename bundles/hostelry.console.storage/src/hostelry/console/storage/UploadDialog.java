package hostelry.console.storage;

import hostelry.console.kit.Desk;
import hostelry.console.kit.dialog.FormDialog;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.words.Bytes;
import hostelry.console.kit.words.Words;
import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainStatus;
import hostelry.model.StorageDomainType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** Which file, under which name, into which domain; the upload itself goes on behind the window. */
final class UploadDialog extends FormDialog {
    private final Desk desk;
    private final List<StorageDomain> domains;
    private @Nullable Text file;
    private @Nullable Text name;
    private @Nullable Combo domain;
    private String proposed = "";

    UploadDialog(Desk desk) {
        super(desk.shell(), desk.look(), Icon.UPLOAD, "Upload ISO", "Upload");
        this.desk = desk;
        // ISO domains first: that is what they are for
        this.domains = desk.estate().all(StorageDomain.class).stream().filter(one -> one.getStatus() == StorageDomainStatus.ACTIVE)
                .sorted(Comparator.comparing((StorageDomain one) -> one.getType() != StorageDomainType.ISO)
                        .thenComparing(one -> Words.orEmpty(one.getName()), Words.NATURAL))
                .toList();
    }

    @Override
    protected void fields() {
        Text path = textWithButton("upload.file", "File", "", "Browse…", this::browse);
        file = path;
        Text label = text("upload.name", "Name", "", "");
        name = label;
        domain = combo("upload.domain", "Storage domain",
                domains.stream()
                        .map(one -> one.getName() + "  —  " + StorageColumns.type(one) + ", " + Bytes.text(one.getAvailable()) + " free")
                        .toList(),
                0);
        path.addListener(SWT.Modify, event -> propose(path, label));
    }

    /** The file's name, until people type their own. */
    private void propose(Text path, Text label) {
        if (label.getText().equals(proposed)) {
            String text = path.getText().strip();
            proposed = text.substring(text.lastIndexOf('/') + 1);
            label.setText(proposed);
        }
    }

    private void browse() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setText("Choose an ISO");
        dialog.setFilterExtensions(new String[]{"*.iso;*.ISO", "*"});
        dialog.setFilterNames(new String[]{"ISO images", "All files"});
        dialog.setFilterPath(desk.memory().get("upload.folder", System.getProperty("user.home")));
        String chosen = dialog.open();
        if (chosen != null) {
            desk.memory().put("upload.folder", dialog.getFilterPath());
            Objects.requireNonNull(file).setText(chosen);
        }
    }

    private @Nullable Path path() {
        try {
            return Path.of(Objects.requireNonNull(file).getText().strip());
        } catch (InvalidPathException e) {
            return null;
        }
    }

    @Override
    protected List<String> problems() {
        Path path = path();
        if (Objects.requireNonNull(file).getText().isBlank()) {
            return List.of("Choose a file.");
        }
        if (path == null || !Files.isRegularFile(path)) {
            return List.of("There is no such file.");
        }
        if (!Files.isReadable(path)) {
            return List.of("The file can't be read.");
        }
        if (domains.isEmpty()) {
            return List.of("There is no active storage domain; make one first.");
        }
        return Objects.requireNonNull(name).getText().isBlank() ? List.of("Give it a name.") : List.of();
    }

    @Override
    protected String hint() {
        try {
            Path path = path();
            return path == null ? "" : Bytes.text(Files.size(path)) + " to upload; it goes on while you work.";
        } catch (IOException e) {
            // gone between two looks: problems() says so at the next
            return "";
        }
    }

    @Override
    protected void finish() {
        Path path = Objects.requireNonNull(path());
        new Upload(desk, path, Objects.requireNonNull(name).getText().strip(),
                domains.get(Math.max(0, Objects.requireNonNull(domain).getSelectionIndex())).getId()).start();
        done();
    }
}
