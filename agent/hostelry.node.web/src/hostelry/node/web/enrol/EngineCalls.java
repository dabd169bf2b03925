package hostelry.node.web.enrol;

import com.fasterxml.jackson.databind.ObjectMapper;
import hostelry.cxf.Json;
import hostelry.node.api.JoinAnswer;
import hostelry.node.api.JoinProof;
import hostelry.node.api.JoinRequest;
import hostelry.pki.Fingerprints;
import hostelry.pki.NodeIdentity;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Calls an engine that knows this machine not yet. */
final class EngineCalls implements AutoCloseable {
    private static final String AUTHORITY = "/ovirt-engine/services/pki-resource?resource=ca-certificate&format=X509-PEM-CA";
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofSeconds(20);
    /** The engine holds a question for 25 s. */
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int LONGEST = 8 * 1024 * 1024;

    private final ObjectMapper json = new Json().mapper();
    private final URI engine;
    private final String authority;
    private final HttpClient http;

    private EngineCalls(URI engine, String authority) throws IOException {
        this.engine = engine;
        this.authority = authority;
        this.http = client(NodeIdentity.towardsEngine(authority));
    }

    /**
     * Looks who is there.
     *
     * @throws WrongEngine it shows another authority than the wanted one
     * @throws Unreachable with a sentence, where nobody answers, or no engine
     */
    static EngineCalls open(Wish wish) throws IOException, Unreachable, WrongEngine, InterruptedException {
        String pem;
        // nothing is said on this connection, and nothing is believed before the fingerprint was compared
        try (HttpClient anybody = client(NodeIdentity.towardsAnybody())) {
            Answer answer = send(anybody, HttpRequest.newBuilder(wish.engine().resolve(AUTHORITY)).timeout(SHORT).build(), wish.engine());
            if (answer.status() != 200) {
                throw new Unreachable(wish.engine() + " answers with the status " + answer.status() + "; is it an engine?", null);
            }
            pem = new String(answer.body(), StandardCharsets.US_ASCII);
        }
        String shown;
        try {
            shown = Fingerprints.ofCertificate(pem);
        } catch (IllegalArgumentException e) {
            throw new Unreachable(wish.engine() + " shows no certificate of an authority; is it an engine?", e);
        }
        if (!Fingerprints.same(shown, wish.fingerprint())) {
            throw new WrongEngine(wish.engine() + " shows an authority with another fingerprint than the one that was given: " + shown
                    + ". Ask an administrator of the engine which one is right; until then, don't go on.");
        }
        return new EngineCalls(wish.engine(), pem);
    }

    private static HttpClient client(SSLContext tls) {
        return HttpClient.newBuilder().sslContext(tls).version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER).build();
    }

    /** The authority's certificate in PEM: its fingerprint was right. */
    String authority() {
        return authority;
    }

    JoinAnswer ask(JoinRequest request) throws IOException, Unreachable, InterruptedException {
        return post(JoinRequest.PATH, json.writeValueAsBytes(request), SHORT);
    }

    JoinAnswer stand(JoinProof proof) throws IOException, Unreachable, InterruptedException {
        return post(JoinRequest.PATH + "?stand", json.writeValueAsBytes(proof), LONG);
    }

    private JoinAnswer post(String path, byte[] document, Duration deadline) throws Unreachable, InterruptedException {
        Answer answer = send(http, HttpRequest.newBuilder(engine.resolve(path)).timeout(deadline)
                .header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(document)).build(), engine);
        try {
            JoinAnswer read = json.readValue(answer.body(), JoinAnswer.class);
            if (read != null && read.state() != null) {
                return read;
            }
            throw new Unreachable(engine + " answers with nothing that makes sense.", null);
        } catch (IOException e) {
            throw new Unreachable(engine + " answers with the status " + answer.status()
                    + " and nothing that makes sense; is it an engine that lets machines ask?", e);
        }
    }

    private record Answer(int status, byte[] body) {}

    private static Answer send(HttpClient client, HttpRequest request, URI engine) throws Unreachable, InterruptedException {
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return new Answer(response.statusCode(), body.readNBytes(LONGEST));
            }
        } catch (IOException e) {
            throw new Unreachable("The engine at " + engine + " can't be reached: "
                    + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()) + ".", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    /** Somebody else answers. Not to be tried again. */
    static final class WrongEngine extends Exception {
        private static final long serialVersionUID = 1L;

        WrongEngine(String sentence) {
            super(sentence);
        }
    }

    /** Nobody answers, or nobody who makes sense: to be tried again. */
    static final class Unreachable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreachable(String sentence, @Nullable Throwable cause) {
            super(sentence, cause);
        }
    }
}
