package hostelry.node.libvirt.link;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which libvirt to talk to: the one that was named; else the system's if it answers; else, for root in a container, a daemon of the node's own;
 * else the user's session, whose daemon libvirt starts by itself.
 */
public final class LibvirtPlace implements AutoCloseable {
    private static final List<Path> SYSTEM_SOCKETS = List.of(Path.of("/run/libvirt/libvirt-sock"), Path.of("/run/libvirt/virtqemud-sock"),
            Path.of("/var/run/libvirt/libvirt-sock"));
    public static final String SYSTEM = "qemu:///system";
    public static final String SESSION = "qemu:///session";

    private static final Path SETTINGS = Path.of("/etc/libvirt/qemu.conf");
    private static final Pattern SPICE_TLS = Pattern.compile("(?m)^\\s*spice_tls\\s*=\\s*1\\b");

    private final Optional<String> named;
    private final PrivateDaemon daemon;
    private final boolean root;

    /** @param named the URI of the settings */
    public LibvirtPlace(Optional<String> named, PrivateDaemon daemon, boolean root) {
        this.named = named;
        this.daemon = daemon;
        this.root = root;
    }

    /** What libvirt says about this host; empty where it can't be asked now, or is a daemon of our own, which knows but what it was told. */
    public String capabilitiesNow() {
        try {
            String uri = find();
            return uri.equals(daemon.uri()) ? "<host><uuid>" + daemon.hostId() + "</uuid>" : Session.capabilities(uri);
        } catch (NoLibvirt | LibvirtFault | UnsatisfiedLinkError e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** The URI to open now. Looked up anew each time: what was there may have gone. */
    String find() throws NoLibvirt, InterruptedException {
        if (named.isPresent()) {
            return named.get();
        }
        // once there is a daemon of our own with guests in it, a system's daemon that comes later must not take its place
        if (!daemon.used() && SYSTEM_SOCKETS.stream().anyMatch(LibvirtPlace::answers)) {
            return SYSTEM;
        }
        if (!root) {
            return SESSION;
        }
        if (Files.isDirectory(Path.of("/run/systemd/system"))) {
            throw new NoLibvirt("libvirt does not run. Start it with: systemctl enable --now libvirtd");
        }
        return daemon.start();
    }

    /**
     * Whether libvirt at this URI is set up for consoles with TLS: ours is, the system's where its settings say so, of others nobody knows, nor of one that was
     * named and only stands where ours would.
     */
    public boolean consolesWithTls(String uri) {
        return named.isEmpty() && uri.equals(daemon.uri()) || uri.equals(SYSTEM) && SPICE_TLS.matcher(settings()).find();
    }

    private static String settings() {
        try {
            return Files.readString(SETTINGS, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return ""; // not there, or not for us to read
        }
    }

    private static boolean answers(Path socket) {
        if (!Files.exists(socket)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            return false; // a socket that nobody listens on, or that is not for us
        }
    }

    /** Ends a daemon of our own; its guests live on. One that was named is somebody else's, even where it keeps its things in our home. */
    @Override
    public void close() {
        if (named.isEmpty()) {
            daemon.stop();
        }
    }
}
