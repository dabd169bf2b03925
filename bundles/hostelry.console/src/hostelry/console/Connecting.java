package hostelry.console;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.client.remote.RemoteConnection;
import hostelry.client.remote.TrustedAuthority;
import hostelry.console.kit.memory.Profile;
import hostelry.console.kit.memory.Profiles;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.SWT;
import org.jspecify.annotations.Nullable;

/** To which engine the window goes: the embedded one, or one on another machine. */
final class Connecting {
    private static final String OVER = "Your login is over, and the engine does not take the password any more: it was changed, or the user is locked. "
            + "What you see stays as it was; log in to go on.";
    private static final int MODAL = SWT.PRIMARY_MODAL | SWT.APPLICATION_MODAL | SWT.SYSTEM_MODAL;
    private static final int LATER_MILLIS = 500;

    private final ShellDesk desk;
    private final EngineLink link;
    private final EngineStart start;
    private boolean started;

    Connecting(ShellDesk desk, EngineLink link, EngineStart start) {
        this.desk = desk;
        this.link = link;
        this.start = start;
        desk.gesture("connect", this::open);
    }

    /** Where the login is over, the dialog asks for that one again. */
    private void open() {
        RemoteEngine now = link.remote();
        boolean over = now != null && now.connection().denied();
        new ConnectDialog(desk, this, over ? now.profile() : null, over ? OVER : "").open();
    }

    /** @param engine address of one on another machine, {@code https://…}; null: the embedded one is started */
    void begin(@Nullable String engine) {
        if (engine == null || engine.isBlank()) {
            embedded();
            return;
        }
        Profile wanted = at(engine.strip());
        Profile known = new Profiles(desk.memory()).all().stream()
                .filter(one -> one.address().equals(wanted.address()) && one.port() == wanted.port()).findFirst().orElse(wanted);
        link.idle("Not connected. File › Connect… opens the login.");
        // after the window has been painted for the first time
        desk.estate().later(() -> new ConnectDialog(desk, this, known, "").open());
    }

    /** What is no address is shown as it was typed, and the dialog says what is wrong with it. */
    private static Profile at(String engine) {
        try {
            URI uri = new URI(engine);
            String host = uri.getHost() == null ? engine : uri.getHost();
            return Profile.of(host, uri.getPort() < 0 ? 443 : uri.getPort(), "admin@internal", "");
        } catch (URISyntaxException e) {
            return Profile.of(engine, Profile.PORT, "admin@internal", "");
        }
    }

    /** Goes to the engine in this process; starts it where it has not been started yet. */
    void embedded() {
        if (!started && !link.embedded()) {
            // behind the open window: at a start level the engine would hold the window back
            Thread.ofPlatform().daemon().name("engine start").start(start);
        }
        started = true;
        link.use(null);
    }

    /** What came of knocking at an engine. */
    interface Answer {
        /** The window is there. */
        void connected(Profile profile);

        /** It shows an authority that nobody has compared yet. */
        void compare(String fingerprint);

        void refused(List<Problem> problems);
    }

    /**
     * Goes to an engine on another machine; answers on the UI thread.
     *
     * @param password wiped here when it has been sent
     */
    void remote(Profile profile, char[] password, Answer answer) {
        RemoteEngine now = link.remote();
        RemoteEngine over = now != null && now.connection().denied() && now.isAt(profile) ? now : null;
        Thread.ofVirtual().name("connect").start(() -> {
            try {
                if (profile.fingerprint().isEmpty()) {
                    String shown = TrustedAuthority.shownBy(profile.engine());
                    desk.estate().later(() -> answer.compare(shown));
                    return;
                }
                if (over != null) {
                    // what is shown and selected stays: the same connection goes on
                    over.connection().logIn(password);
                    desk.estate().later(() -> answer.connected(profile));
                    return;
                }
                TrustedAuthority authority = TrustedAuthority.fetch(profile.engine(), profile.fingerprint());
                RemoteConnection connection = RemoteConnection.open(profile.engine(), authority, profile.user(), password);
                RemoteEngine engine = RemoteEngine.over(profile, connection);
                connection.onDenied(() -> {
                    desk.estate().lookAgain();
                    desk.estate().later(() -> askAgain(engine));
                });
                desk.estate().later(() -> {
                    link.use(engine);
                    answer.connected(profile);
                });
            } catch (Refusal e) {
                desk.estate().later(() -> answer.refused(words(profile, e.problems())));
            } catch (RuntimeException e) {
                ILog.of(Connecting.class).error("unexpected", e);
                desk.estate().later(() -> answer.refused(List.of(Problem.failed(null, "The connection failed: " + e.getMessage() + ".",
                        "The window's log has the details."))));
            } finally {
                Arrays.fill(password, '\0');
            }
        });
    }

    /** The login is over while somebody works: asks for it, not before a dialog that stands open has been left. */
    private void askAgain(RemoteEngine engine) {
        if (link.remote() != engine || !engine.connection().denied()) {
            return;
        }
        boolean busy = Arrays.stream(desk.display().getShells()).anyMatch(shell -> shell.isVisible() && (shell.getStyle() & MODAL) != 0);
        if (busy) {
            desk.display().timerExec(LATER_MILLIS, () -> askAgain(engine));
        } else {
            new ConnectDialog(desk, this, engine.profile(), OVER).open();
        }
    }

    /** A changed authority is the one trouble that must not be read over. */
    private static List<Problem> words(Profile profile, List<Problem> problems) {
        boolean changed = problems.stream()
                .anyMatch(problem -> "fingerprint".equals(problem.subject()) && problem.kind() == Problem.Kind.FORBIDDEN);
        return changed
                ? List.of(new Problem(Problem.Kind.FORBIDDEN,
                        profile.address() + " is not the engine that you trusted: it shows another authority than before.",
                        "Somebody may listen, or the engine was set up anew. Ask its administrator for the fingerprint, then check the box above and connect.",
                        "fingerprint"))
                : problems;
    }
}
