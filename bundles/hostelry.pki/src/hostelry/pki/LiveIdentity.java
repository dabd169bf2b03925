package hostelry.pki;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.security.cert.X509Certificate;

/**
 * An identity that may be replaced while it is in use: connections that are there stay, new ones show the new certificate. Whoever is revoked is not spoken with,
 * on either side. Thread-safe.
 */
public final class LiveIdentity {
    private final LiveKeys keys;
    private final Tls server;
    private final Tls strictServer;
    private final List<Consumer<Identity>> followers = new CopyOnWriteArrayList<>();
    private volatile Identity now;

    /** @param revoked says whose certificate is not accepted any more; asked at each new connection */
    public LiveIdentity(Identity first, Predicate<X509Certificate> revoked) {
        this.now = first;
        this.keys = new LiveKeys(first);
        this.server = Tls.of(keys, first.authority(), revoked, false);
        this.strictServer = server.requiring();
    }

    /** The one of this moment. */
    public Identity now() {
        return now;
    }

    /**
     * Takes another one from now on.
     *
     * @throws IllegalArgumentException where it is of another authority: those who trust this one would not trust that
     */
    public synchronized void swap(Identity next) {
        if (!next.authority().equals(now.authority())) {
            throw new IllegalArgumentException("A certificate of another authority can't take the place of this one.");
        }
        keys.swap(next);
        now = next;
        followers.forEach(follower -> follower.accept(next));
    }

    /** Tells now, and whenever it is replaced. */
    public synchronized AutoCloseable follow(Consumer<Identity> follower) {
        followers.add(follower);
        follower.accept(now);
        return () -> followers.remove(follower);
    }

    /** Sessions of TLS are not taken up again: what was checked at their beginning is checked anew, as after a revocation. */
    public void forgetSessions() {
        server.forgetSessions();
    }

    /** TLS to be called with. {@code requireClient}: callers must show a certificate of the same authority. */
    public Tls serverTls(boolean requireClient) {
        return requireClient ? strictServer : server;
    }

    /** TLS to call with: servers must show a certificate of the same authority, in date and not revoked. */
    public Tls clientTls() {
        return server;
    }
}
