package hostelry.node.libvirt.doctor;

import hostelry.pki.Identity;
import hostelry.pki.NodeIdentity;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Looks at what stands between this machine and its engine: certificate, clocks, and the port at which it is called. */
final class EngineLooks {
    private static final Duration SOON = Duration.ofDays(30);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long SECONDS_OFF = 5;
    private static final long SECONDS_WRONG = 60;
    private final Clock clock;

    EngineLooks(Clock clock) {
        this.clock = clock;
    }

    Finding certificate(Path home) {
        Path keys = home.resolve("pki");
        try {
            Optional<Identity> identity = Files.isDirectory(keys) ? NodeIdentity.load(keys) : Optional.empty();
            if (identity.isEmpty()) {
                return Finding.poor("certificate", "This machine belongs to no engine yet.",
                        "Take a token from the engine's window (Hosts, Add host) and start  hostelry-node --engine https://ENGINE:8443.");
            }
            Instant until = identity.get().certificate().getNotAfter().toInstant();
            Duration left = Duration.between(clock.instant(), until);
            if (left.isNegative()) {
                return Finding.bad("certificate", "The certificate ended on " + until + ".",
                        "Start the node once with  --anew --engine https://ENGINE:8443.");
            }
            String text = "The certificate is good until " + until + " (" + left.toDays() + " days).";
            return left.compareTo(SOON) < 0
                    ? Finding.poor("certificate", text, "The engine renews it long before; look whether it reaches this machine.")
                    : Finding.good("certificate", text);
        } catch (IOException e) {
            return Finding.bad("certificate", String.valueOf(e.getMessage()),
                    "Put the file back, or start the node once with  --anew --engine https://ENGINE:8443.");
        }
    }

    /** Nothing is said to it and nothing believed but its clock. */
    Finding time(URI engine) {
        try (HttpClient client = HttpClient.newBuilder().sslContext(NodeIdentity.towardsAnybody()).connectTimeout(PATIENCE).build()) {
            HttpResponse<Void> answer = client.send(
                    HttpRequest.newBuilder(engine.resolve("/ovirt-engine/services/pki-resource")).timeout(PATIENCE).build(),
                    HttpResponse.BodyHandlers.discarding());
            Instant there = ZonedDateTime.parse(answer.headers().firstValue("Date").orElse(""), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return offset(engine, Duration.between(there, clock.instant()).toSeconds(), answer.statusCode());
        } catch (IOException e) {
            return Finding.bad("engine", engine + " does not answer: " + e.getMessage() + ".",
                    "Look at its address, and at firewalls in between.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Finding.bad("engine", "Asking " + engine + " was interrupted.", "Try again.");
        } catch (DateTimeParseException e) {
            return Finding.bad("engine", "Whoever answers at " + engine + " tells no time.", "Look whether that is an engine.");
        }
    }

    static Finding offset(URI engine, long seconds, int status) {
        if (status != HttpURLConnection.HTTP_OK) {
            return Finding.bad("engine", "Whoever answers at " + engine + " does so with the status " + status + ".",
                    "Look whether that is an engine.");
        }
        String text = engine + " answers; the clocks differ by " + seconds + " s.";
        if (Math.abs(seconds) >= SECONDS_WRONG) {
            return Finding.bad("engine", text, "Set the clock: certificates have dates. chronyd or systemd-timesyncd keeps it right.");
        }
        return Math.abs(seconds) >= SECONDS_OFF
                ? Finding.poor("engine", text, "chronyd or systemd-timesyncd keeps the clock right.")
                : Finding.good("engine", text);
    }

    Finding port(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return Finding.good("port", "The port " + port + " is free on " + host + ".");
        } catch (IOException e) {
            return Finding.poor("port", "The port " + port + " on " + host + " can't be had: " + e.getMessage() + ".",
                    "That is well where the node runs already; else stop what has it, or name another one (--listen).");
        }
    }
}
