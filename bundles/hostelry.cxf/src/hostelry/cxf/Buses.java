package hostelry.cxf;

import java.util.concurrent.Callable;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.common.logging.LogUtils;
import org.apache.cxf.common.logging.Slf4jLogger;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.staxutils.StaxUtils;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Makes CXF buses, and runs what must run with CXF's class loader. */
@Component(service = Buses.class)
public final class Buses {
    /** Far more than any of our messages has; far less than what hurts. */
    private static final int MOST_CHILDREN = 10_000;
    private static final int DEEPEST = 40;
    private static final int MOST_ELEMENTS = 200_000;
    private static final int MOST_ATTRIBUTES = 100;
    private static final int LONGEST_ATTRIBUTE = 64 * 1024;
    private static final int LONGEST_TEXT = 1024 * 1024;
    private static final long MOST_CHARACTERS = 16L * 1024 * 1024;

    private final ClassLoader loader = ExtensionManagerBus.class.getClassLoader();

    @Activate
    public Buses() {
        // CXF's own default is java.util.logging, which nobody reads here
        LogUtils.setLoggerClass(Slf4jLogger.class);
    }

    /** A new bus with our limits; who makes it shuts it down. */
    public Bus create() {
        Bus bus = inside(() -> new CXFBusFactory().createBus());
        bus.setExtension(loader, ClassLoader.class);
        bus.setProperty(StaxUtils.MAX_CHILD_ELEMENTS, MOST_CHILDREN);
        bus.setProperty(StaxUtils.MAX_ELEMENT_DEPTH, DEEPEST);
        bus.setProperty(StaxUtils.MAX_ELEMENT_COUNT, (long) MOST_ELEMENTS);
        bus.setProperty(StaxUtils.MAX_ATTRIBUTE_COUNT, MOST_ATTRIBUTES);
        bus.setProperty(StaxUtils.MAX_ATTRIBUTE_SIZE, LONGEST_ATTRIBUTE);
        bus.setProperty(StaxUtils.MAX_TEXT_LENGTH, LONGEST_TEXT);
        bus.setProperty(StaxUtils.MAX_XML_CHARACTERS, MOST_CHARACTERS);
        bus.setProperty(FaultListener.class.getName(), new Faults());
        return bus;
    }

    /** The servlet that leads to the services of a bus. */
    public CXFNonSpringServlet servlet(Bus bus) {
        CXFNonSpringServlet servlet = new CXFNonSpringServlet(null, false);
        servlet.setBus(bus);
        return servlet;
    }

    /** CXF's class loader, for servlet contexts. */
    public ClassLoader loader() {
        return loader;
    }

    /** Runs an action with CXF's class loader. */
    public <T> T inside(Callable<T> action) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return action.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e.getMessage(), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
