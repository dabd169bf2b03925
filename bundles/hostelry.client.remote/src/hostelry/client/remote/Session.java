package hostelry.client.remote;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.wire.Format;
import hostelry.wire.Tree;
import hostelry.wire.WireProblem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The user's login: a token, got for name and password, and got again when the engine no longer takes it. */
final class Session {
    private static final String LOGIN = "/ovirt-engine/sso/oauth/token";
    private static final String LOGOUT = "/ovirt-engine/services/sso-logout";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MAX_ANSWER = 64 * 1024;

    private final HttpClient client;
    private final URI engine;
    private final String user;

    // guarded by this
    private char[] password;
    private @Nullable String token;
    /** The password was right once: when it is not any more, that is news. */
    private boolean worked;
    /** Why the engine does not take the password any more. It is not tried again: wrong tries lock the user out. */
    private @Nullable Refusal denied;
    private Runnable onDenied = () -> {};
    private boolean closed;

    Session(HttpClient client, URI engine, String user, char[] password) {
        this.client = client;
        this.engine = engine;
        this.user = user;
        this.password = password.clone();
    }

    String user() {
        return user;
    }

    /** The token; logs in where there is none yet. */
    synchronized String token() {
        if (token == null) {
            token = login();
        }
        return token;
    }

    /** Another token than the one that the engine does not take any more; when many find that out at once, one logs in. */
    synchronized String renew(String refused) {
        if (refused.equals(token)) {
            token = null;
        }
        return token();
    }

    /** The password has become another, and with it the token is over. The old one is wiped. */
    synchronized void renewWith(char[] other) {
        Arrays.fill(password, '\0');
        password = other;
        token = null;
        worked = false;
        denied = null;
    }

    synchronized void onDenied(Runnable listener) {
        onDenied = listener;
    }

    /** Does the engine refuse the password that it once took? */
    synchronized boolean denied() {
        return denied != null;
    }

    private String login() {
        if (closed) {
            throw new Refusal(Problem.unavailable(null, "The connection was closed.", "Log in again."));
        }
        if (denied != null) {
            throw new Refusal(denied.problems());
        }
        Tree answer;
        try {
            answer = post(LOGIN,
                    "grant_type=password&scope=ovirt-app-api&username=" + encoded(user) + "&password=" + encoded(new String(password)));
        } catch (Refusal e) {
            deny(e);
            throw e;
        }
        worked = true;
        return answer.value("access_token").filter(text -> !text.isEmpty())
                .orElseThrow(() -> new Refusal(
                        Problem.failed(null, engine.getAuthority() + " gives no token.", "Check the address: is it an engine?")));
    }

    private void deny(Refusal refusal) {
        if (refusal.kind() == Problem.Kind.FORBIDDEN) {
            denied = refusal;
            if (worked) {
                worked = false;
                onDenied.run();
            }
        }
    }

    /** Ends it on the engine's side, too. */
    synchronized void close() {
        closed = true;
        Arrays.fill(password, '\0');
        String last = token;
        token = null;
        if (last != null) {
            post(LOGOUT, "token=" + encoded(last));
        }
    }

    private Tree post(String path, String form) {
        HttpRequest request = HttpRequest.newBuilder(engine.resolve(path)).timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json").POST(HttpRequest.BodyPublishers.ofString(form)).build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            Tree answer;
            try (InputStream body = response.body()) {
                answer = Format.JSON.read(body, MAX_ANSWER);
            }
            if (response.statusCode() != 200) {
                throw refused(response.statusCode(), answer);
            }
            return answer;
        } catch (IOException e) {
            throw Trouble.refusal(engine, e);
        } catch (InterruptedException e) {
            throw Trouble.interrupted(e);
        } catch (WireProblem e) {
            throw new Refusal(Problem.failed(null, engine.getAuthority() + " answers to a login as no engine does.",
                    "Check the address: is it an engine?"), e);
        }
    }

    private Refusal refused(int status, Tree answer) {
        String sentence = answer.value("error").filter(text -> !text.isEmpty()).orElse("The login failed with status " + status + ".");
        boolean denied = answer.value("error_code").filter("access_denied"::equals).isPresent();
        return new Refusal(new Problem(denied ? Problem.Kind.FORBIDDEN : Reasons.kind(status), sentence,
                answer.value("error_description").orElse(""), null));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
