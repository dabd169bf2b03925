package hostelry.node.libvirt;

import java.time.Duration;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Gives memory back to the guests: in the node product, whose collector grows its heap up to the limit before it looks for old garbage, one is asked for when the heap
 * has grown by {@code hostelry.node.heap.slack} megabytes. Without the property nothing is done, as in a process that serves more than the node.
 */
@Component(service = {}, immediate = true)
public final class SmallHeap {
    static final String SLACK = "hostelry.node.heap.slack";
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final long MIB = 1L << 20;

    private final long slack;
    private final Thread thread;

    /** @throws NumberFormatException where the property is no number */
    @Activate
    public SmallHeap(BundleContext context) {
        String told = context.getProperty(SLACK);
        this.slack = told == null || told.isBlank() ? 0 : Long.parseLong(told.strip()) * MIB;
        this.thread = Thread.ofVirtual().name("small heap").unstarted(this::run);
        if (slack > 0) {
            thread.start();
        }
    }

    private void run() {
        long kept = 0;
        try {
            while (true) {
                Thread.sleep(PAUSE);
                // the heap that is committed: what is used goes up and down with each batch of statistics
                if (Runtime.getRuntime().totalMemory() > kept + slack) {
                    System.gc();
                    kept = Runtime.getRuntime().totalMemory();
                }
            }
        } catch (InterruptedException e) {
            // the node ends
        }
    }

    @Deactivate
    public void close() {
        thread.interrupt();
    }
}
