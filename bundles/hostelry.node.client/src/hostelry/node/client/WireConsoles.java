package hostelry.node.client;

import hostelry.node.api.Consoles;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Serial lines over the wire: a stream of what the guest says, and a call for what is typed. */
final class WireConsoles implements Consoles {
    private static final int BUFFER = 16 * 1024;
    /** Three times what the node lets pass without a sign of life. */
    private static final long SILENCE_NANOS = Duration.ofSeconds(30).toNanos();
    private static final long LOOK_MILLIS = 2_000;

    private final Rest rest;
    private final ExecutorService threads;
    private final Deadlines deadlines;

    WireConsoles(Rest rest, ExecutorService threads, Deadlines deadlines) {
        this.rest = rest;
        this.threads = threads;
        this.deadlines = deadlines;
    }

    @Override
    public Line open(String id, Consumer<byte[]> said, Consumer<String> ended) throws NodeFault {
        if (!id.matches("[0-9A-Za-z-]{1,64}")) {
            throw new NodeFault(FaultCode.BAD_INPUT, "The id of a guest is a UUID.");
        }
        String path = "/node/consoles/" + id;
        Listening line = new Listening(rest.stream(path, deadlines.verb()), path, said, ended);
        threads.execute(line::listen);
        threads.execute(line::watch);
        return line;
    }

    /** One open line. */
    private final class Listening implements Line {
        private final InputStream stream;
        private final String path;
        private final Consumer<byte[]> said;
        private final Consumer<String> ended;
        private final AtomicBoolean over = new AtomicBoolean();
        private volatile long heard = System.nanoTime();

        Listening(InputStream stream, String path, Consumer<byte[]> said, Consumer<String> ended) {
            this.stream = stream;
            this.path = path;
            this.said = said;
            this.ended = ended;
        }

        void listen() {
            byte[] buffer = new byte[BUFFER];
            String reason = "The guest has ended or moved, or its serial line was closed.";
            try {
                for (int read = stream.read(buffer); read >= 0 && !over.get(); read = stream.read(buffer)) {
                    heard = System.nanoTime();
                    said.accept(Arrays.copyOf(buffer, read));
                }
            } catch (IOException e) {
                reason = "The host does not answer any more.";
            }
            if (over.compareAndSet(false, true)) {
                ended.accept(reason);
            }
            hangUp();
        }

        /** A host that died says nothing, not even that. */
        void watch() {
            try {
                while (!over.get() && System.nanoTime() - heard < SILENCE_NANOS) {
                    Thread.sleep(LOOK_MILLIS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            hangUp();
        }

        @Override
        public void type(byte[] bytes) throws NodeFault {
            if (over.get()) {
                throw new NodeFault(FaultCode.CONFLICT, "The serial console is not open any more.");
            }
            rest.put(path, bytes, bytes.length, deadlines.verb());
        }

        @Override
        public void close() {
            over.set(true);
            hangUp();
        }

        private void hangUp() {
            try {
                stream.close();
            } catch (IOException e) {
                // it is over either way
            }
        }
    }
}
