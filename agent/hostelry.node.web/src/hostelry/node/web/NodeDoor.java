package hostelry.node.web;

import hostelry.cxf.Buses;
import hostelry.home.Home;
import hostelry.node.api.Node;
import hostelry.pki.Identity;
import hostelry.pki.NodeIdentity;
import hostelry.pki.Pki;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceScope;

/**
 * Opens the door of this framework's node where {@code hostelry.node.listen=HOST:PORT} says so; without the property it stays shut.
 *
 * <p>In the node product {@code hostelry.node.identity=issued} says that the node's key comes from an engine elsewhere; otherwise the
 * authority of this framework gives it. Trouble at the start ends the process with a sentence and a status: a node that can't be called
 * is of no use, and somebody looks at the console now.
 */
@Component(service = {}, immediate = true)
public final class NodeDoor {
    static final String LISTEN = "hostelry.node.listen";
    static final String IDENTITY = "hostelry.node.identity";
    /** Where an identity that the engine issued lies, to be brought into the home first. */
    static final String BRING = "hostelry.node.identity.file";
    private static final int USAGE = 64;
    private static final int NO_IDENTITY = 78;
    private static final int UNAVAILABLE = 69;
    private static final Pattern WHERE = Pattern.compile("(\\[[0-9a-fA-F:.]+\\]|[A-Za-z0-9.-]+):([0-9]{1,5})");

    private @Nullable NodeServer server;

    @Activate
    public NodeDoor(BundleContext context, @Reference Node node, @Reference Home home, @Reference Buses buses,
            @Reference(scope = ReferenceScope.BUNDLE) ComponentServiceObjects<Pki> authority) {
        String listen = context.getProperty(LISTEN);
        if (listen == null || listen.isBlank()) {
            return;
        }
        try {
            InetSocketAddress where = where(listen);
            server = NodeServer.open(node, identity(context, home, authority), where, buses);
            System.out.println("Hostelry node ready: https://" + where.getHostString() + ":" + server.port());
        } catch (Refused e) {
            refuse(e.status, e.getMessage());
        } catch (IOException e) {
            refuse(UNAVAILABLE, String.valueOf(e.getMessage()));
        }
    }

    /** Ends the process from another thread: the shutdown stops this bundle, and would wait for this very activation. */
    private static void refuse(int status, String sentence) {
        System.err.println(sentence);
        new Thread(() -> System.exit(status), "start refused").start();
    }

    static InetSocketAddress where(String text) throws Refused {
        Matcher matcher = WHERE.matcher(text.strip());
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > 65535) {
            throw new Refused(USAGE,
                    "'" + text + "' is no place to listen at. Give host and port, such as 0.0.0.0:54321 (" + LISTEN + ").");
        }
        String host = matcher.group(1).replaceAll("[\\[\\]]", "");
        return new InetSocketAddress(host, Integer.parseInt(matcher.group(2)));
    }

    private static Identity identity(BundleContext context, Home home, ComponentServiceObjects<Pki> authority) throws Refused {
        if ("issued".equals(context.getProperty(IDENTITY))) {
            return issued(home, context.getProperty(BRING));
        }
        // only now: to ask for the service makes an authority where there is none
        Pki pki = authority.getService();
        if (pki == null) {
            throw new Refused(UNAVAILABLE, "The certificate authority of this engine does not start; the lines before say why.");
        }
        return pki.node();
    }

    private static Identity issued(Home home, @Nullable String file) throws Refused {
        try {
            if (file != null && !file.isBlank()) {
                NodeIdentity.bring(Path.of(file), home.pki(), home::writeSecret);
            }
            Optional<Identity> identity = NodeIdentity.load(home.pki());
            return identity.orElseThrow(() -> new Refused(NO_IDENTITY,
                    "This node has no identity yet. On the engine's machine, run  hostelry-engine --issue-node NAME:HOST:FILE.p12  with this host's"
                            + " name, copy FILE.p12 and FILE.password here, and start this node with  --identity FILE.p12  once."));
        } catch (IOException e) {
            throw new Refused(NO_IDENTITY, String.valueOf(e.getMessage()));
        }
    }

    @Deactivate
    public void stop() {
        if (server != null) {
            server.close();
        }
    }

    /** The node does not start. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final int status;

        Refused(int status, String sentence) {
            super(sentence);
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}
