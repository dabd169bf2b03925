package hostelry.bots;

/** The login: where to, who, and whether that engine is the right one. */
public final class ConnectDialog {
    private static final String TITLE = "Connect";

    private final Bot bot;

    ConnectDialog(Bot bot) {
        this.bot = bot;
    }

    /** {@code The engine in this window}, {@code Another engine}, or a name that is remembered. */
    public ConnectDialog to(String choice) {
        bot.comboBox("connect.choice").setSelection(choice);
        return this;
    }

    /** Where to it would connect. */
    public String choice() {
        return bot.comboBox("connect.choice").getText();
    }

    public ConnectDialog address(String host, int port) {
        bot.text("connect.address").setText(host);
        bot.text("connect.port").setText(Integer.toString(port));
        return this;
    }

    public ConnectDialog password(String text) {
        bot.text("connect.password").setText(text);
        return this;
    }

    public ConnectDialog connect() {
        bot.button("form.ok").click();
        return this;
    }

    /** The fingerprint that is to be compared; empty where none is. */
    public String fingerprint() {
        return bot.exists(org.eclipse.swt.widgets.Text.class, "connect.fingerprint") ? bot.text("connect.fingerprint").getText() : "";
    }

    /** Says that the fingerprint is the right one. */
    public ConnectDialog trust() {
        bot.button("connect.trust").click();
        return this;
    }

    /** Says that the engine was set up anew, and that its fingerprint is to be compared again. */
    public ConnectDialog again() {
        bot.button("connect.again").click();
        return this;
    }

    public String message() {
        return bot.label("form.message");
    }

    public void waitForMessage(String start) {
        bot.waitUntil("it says “" + start + "”, not “" + message() + "”", () -> message().startsWith(start));
    }

    public void cancel() {
        bot.button("form.cancel").click();
        bot.waitUntil("the login is closed", () -> !bot.isOpen(TITLE));
    }

    public void waitUntilClosed() {
        bot.waitUntil("the login is closed", () -> !bot.isOpen(TITLE));
    }
}
