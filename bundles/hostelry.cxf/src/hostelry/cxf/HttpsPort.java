package hostelry.cxf;

import hostelry.pki.Tls;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A listening HTTPS port (HTTP/1.1, each request on a virtual thread) with servlets behind it. */
public final class HttpsPort implements AutoCloseable {
    /** An idle connection is kept so long; longer than any call takes, and than clients are told. */
    private static final Duration IDLE = Duration.ofMinutes(5);
    /** What clients are told: URLConnection drops connections after 5 s unless a server says otherwise. */
    static final Duration TOLD = Duration.ofMinutes(4);
    private static final int HEADER_BYTES = 16 * 1024;
    /** Carriers of the selectors and acceptors; requests run on virtual threads. */
    private static final int PLATFORM_THREADS = 16;

    private final Server server;
    private final ServerConnector connector;

    private HttpsPort(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Opens the port.
     *
     * @param where port 0 takes a free one; see {@link #port()}
     * @param name of its threads
     * @param servlets by path specification, such as {@code /api/*}
     * @param filters before all of them, in order
     * @throws IOException the port is taken, or the address is none of this machine; the message says which
     */
    public static HttpsPort open(InetSocketAddress where, Tls tls, String name, Map<String, ? extends HttpServlet> servlets,
            List<? extends Filter> filters, Buses buses)
            throws IOException {
        Server server = new Server(threads(name));
        ServerConnector connector = new Connections(server, new SslConnectionFactory(ssl(tls), HttpVersion.HTTP_1_1.asString()),
                new OvirtHttp(http()));
        connector.setHost(where.getHostString());
        connector.setPort(where.getPort());
        connector.setIdleTimeout(IDLE.toMillis());
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler(ServletContextHandler.NO_SESSIONS);
        context.setContextPath("/");
        context.setClassLoader(buses.loader());
        context.addFilter(new FilterHolder(new KeepAlive(TOLD)), "/*", EnumSet.of(DispatcherType.REQUEST));
        filters.forEach(filter -> {
            FilterHolder holder = new FilterHolder(filter);
            holder.setAsyncSupported(true);
            context.addFilter(holder, "/*", EnumSet.of(DispatcherType.REQUEST));
        });
        servlets.forEach((path, servlet) -> {
            ServletHolder holder = new ServletHolder(servlet);
            holder.setInitParameter("hide-service-list-page", "true"); // understood by CXF alone
            holder.setAsyncSupported(true);
            context.addServlet(holder, path);
        });
        server.setHandler(context);
        server.setStopTimeout(0); // who wants to end calls well does so before
        server.setErrorHandler(new QuietErrors());
        context.setErrorHandler(new QuietErrors());
        try {
            buses.inside(() -> {
                server.start();
                return server;
            });
        } catch (RuntimeException e) {
            stop(server);
            throw new IOException("Can't listen on " + where.getHostString() + ":" + where.getPort() + ": " + reason(e), e);
        }
        return new HttpsPort(server, connector);
    }

    private static final class Connections extends ServerConnector {
        Connections(Server server, ConnectionFactory... factories) {
            super(server, 1, 1, factories);
        }

        @Override
        protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
            SocketChannelEndPoint made = new Lingering(channel, selector, key, getScheduler(), this::isRunning);
            made.setIdleTimeout(getIdleTimeout());
            return made;
        }
    }

    private static String reason(Throwable e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage());
    }

    private static QueuedThreadPool threads(String name) {
        Executor virtual = VirtualThreads.getNamedVirtualThreadsExecutor(name + "-");
        // Jetty's own queue would bring the whole of JMX with it, only to ask for the size of a line of the processor's cache
        QueuedThreadPool pool = new QueuedThreadPool(PLATFORM_THREADS, 2, new LinkedBlockingQueue<>());
        pool.setName(name + "-port");
        pool.setVirtualThreadsExecutor(virtual);
        return pool;
    }

    private static SslContextFactory.Server ssl(Tls tls) {
        SslContextFactory.Server ssl = new SslContextFactory.Server();
        ssl.setSslContext(tls.context());
        ssl.setIncludeProtocols(Tls.protocols());
        ssl.setNeedClientAuth(tls.requireClient());
        ssl.setSniRequired(false);
        return ssl;
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        SecureRequestCustomizer secure = new SecureRequestCustomizer();
        secure.setSniHostCheck(false); // we are called by address too
        http.addCustomizer(secure);
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        http.setRequestHeaderSize(HEADER_BYTES);
        return http;
    }

    /** The port that listens. */
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        stop(server);
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (TimeoutException e) {
            // who has not finished in time is cut off: the port is closed all the same
        } catch (Exception e) {
            throw new IllegalStateException("The port could not be closed: " + e.getMessage(), e);
        }
    }
}
