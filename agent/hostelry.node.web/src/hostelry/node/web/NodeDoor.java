package hostelry.node.web;

import hostelry.cxf.Buses;
import hostelry.home.Home;
import hostelry.node.api.Certificates;
import hostelry.node.api.Node;
import hostelry.node.web.enrol.Joining;
import hostelry.node.web.enrol.Wish;
import hostelry.pki.Fingerprints;
import hostelry.pki.Identity;
import hostelry.pki.LiveIdentity;
import hostelry.pki.NodeIdentity;
import hostelry.pki.Pki;
import hostelry.pki.Revocations;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
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
 * <p>In the node product {@code hostelry.node.identity=issued} says that the node's certificate comes from an engine elsewhere: it was brought as a file, or the node
 * asks for it (hostelry.node.web.enrol) and opens the door when it has it. Otherwise the authority of this framework gives it. Trouble at the start ends the process with a sentence and a status: a node that can't be called
 * is of no use, and somebody looks at the console now.
 */
@Component(service = {}, immediate = true)
public final class NodeDoor {
    static final String LISTEN = "hostelry.node.listen";
    static final String IDENTITY = "hostelry.node.identity";
    /** Where an identity that the engine issued lies, to be brought into the home first. */
    static final String BRING = "hostelry.node.identity.file";
    /** The engine that the machine shall belong to, the fingerprint of its authority, and the address under which the engine is to call. */
    static final String ENGINE = "hostelry.engine";
    static final String FINGERPRINT = "hostelry.node.fingerprint";
    static final String ADDRESS = "hostelry.node.address";
    /** {@code true}: asks although there is an identity already. */
    static final String ANEW = "hostelry.node.anew";
    /** In the environment, since everybody can read command lines. */
    static final String TOKEN = "HOSTELRY_JOIN_TOKEN";
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int USAGE = 64;
    private static final int NOT_WANTED = 77;
    private static final int NO_IDENTITY = 78;
    private static final int UNAVAILABLE = 69;
    private static final Pattern WHERE = Pattern.compile("(\\[[0-9a-fA-F:.]+\\]|[A-Za-z0-9.-]+):([0-9]{1,5})");

    private volatile @Nullable Thread joining;
    private boolean stopped;
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
            boolean issued = "issued".equals(context.getProperty(IDENTITY));
            Opening opening = new Opening(context, node, home, where, buses, issued);
            if (!issued) {
                // only now: to ask for the service makes an authority where there is none
                Pki pki = authority.getService();
                if (pki == null) {
                    throw new Refused(UNAVAILABLE, "The certificate authority of this engine does not start; the lines before say why.");
                }
                open(opening, pki.liveNode(), Optional.empty());
                return;
            }
            Optional<Identity> present = present(home, context.getProperty(BRING));
            Optional<Wish> wish = wish(context);
            if (present.isPresent() && (wish.isEmpty() || !wish.get().anew() && good(present.get(), wish.get()))) {
                moveIn(opening, present.get());
            } else if (wish.isPresent()) {
                Thread thread = Thread.ofPlatform().name("asking the engine").unstarted(() -> join(wish.get(), present, opening));
                joining = thread;
                thread.start();
            } else {
                throw new Refused(NO_IDENTITY,
                        "This node belongs to no engine yet. Start it once with  --engine https://HOST:8443 --token TOKEN  (the engine's window shows this"
                                + " line: Hosts, Add host), or with  --identity FILE.p12  as  hostelry-engine --issue-node  writes it.");
            }
        } catch (Refused e) {
            refuse(e.status, e.getMessage());
        } catch (IOException e) {
            refuse(UNAVAILABLE, String.valueOf(e.getMessage()));
        }
    }

    private record Opening(BundleContext context, Node node, Home home, InetSocketAddress where, Buses buses, boolean issued) {}

    private void moveIn(Opening opening, Identity identity) throws IOException {
        Home home = opening.home();
        Revocations revocations = new Revocations(home.pki(), home::writeSecret);
        LiveIdentity live = new LiveIdentity(identity, revocations);
        open(opening, live, Optional.of(new NodeKeys(live, revocations, home.pki(), home::writeSecret)));
    }

    private synchronized void open(Opening opening, LiveIdentity identity, Optional<Certificates> certificates) throws IOException {
        if (stopped) {
            return;
        }
        if (server != null) {
            server.close();
        }
        server = NodeServer.open(opening.node(), identity, certificates, opening.where(), opening.buses());
        if (opening.issued()) {
            // for those who show it besides, such as QEMU; the authority of this framework offers its own itself
            opening.context().registerService(LiveIdentity.class, identity, null);
        }
        System.out.println("Hostelry node ready: https://" + opening.where().getHostString() + ":" + server.port());
    }

    private static Optional<Wish> wish(BundleContext context) throws Refused {
        try {
            return Wish.of(context.getProperty(ENGINE), context.getProperty(FINGERPRINT), System.getenv(TOKEN),
                    context.getProperty(ADDRESS),
                    Boolean.parseBoolean(context.getProperty(ANEW)));
        } catch (IllegalArgumentException e) {
            throw new Refused(USAGE, String.valueOf(e.getMessage()));
        }
    }

    /** Is it still in date, and of the engine that was named? */
    private static boolean good(Identity identity, Wish wish) {
        try {
            identity.certificate().checkValidity();
            return Fingerprints.same(wish.fingerprint(), identity.authorityFingerprint());
        } catch (CertificateException e) {
            return false;
        }
    }

    private void join(Wish wish, Optional<Identity> present, Opening opening) {
        Home home = opening.home();
        Optional<Identity> proof = present.filter(identity -> good(identity, wish));
        try {
            new Joining(wish, opening.node(), opening.where().getPort(), home.pki(), home::writeSecret, System.out::println, PAUSE)
                    .join(proof, identity -> moveIn(opening, identity));
        } catch (Joining.Refused e) {
            refuse(NOT_WANTED, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            refuse(UNAVAILABLE, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the node ends
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

    private static Optional<Identity> present(Home home, @Nullable String file) throws Refused {
        try {
            if (file != null && !file.isBlank()) {
                NodeIdentity.bring(Path.of(file), home.pki(), home::writeSecret);
            }
            return NodeIdentity.load(home.pki());
        } catch (IOException e) {
            throw new Refused(NO_IDENTITY, String.valueOf(e.getMessage()));
        }
    }

    @Deactivate
    public void stop() {
        Thread thread = joining;
        if (thread != null) {
            thread.interrupt();
        }
        synchronized (this) {
            stopped = true;
            if (server != null) {
                server.close();
            }
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
