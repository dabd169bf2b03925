package hostelry.client.remote;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Bytes from the engine; a read that waits longer than it may is ended, which the JDK's client does not do by itself. */
final class WatchedStream extends FilterInputStream {
    private final long patience;
    private final Future<?> watch;
    /** Since when a read has been waiting; 0: none is. */
    private volatile long waiting;
    private volatile boolean late;

    WatchedStream(InputStream bytes, Duration patience, ScheduledExecutorService clock) {
        super(bytes);
        this.patience = patience.toNanos();
        long often = this.patience / 4;
        this.watch = clock.scheduleWithFixedDelay(this::look, often, often, TimeUnit.NANOSECONDS);
    }

    private void look() {
        long since = waiting;
        if (since != 0 && System.nanoTime() - since > patience) {
            late = true;
            try {
                in.close(); // wakes the reader
            } catch (IOException e) {
                throw new IllegalStateException("A stream that is too late could not be closed.", e);
            } finally {
                watch.cancel(false);
            }
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        waiting = System.nanoTime() | 1;
        try {
            int read = super.read(into, offset, length);
            mustBeInTime(null);
            return read;
        } catch (IOException e) {
            mustBeInTime(e);
            throw e;
        } finally {
            waiting = 0;
        }
    }

    private void mustBeInTime(@Nullable IOException trouble) throws IOException {
        if (late) {
            HttpTimeoutException timeout = new HttpTimeoutException("nothing came for " + TimeUnit.NANOSECONDS.toSeconds(patience) + " s");
            if (trouble != null) {
                timeout.initCause(trouble);
            }
            throw timeout;
        }
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 64 * 1024)).length;
    }

    @Override
    public void close() throws IOException {
        watch.cancel(false);
        super.close();
    }
}
