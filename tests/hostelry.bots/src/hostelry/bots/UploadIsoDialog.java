package hostelry.bots;

import java.nio.file.Path;

/** The form for an upload. */
public final class UploadIsoDialog {
    private final Bot bot;

    UploadIsoDialog(Bot bot) {
        this.bot = bot;
    }

    public UploadIsoDialog file(Path file) {
        bot.text("upload.file").setText(file.toString());
        return this;
    }

    public UploadIsoDialog name(String name) {
        bot.text("upload.name").setText(name);
        return this;
    }

    public UploadIsoDialog into(String domain) {
        bot.comboBox("upload.domain").setSelection(domain);
        return this;
    }

    public String message() {
        return bot.label("form.message");
    }

    /** Begins; the upload goes on behind the window. */
    public void upload() {
        bot.button("form.ok").click();
        bot.waitUntil("the form is closed", () -> !bot.isOpen("Upload ISO"));
    }

    public void cancel() {
        bot.button("form.cancel").click();
    }
}
