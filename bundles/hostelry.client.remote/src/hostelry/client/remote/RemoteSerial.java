package hostelry.client.remote;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.SerialConsoles;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Serial lines. Their bytes go through the ticket's own address: it is a secret, and stands in no message and in no log of requests. */
final class RemoteSerial implements SerialConsoles {
    private static final int BUFFER = 16 * 1024;
    /** Three times what the engine lets pass without a sign of life. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final Http http;
    private final Requests requests;

    RemoteSerial(Http http, Requests requests) {
        this.http = http;
        this.requests = requests;
    }

    @Override
    public Act<Ticket> ticket(Caller caller, String vm, int seconds) {
        return requests.acts().telling(caller, "POST", "/vms/" + Http.piece(vm) + "/serialconsole/ticket", out -> {
            out.start("action");
            out.start("ticket");
            out.text("expiry", seconds);
            out.end();
            out.end();
        }, outcome -> outcome.child("ticket").map(ticket -> new Ticket(ticket.value("value").orElse(""), seconds)).orElseThrow(
                () -> new Refusal(Problem.unavailable(vm, "The engine was restarted and does not know the ticket any more.",
                        "Open the console again."))));
    }

    @Override
    public Line open(String ticket, Consumer<byte[]> said, Consumer<String> ended) {
        URI address = http.engine().resolve("/serial/" + Http.piece(ticket));
        InputStream stream = http.open(HttpRequest.newBuilder(address).timeout(Http.PATIENCE).GET(), SILENCE);
        Listening line = new Listening(stream, address, said, ended);
        http.start(line::listen);
        return line;
    }

    /** One open line. */
    private final class Listening implements Line {
        private final InputStream stream;
        private final URI address;
        private final Consumer<byte[]> said;
        private final Consumer<String> ended;
        private final AtomicBoolean over = new AtomicBoolean();

        Listening(InputStream stream, URI address, Consumer<byte[]> said, Consumer<String> ended) {
            this.stream = stream;
            this.address = address;
            this.said = said;
            this.ended = ended;
        }

        void listen() {
            byte[] buffer = new byte[BUFFER];
            String reason = "The guest has ended or moved, or its serial line was closed.";
            try (stream) {
                for (int read = stream.read(buffer); read >= 0 && !over.get(); read = stream.read(buffer)) {
                    said.accept(Arrays.copyOf(buffer, read));
                }
            } catch (IOException e) {
                reason = "The engine does not answer any more.";
            }
            if (over.compareAndSet(false, true)) {
                ended.accept(reason);
            }
        }

        @Override
        public void type(byte[] bytes) {
            if (over.get()) {
                throw new Refusal(Problem.conflict(null, "The serial console is not open any more.", "Open it again."));
            }
            try (InputStream answer = http.open(
                    HttpRequest.newBuilder(address).timeout(Http.PATIENCE).PUT(BodyPublishers.ofByteArray(bytes)),
                    SILENCE)) {
                answer.readNBytes(1024); // nothing is told, but the connection can be used again
            } catch (IOException e) {
                throw Trouble.refusal(http.engine(), e);
            }
        }

        @Override
        public void close() {
            over.set(true);
            try {
                stream.close();
            } catch (IOException e) {
                throw Trouble.refusal(http.engine(), e);
            }
        }
    }
}
