package hostelry.client.remote;

import hostelry.api.Caller;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Rehearsed;
import hostelry.wire.Format;
import hostelry.wire.Out;
import hostelry.wire.Tree;
import hostelry.wire.WireProblem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/** Requests to one engine for one user: limits, deadlines, a new login where the old one is over. What goes wrong comes out as a {@link Refusal}. */
final class Http implements AutoCloseable {
    static final String API = "/ovirt-engine/api";
    /** How long the head of an answer may take, and a pause within it. */
    static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration CONNECTING = Duration.ofSeconds(15);
    private static final int MAX_ANSWER = 8 << 20;
    private static final int MAX_SENTENCE = 1000;
    private static final String USER_AGENT = "Hostelry";

    private final URI engine;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService clock = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("connection watch").factory());
    private final HttpClient client;
    private final Session session;
    private final Overheard overheard = new Overheard();

    Http(URI engine, TrustedAuthority authority, String user, char[] password) {
        this.engine = URI.create("https://" + engine.getAuthority());
        // the JDK's client checks the host name against the certificate, and follows no redirection
        this.client = HttpClient.newBuilder().sslContext(authority.tls()).version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECTING)
                .executor(threads).build();
        this.session = new Session(client, engine, user, password);
    }

    URI engine() {
        return engine;
    }

    Session session() {
        return session;
    }

    Overheard overheard() {
        return overheard;
    }

    /** A thread for something that waits. */
    void start(Runnable work) {
        threads.execute(work);
    }

    // -- documents

    Tree get(Caller caller, String path) {
        return call(caller, "GET", path, null);
    }

    /**
     * @param headers names and values in turn
     * @throws Rehearsed for a caller who only asks
     */
    Tree call(Caller caller, String method, String path, @Nullable Body body, String... headers) {
        if (caller.rehearses() && !method.equals("GET")) {
            throw new Rehearsed(Reasons.verdict(answer(caller, method, path + (path.contains("?") ? "&" : "?") + "dry_run=true", body)));
        }
        return answer(caller, method, path, body, headers);
    }

    private Tree answer(Caller caller, String method, String path, @Nullable Body body, String... headers) {
        try (InputStream answer = open(caller, method, path, body, PATIENCE, headers)) {
            return document(answer);
        } catch (IOException e) {
            throw Trouble.refusal(engine, e);
        }
    }

    private static Tree document(InputStream answer) throws IOException {
        byte[] bytes = answer.readNBytes(MAX_ANSWER + 1);
        if (bytes.length == 0) {
            return Tree.empty("");
        }
        return read(bytes);
    }

    static Tree read(byte[] json) throws IOException {
        try {
            return Format.JSON.read(new ByteArrayInputStream(json), MAX_ANSWER);
        } catch (WireProblem e) {
            throw new Refusal(
                    Problem.failed(null, "The engine's answer can't be understood.", "Window and engine may be of different versions."), e);
        }
    }

    // -- streams

    /** The answer as it comes. @param silence how long nothing may come */
    InputStream open(Caller caller, String method, String path, @Nullable Body body, Duration silence, String... headers) {
        mustBeMine(caller);
        byte[] document = body == null ? null : bytes(body);
        String token = session.token();
        HttpResponse<InputStream> response = heard(request(caller, method, path, document, token, headers), document);
        if (response.statusCode() == 401) {
            discard(response);
            response = heard(request(caller, method, path, document, session.renew(token), headers), document);
        }
        return checked(response, silence);
    }

    /** To an address that is a secret by itself: no token goes there. */
    InputStream open(HttpRequest.Builder request, Duration silence) {
        return checked(send(request.header("User-Agent", USER_AGENT).header("Hostelry-Extras", "true")
                .header("Accept", "application/json, */*").build()), silence);
    }

    /** The length that is told of what stands there. */
    long length(HttpRequest.Builder request) {
        HttpResponse<InputStream> response = send(request.header("User-Agent", USER_AGENT).build());
        try (InputStream nothing = checked(response, PATIENCE)) {
            return response.headers().firstValueAsLong("Content-Length").orElse(0);
        } catch (IOException e) {
            throw Trouble.refusal(engine, e);
        }
    }

    private InputStream checked(HttpResponse<InputStream> response, Duration silence) {
        int status = response.statusCode();
        InputStream answer = new WatchedStream(response.body(), silence, clock);
        if (status >= 200 && status < 300) {
            return answer;
        }
        try (answer) {
            if (status == 401) {
                throw new Refusal(
                        new Problem(Problem.Kind.FORBIDDEN, "The engine does not take this login any more.", "Log in again.", null));
            }
            String type = response.headers().firstValue("Content-Type").orElse("");
            if (type.contains("json")) {
                throw Reasons.refusal(document(answer), status);
            }
            if (type.startsWith("text/plain")) {
                String sentence = new String(answer.readNBytes(MAX_SENTENCE), StandardCharsets.UTF_8).strip();
                throw new Refusal(new Problem(Reasons.kind(status), sentence, "", null));
            }
            throw new Refusal(new Problem(Reasons.kind(status), "The engine answers with status " + status + ".",
                    "Check the address: is it an engine?", null));
        } catch (IOException e) {
            throw Trouble.refusal(engine, e);
        }
    }

    private HttpRequest request(Caller caller, String method, String path, byte @Nullable [] document, String token, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(engine.resolve(API + path)).timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Hostelry-Extras", "true").header("Filter", "true").header("Version", "4")
                .header("Correlation-Id", caller.correlationId())
                .header("User-Agent", USER_AGENT);
        request.header("Accept", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        if (document == null) {
            return request.method(method, HttpRequest.BodyPublishers.noBody()).build();
        }
        return request.header("Content-Type", Format.JSON.mediaType()).method(method, HttpRequest.BodyPublishers.ofByteArray(document))
                .build();
    }

    private HttpResponse<InputStream> heard(HttpRequest request, byte @Nullable [] document) {
        Instant from = Instant.now();
        int status = 0;
        try {
            HttpResponse<InputStream> response = send(request);
            status = response.statusCode();
            return response;
        } finally {
            overheard.tell(request, session.user(), document, status, from);
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw Trouble.refusal(engine, e);
        } catch (InterruptedException e) {
            throw Trouble.interrupted(e);
        }
    }

    private void discard(HttpResponse<InputStream> response) {
        try (InputStream nothing = response.body()) {
            nothing.readNBytes(1024); // so that the connection can be used again
        } catch (IOException e) {
            throw Trouble.refusal(engine, e);
        }
    }

    private static byte[] bytes(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Out out = Format.JSON.out(bytes)) {
            body.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // into memory: it does not happen
        }
        return bytes.toByteArray();
    }

    private void mustBeMine(Caller caller) {
        if (!caller.userName().equals(session.user())) {
            throw new IllegalArgumentException("this connection is " + session.user() + "'s, not " + caller.userName() + "'s");
        }
    }

    /** A piece of a path, whatever characters are in it. */
    static String piece(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace(".", "%2E");
    }

    /** Logs out, if the engine is there, and ends whatever still goes on. */
    @Override
    public void close() {
        try {
            session.close();
        } catch (Refusal e) {
            // an engine that is not there has no session either, and one that can't be reached ends it after half an hour
            clock.shutdownNow();
        } finally {
            clock.shutdownNow();
            client.shutdownNow();
            threads.shutdown();
        }
    }
}
