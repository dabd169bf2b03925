package hostelry.engine.tests;

import hostelry.api.Engine;
import hostelry.home.Home;
import hostelry.pki.Pki;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** A caller with a name and a password before the door of the engine that runs in this framework; speaks XML. */
final class Desk implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client;
    private final String api;
    private final String login;

    /** Waits until the engine is ready and its door open. */
    Desk() throws Exception {
        service(Engine.class).ready().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        Home home = service(Home.class);
        client = HttpClient.newBuilder().sslContext(service(Pki.class).clientTls().context()).version(HttpClient.Version.HTTP_1_1).build();
        api = "https://localhost:" + home.settings().port() + "/ovirt-engine/api";
        String secret = "admin@internal:" + Files.readString(home.passwordFile()).strip();
        login = "Basic " + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
        waitForTheDoor();
    }

    private void waitForTheDoor() throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                get("");
                return;
            } catch (IOException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.sleep(50);
            }
        }
    }

    static <S> S service(Class<S> type) throws InterruptedException {
        BundleContext context = FrameworkUtil.getBundle(Desk.class).getBundleContext();
        ServiceTracker<S, S> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        try {
            S service = tracker.waitForService(PATIENCE.toMillis());
            if (service == null) {
                throw new AssertionError("no " + type.getSimpleName() + " came");
            }
            return service;
        } finally {
            tracker.close();
        }
    }

    HttpResponse<String> get(String path) throws Exception {
        return send("GET", path, BodyPublishers.noBody());
    }

    HttpResponse<String> post(String path, String body) throws Exception {
        return send("POST", path, BodyPublishers.ofString(body));
    }

    HttpResponse<String> put(String path, String body) throws Exception {
        return send("PUT", path, BodyPublishers.ofString(body));
    }

    HttpResponse<String> delete(String path) throws Exception {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    /** Without name and password. */
    HttpResponse<String> stranger(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(api + path)).build(), BodyHandlers.ofString());
    }

    /** As another user, at the user level. */
    HttpResponse<String> as(String user, String password, String method, String path, String body) throws Exception {
        String other = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return client.send(request(method, path, BodyPublishers.ofString(body), other).header("Filter", "true").build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body) throws Exception {
        return client.send(request(method, path, body, login).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String method, String path, BodyPublisher body, String who) {
        return HttpRequest.newBuilder(URI.create(api + path)).header("Authorization", who).header("Accept", "application/xml")
                .header("Content-Type", "application/xml").header("Correlation-Id", "desk").method(method, body);
    }

    /** Asks again until the answer is as wished, and gives that answer. */
    String await(String path, Predicate<String> wish) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String answer = get(path).body();
            if (wish.test(answer)) {
                return answer;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("It stayed so: " + answer);
            }
            Thread.sleep(50);
        }
    }

    /** The id of the first such element. */
    static String id(String element, String answer) {
        Matcher found = Pattern.compile("<" + element + " [^>]*\\bid=\"([^\"]+)\"").matcher(answer);
        if (!found.find()) {
            throw new AssertionError("no " + element + " with an id in " + answer);
        }
        return found.group(1);
    }

    /** How many such elements with an id there are. */
    static long count(String element, String answer) {
        return Pattern.compile("<" + element + " [^>]*\\bid=\"").matcher(answer).results().count();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
