package hostelry.node.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hostelry.node.api.Report;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Reads the reports of one node, a line each, until somebody ends it. */
final class WireWatch implements Runnable {
    private enum State {
        READING, CLOSED, GIVEN_UP
    }

    private final String node;
    private final InputStream stream;
    private final ObjectMapper mapper;
    private final Consumer<Report> reports;
    private final Consumer<String> ended;
    private final AtomicReference<State> state = new AtomicReference<>(State.READING);
    private volatile long heard = System.nanoTime();
    private volatile String givenUp = "";

    WireWatch(String node, InputStream stream, ObjectMapper mapper, Consumer<Report> reports, Consumer<String> ended) {
        this.node = node;
        this.stream = stream;
        this.mapper = mapper;
        this.reports = reports;
        this.ended = ended;
    }

    @Override
    public void run() {
        String reason;
        try (stream) {
            reason = read(new Lines(stream));
        } catch (IOException e) {
            reason = Trouble.sentence(node, e);
        } catch (RuntimeException e) {
            reason = "A report of the node " + node + " could not be taken: " + e.getMessage();
        }
        State last = state.getAndSet(State.CLOSED);
        if (last != State.CLOSED) {
            ended.accept(last == State.GIVEN_UP ? givenUp : reason);
        }
    }

    private String read(Lines lines) throws IOException {
        byte[] line = lines.next();
        while (line.length > 0 && state.get() == State.READING) {
            JsonNode tree = mapper.readTree(line);
            if (tree.has("ended")) {
                return tree.path("ended").asText();
            }
            Report report = mapper.treeToValue(tree, Report.class);
            heard = System.nanoTime();
            if (state.get() == State.READING) {
                reports.accept(report);
            }
            heard = System.nanoTime(); // the time that the receiver took is not the node's silence
            line = lines.next();
        }
        return "The node " + node + " ended its reports.";
    }

    long heard() {
        return heard;
    }

    boolean isReading() {
        return state.get() == State.READING;
    }

    /** The caller has enough. */
    void close() throws IOException {
        if (state.compareAndSet(State.READING, State.CLOSED)) {
            stream.close();
        }
    }

    /** The node has been silent for too long. */
    void giveUp(String reason) throws IOException {
        givenUp = reason;
        if (state.compareAndSet(State.READING, State.GIVEN_UP)) {
            stream.close();
        }
    }

    String node() {
        return node;
    }
}
