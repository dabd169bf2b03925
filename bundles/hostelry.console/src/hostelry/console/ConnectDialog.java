package hostelry.console;

import hostelry.api.Problem;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.dialog.FormDialog;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.memory.Profile;
import hostelry.console.kit.memory.Profiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** The login: to the engine in this process, or to one on another machine, whose authority is compared at the first contact and trusted from then on. */
final class ConnectDialog extends FormDialog {
    private static final String EMBEDDED = "The engine in this window";
    private static final int FINGERPRINT_HEIGHT = 46;
    private static final String FRESH = "Another engine…";

    private final Connecting connecting;
    private final Profiles profiles;
    private final List<Profile> known;
    private final @Nullable Profile first;
    private final String why;
    private @Nullable Combo choice;
    private @Nullable Text address;
    private @Nullable Text port;
    private @Nullable Text user;
    private @Nullable Text password;
    private @Nullable Button keep;
    private @Nullable Label authority;
    private @Nullable Text shown;
    private @Nullable Button trust;
    private @Nullable Button again;
    private List<Control> comparing = List.of();
    private String compared = "";
    private String asked = "";
    private boolean filling;

    /**
     * @param first what it is opened for; null: somebody chose the menu
     * @param why it opens by itself, as sentences; empty: there is nothing to say
     */
    ConnectDialog(ShellDesk desk, Connecting connecting, @Nullable Profile first, String why) {
        super(desk.shell(), desk.look(), Icon.LINK, "Connect", "Connect");
        this.connecting = connecting;
        this.profiles = new Profiles(desk.memory());
        this.first = first;
        this.why = why;
        this.known = new ArrayList<>(profiles.all());
        if (first != null && known.stream().noneMatch(one -> one.name().equals(first.name()))) {
            known.add(first);
        }
    }

    @Override
    protected void fields() {
        if (!why.isEmpty()) {
            words(why);
        }
        List<String> names = new ArrayList<>(List.of(EMBEDDED));
        known.forEach(profile -> names.add(profile.name()));
        names.add(FRESH);
        int at = first == null ? known.isEmpty() ? names.size() - 1 : 1 : names.indexOf(first.name());
        choice = combo("connect.choice", "Connect to", names, at);
        address = text("connect.address", "Address", "", "");
        address.setMessage("such as engine.example.com");
        port = text("connect.port", "Port", Integer.toString(Profile.PORT), "");
        user = text("connect.user", "User", "admin@internal", "");
        password = password("connect.password", "Password");
        keep = check("connect.keep", "Remember this connection (never the password)", true);
        authority = words("Compare this with what openssl x509 -noout -fingerprint -sha256 -in pki/ca.pem prints in the engine's home:");
        Composite place = room("Fingerprint", FINGERPRINT_HEIGHT);
        Text print = new Text(place, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.BORDER);
        print.setData(VerbBar.KEY, "connect.fingerprint");
        shown = print;
        Control[] all = place.getParent().getChildren();
        Control before = all[all.length - 2];
        trust = check("connect.trust", "It is the same; trust this engine from now on", false);
        comparing = List.of(authority, before, place, trust);
        again = check("connect.again", "It was set up anew: compare its fingerprint", false);
        choice.addListener(SWT.Selection, event -> fill());
        fill();
    }

    private static <W> W made(@Nullable W widget) {
        return Objects.requireNonNull(widget);
    }

    private @Nullable Profile chosen() {
        int index = made(choice).getSelectionIndex() - 1;
        return index >= 0 && index < known.size() ? known.get(index) : null;
    }

    private boolean embedded() {
        return made(choice).getSelectionIndex() == 0;
    }

