package hostelry.node.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import hostelry.node.api.Facts;
import hostelry.node.api.NodeFault;
import hostelry.node.api.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The reports of one watch on their way to one caller: a line each, sent at once. */
final class ReportStream {
    /** A caller for whom more than that wait is too slow, or gone. */
    private static final int MOST_WAITING = 1000;
    private static final long PATIENCE_SECONDS = 10;

    private final BlockingQueue<Report> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final ObjectMapper mapper;
    private final Consumer<ReportStream> closed;
    private volatile Optional<String> ended = Optional.empty();
    private volatile AutoCloseable watch = () -> {};

    ReportStream(ObjectMapper mapper, Consumer<ReportStream> closed) {
        this.mapper = mapper;
        this.closed = closed;
    }

    void watch(Facts facts) throws NodeFault {
        watch = facts.watch(this::add, this::end);
    }

    private void add(Report report) {
        if (!waiting.offer(report)) {
            end("The receiver is too slow: " + MOST_WAITING + " reports wait for it.");
        }
    }

    void end(String reason) {
        if (ended.isEmpty()) {
            ended = Optional.of(reason);
        }
    }

    /** Copies until the watch ends or the caller is gone. */
    void copy(OutputStream out) throws IOException {
        try {
            long silentSince = System.nanoTime();
            while (ended.isEmpty()) {
                Report report = waiting.poll(200, TimeUnit.MILLISECONDS);
                if (report != null) {
                    line(out, report);
                    silentSince = System.nanoTime();
                } else if (TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - silentSince) >= PATIENCE_SECONDS) {
                    end("The node has not reported for " + PATIENCE_SECONDS + " s.");
                }
            }
            line(out, Map.of("ended", ended.orElseThrow()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    private void line(OutputStream out, Object value) throws IOException {
        out.write(mapper.writeValueAsBytes(value));
        out.write('\n');
        out.flush();
    }

    private void close() throws IOException {
        closed.accept(this);
        try {
            watch.close();
        } catch (Exception e) {
            throw new IOException("The watch could not be closed: " + e.getMessage(), e);
        }
    }
}
