package hostelry.bots;

/** A question that names things. */
public final class Confirmation {
    private final Bot bot;
    private final String title;

    Confirmation(Bot bot, String title) {
        this.bot = bot;
        this.title = title;
    }

    public String names() {
        return bot.label("confirm.names");
    }

    public void yes() {
        answer("confirm.ok");
    }

    public void no() {
        answer("confirm.cancel");
    }

    private void answer(String button) {
        bot.button(button).click();
        bot.waitUntil(title + " is closed", () -> !bot.isOpen(title));
    }
}
