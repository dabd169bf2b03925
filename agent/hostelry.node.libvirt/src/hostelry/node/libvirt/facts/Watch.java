package hostelry.node.libvirt.facts;

import hostelry.node.api.Report;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One who listens: gets all news in order on a thread of his own, and a heartbeat when there are none. */
final class Watch implements AutoCloseable {
    private static final int MOST_WAITING = 1_000;
    private static final long HEARTBEAT_MILLIS = 1_000;
    /** A connection that is gone is found out with the next heartbeats. */
    private static final long SURE_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final Consumer<Report> reports;
    private final Consumer<String> ended;
    private final Consumer<Watch> onEnd;
    private final Runnable told;
    private final BlockingQueue<News> queue = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Thread thread;
    private volatile @Nullable String reason;
    private volatile boolean closed;

    /** @param told is called once, when the first report was taken and nothing was heard of trouble for a while */
    Watch(Consumer<Report> reports, Consumer<String> ended, Consumer<Watch> onEnd, Runnable told) {
        this.reports = reports;
        this.ended = ended;
        this.onEnd = onEnd;
        this.told = told;
        this.thread = Thread.ofVirtual().name("watch").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void send(News news) {
        if (!queue.offer(news)) {
            end("The receiver of the reports is too slow.");
        }
    }

    /** What waits is still delivered. */
    void end(String why) {
        if (reason == null) {
            reason = why;
        }
    }

    private void run() {
        String why = "The node has ended the reports.";
        try {
            long number = 0;
            long from = System.nanoTime();
            boolean sure = false;
            while (!closed) {
                News news = queue.poll(reason == null ? HEARTBEAT_MILLIS : 0, TimeUnit.MILLISECONDS);
                if (news == null && reason != null) {
                    why = reason;
                    break;
                }
                reports.accept((news == null ? News.NONE : news).report(++number, System.currentTimeMillis()));
                if (!sure && System.nanoTime() - from >= SURE_NANOS) {
                    sure = true;
                    told.run();
                }
            }
        } catch (InterruptedException e) {
            return; // closed
        } catch (RuntimeException e) {
            why = "The receiver of the reports failed: " + e;
        } finally {
            onEnd.accept(this);
        }
        if (!closed) {
            ended.accept(why);
        }
    }

    @Override
    public void close() {
        closed = true;
        onEnd.accept(this);
        if (Thread.currentThread() != thread) {
            thread.interrupt();
        }
    }
}
