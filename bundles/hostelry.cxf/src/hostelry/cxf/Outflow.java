package hostelry.cxf;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Bytes of a serial line on their way to one caller, who listens until the line is over or it leaves. A zero byte now and then, which means nothing to a terminal, shows
 * that both ends are still there. Any thread may put; one copies.
 */
public final class Outflow {
    private static final byte[] END = {};
    private static final byte[] STILL_HERE = {0};
    private static final long BEAT_SECONDS = 10;
    /** Pieces that a slow caller may be behind; then whoever puts waits, and after that the caller is taken for gone. */
    private static final int WAITING = 256;

    private final BlockingQueue<byte[]> queue = new LinkedBlockingQueue<>(WAITING);

    /** @param bytes at least one; not changed any more */
    public void put(byte[] bytes) {
        try {
            if (!queue.offer(bytes, BEAT_SECONDS, TimeUnit.SECONDS)) {
                cut();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The line is over: what waits is still told. */
    public void end() {
        put(END);
    }

    /** At once, whatever waits. */
    public void cut() {
        queue.clear();
        queue.offer(END);
    }

    /**
     * Answers with all that is put, until the end.
     *
     * @throws IOException the caller has left
     */
    public void copy(HttpServletResponse response) throws IOException, InterruptedException {
        response.setContentType("application/octet-stream");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no"); // a proxy in between passes on what there is
        response.flushBuffer();
        while (true) {
            byte[] bytes = queue.poll(BEAT_SECONDS, TimeUnit.SECONDS);
            if (bytes != null && bytes.length == 0) {
                return;
            }
            response.getOutputStream().write(bytes == null ? STILL_HERE : bytes);
            response.getOutputStream().flush();
        }
    }
}
