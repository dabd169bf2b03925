package hostelry.bots;

import java.util.List;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;

/** The reasons why something is greyed. */
public final class WhyNot {
    private final Bot bot;
    private final Shell shell;

    WhyNot(Bot bot, Shell shell) {
        this.bot = bot;
        this.shell = shell;
    }

    public String title() {
        return bot.label("why.title");
    }

    public List<String> reasons() {
        return bot.labels("reason.text");
    }

    /** What to do next, where something helps. */
    public List<String> advice() {
        return bot.labels("reason.advice");
    }

    /** Follows the way to what a reason is about; that closes the reasons. */
    public void goTo(String name) {
        bot.link("reason.go." + name);
        bot.waitUntil("the reasons are closed", shell::isDisposed);
    }

    /** The link to that, if there is one. */
    public boolean leadsTo(String name) {
        return bot.exists(Link.class, "reason.go." + name);
    }

    public void close() {
        bot.button("why.close").click();
        bot.waitUntil("the reasons are closed", shell::isDisposed);
    }
}
