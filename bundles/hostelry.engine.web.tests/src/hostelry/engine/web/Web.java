package hostelry.engine.web;

import hostelry.cxf.Buses;
import hostelry.pki.Pki;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** An open door over a {@link FakeEngine}, and a caller before it. */
final class Web implements AutoCloseable {
    static final String XML = "application/xml";
    static final String JSON = "application/json";

    final FakeEngine engine = new FakeEngine();
    final HttpClient client;
    final SSLContext tls;
    final String authority;
    private final Path folder;
    private final Door door;

    Web() {
        try {
            folder = Files.createTempDirectory("door");
            Pki pki = new Pki(folder, Files::write, Clock.systemUTC(), List.of("localhost"));
            authority = pki.caCertificatePem();
            door = Door.open(0, pki.serverTls(false), authority, "0.1.0", engine.services(), new Buses());
            tls = pki.clientTls().context();
            client = HttpClient.newBuilder().sslContext(tls).version(HttpClient.Version.HTTP_1_1).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return door.port();
    }

    /** All that answer. */
    List<Object> resources() {
        return Door.resources(engine.services(), new ImageTickets(), authority, "0.1.0", () -> null);
    }

    String address(String path) {
        return "https://localhost:" + door.port()
                + (path.startsWith("/ovirt-engine") || path.startsWith("/images") ? path : Paths.API + path);
    }

    /** A request of the administrator's, by name and password. */
    HttpRequest.Builder request(String path) {
        return stranger(path).header("Authorization",
                "Basic " + Base64.getEncoder().encodeToString(("admin@internal:" + FakeAccess.PASSWORD).getBytes(StandardCharsets.UTF_8)));
    }

    HttpRequest.Builder stranger(String path) {
        return HttpRequest.newBuilder(URI.create(address(path)));
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    HttpResponse<String> get(String path, String accept) {
        return send(request(path).header("Accept", accept));
    }

    HttpResponse<String> post(String path, String body) {
        return send(
                request(path).header("Content-Type", body.startsWith("{") ? JSON : XML).header("Accept", body.startsWith("{") ? JSON : XML)
                        .POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> put(String path, String body) {
        return send(
                request(path).header("Content-Type", body.startsWith("{") ? JSON : XML).header("Accept", body.startsWith("{") ? JSON : XML)
                        .PUT(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What stands between the first such tags. */
    static String between(String text, String from, String to) {
        int start = text.indexOf(from);
        if (start < 0) {
            throw new AssertionError("no " + from + " in " + text);
        }
        return text.substring(start + from.length(), text.indexOf(to, start + from.length()));
    }

    @Override
    public void close() {
        client.shutdownNow();
        door.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