    private void fill() {
        Profile profile = chosen();
        filling = true;
        made(address).setText(profile == null ? "" : profile.address());
        made(port).setText(Integer.toString(profile == null ? Profile.PORT : profile.port()));
        made(user).setText(profile == null ? "admin@internal" : profile.user());
        made(password).setText("");
        compared = profile == null ? "" : profile.fingerprint();
        asked = "";
        filling = false;
        for (Control control : List.of(made(address), made(port), made(user), made(password), made(keep))) {
            control.setEnabled(!embedded());
        }
        show("");
        (profile == null ? embedded() ? made(choice) : made(address) : made(password)).setFocus();
        changed();
    }

    /** The part about the authority is there when there is something to compare. */
    private void show(String fingerprint) {
        boolean now = !fingerprint.isEmpty();
        made(shown).setText(fingerprint);
        made(trust).setSelection(false);
        comparing.forEach(control -> present(control, now));
        present(made(again), false);
        made(again).setSelection(false);
        fit();
    }

    /** As high as what is shown, and no higher. */
    private void fit() {
        Shell shell = made(shown).getShell();
        shell.layout(true, true);
        if (shell.isVisible()) {
            shell.setSize(shell.getSize().x, shell.computeSize(shell.getSize().x, SWT.DEFAULT).y);
        }
    }

    /** Another place is another engine: what was compared before does not count there. */
    private void place() {
        Profile profile = chosen();
        boolean same = profile != null && profile.address().equals(value(address)) && Integer.toString(profile.port()).equals(value(port));
        compared = same ? profile.fingerprint() : "";
        if (!asked.equals(value(address) + ":" + value(port)) && !asked.isEmpty()) {
            asked = "";
            show("");
        }
    }

    private static String value(@Nullable Text text) {
        return made(text).getText().strip();
    }

    @Override
    protected List<String> problems() {
        if (filling || embedded()) {
            return List.of();
        }
        place();
        if (value(address).isEmpty() || value(address).matches(".*[/\\s@].*")) {
            return List.of("Give the name or address of the engine's machine, without https:// before it.");
        }
        if (!value(port).matches("\\d{1,5}") || Integer.parseInt(value(port)) < 1 || Integer.parseInt(value(port)) > 65_535) {
            return List.of("The port is a number from 1 to 65535.");
        }
        if (!value(user).contains("@")) {
            return List.of("The user has a realm, as admin@internal.");
        }
        if (made(password).getCharCount() == 0) {
            return List.of("Type the password.");
        }
        return !asked.isEmpty() && !made(trust).getSelection()
                ? List.of("Compare the fingerprint, then check that it is the same.")
                : List.of();
    }

    @Override
    protected String hint() {
        return embedded() ? "It runs in this process; there is no login." : "";
    }

    @Override
    protected void finish() {
        if (embedded()) {
            connecting.embedded();
            done();
            return;
        }
        String pin = !asked.isEmpty() && made(trust).getSelection() ? value(shown) : made(again).getSelection() ? "" : compared;
        String host = value(address);
        Profile old = chosen();
        Profile typed = Profile.of(host, Integer.parseInt(value(port)), value(user), pin);
        Profile profile = old != null && old.address().equals(host) && old.port() == typed.port()
                ? new Profile(old.name(), host, typed.port(), typed.user(), pin)
                : typed;
        boolean remember = made(keep).getSelection();
        connecting.remote(profile, made(password).getTextChars(), new Connecting.Answer() {
            @Override
            public void connected(Profile good) {
                if (remember) {
                    profiles.keep(good);
                }
                done();
            }

            @Override
            public void compare(String fingerprint) {
                if (getShell() != null && !getShell().isDisposed()) {
                    asked = profile.address() + ":" + profile.port();
                    show(fingerprint);
                    refuse(List.of("The first contact: compare the fingerprint of this engine, then connect."));
                    made(trust).setFocus();
                    changed();
                }
            }

            @Override
            public void refused(List<Problem> problems) {
                if (getShell() != null && !getShell().isDisposed()
                        && problems.stream().anyMatch(problem -> "fingerprint".equals(problem.subject()))) {
                    show("");
                    present(made(again), true);
                    fit();
                }
                refuse(problems.stream().map(Problem::sentence).toList());
            }
        });
    }
}
