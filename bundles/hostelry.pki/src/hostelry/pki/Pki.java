package hostelry.pki;

import hostelry.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The estate's certificate authority and the identities of the engine, kept in the home's folder for keys.
 *
 * <p>On the first start all is made; on every start a certificate that is older than two thirds of its life, is of another authority, or
 * lacks a name of this machine is made anew. The authority lives ten years, a certificate one.
 */
@Component(service = Pki.class)
public final class Pki {
    private static final String AUTHORITY = "ca";
    private static final String AUTHORITY_PEM = "ca.pem";

    private final Path folder;
    private final SecretWriter secrets;
    private final Clock clock;
    private final List<String> hostNames;
    private final Authority authority;
    private final Revocations revocations;
    private final LiveIdentity engineServer;
    private final LiveIdentity engineClient;
    private final LiveIdentity node;

    /** @throws UncheckedIOException with a sentence that names the file, where a file can't be read or written */
    @Activate
    public Pki(BundleContext context, @Reference Home home) {
        this(home.pki(), home::writeSecret, Clock.systemUTC(), Names.ofThisMachine());
        // for those who show it besides, such as QEMU
        context.registerService(LiveIdentity.class, node, null);
    }

    /** @param hostNames under which this machine is called */
    public Pki(Path folder, SecretWriter secrets, Clock clock, List<String> hostNames) {
        this.folder = folder;
        this.secrets = secrets;
        this.clock = clock;
        this.hostNames = List.copyOf(hostNames);
        try {
            Files.createDirectories(folder);
            this.authority = authority();
            this.revocations = new Revocations(folder, secrets);
            this.engineServer = new LiveIdentity(identity(Own.ENGINE), revocations);
            this.engineClient = new LiveIdentity(identity(Own.CLIENT), revocations);
            this.node = new LiveIdentity(identity(Own.NODE), revocations);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Authority authority() throws IOException {
        KeyFile file = new KeyFile(folder, AUTHORITY, secrets);
        Authority found;
        if (file.exists()) {
            // an authority that can't be read is never replaced: every host of the estate trusts it
            found = Authority.of(file.read(), clock);
            Instant ends = found.self().certificate().getNotAfter().toInstant();
            if (!clock.instant().isBefore(ends)) {
                throw new IOException("The certificate authority in " + file.file() + " ended on " + ends
                        + ". Move the folder " + folder + " away, start again, and give every node a new certificate.");
            }
        } else {
            found = Authority.create(clock);
            file.write(found.self());
        }
        String pem = Pem.of(found.self().certificate());
        Path public_ = folder.resolve(AUTHORITY_PEM);
        if (!Files.exists(public_) || !Files.readString(public_, StandardCharsets.US_ASCII).equals(pem)) {
            Files.writeString(public_, pem, StandardCharsets.US_ASCII);
        }
        return found;
    }

    /** What is made and renewed here without anybody's asking. */
    private enum Own {
        ENGINE("engine", Role.ENGINE, "engine", EnumSet.of(Purpose.SERVER)),
        CLIENT("engine-client", Role.ENGINE, "engine", EnumSet.of(Purpose.CLIENT)),
        /** Serves the engine, screens and other hosts, and calls these. */
        NODE("node", Role.NODE, "embedded-node", EnumSet.of(Purpose.SERVER, Purpose.CLIENT));

        private final String file;
        private final Role role;
        private final String name;
        private final Set<Purpose> purposes;

        Own(String file, Role role, String name, Set<Purpose> purposes) {
            this.file = file;
            this.role = role;
            this.name = name;
            this.purposes = purposes;
        }
    }

    private Identity identity(Own own) throws IOException {
        KeyFile keyFile = new KeyFile(folder, own.file, secrets);
        List<String> hosts = own == Own.CLIENT ? List.of() : hostNames;
        if (keyFile.exists()) {
            Identity known = keyFile.read();
            if (isGood(known, hosts, own.purposes.size())) {
                return known;
            }
        }
        Identity made = authority.issue(own.role, own.name, hosts, own.purposes);
        keyFile.write(made);
        return made;
    }

    private boolean isGood(Identity identity, List<String> hosts, int purposes) {
        X509Certificate certificate = identity.certificate();
        try {
            return identity.authority().equals(authority.self().certificate())
                    && clock.instant().isBefore(Certified.due(certificate))
                    && certificate.getExtendedKeyUsage().size() == purposes
                    && names(certificate).containsAll(hosts.stream().filter(host -> !host.contains(":")).toList());
        } catch (CertificateParsingException e) {
            return false; // one that can't be read is made anew
        }
    }

    /**
     * Makes those of the engine's own certificates anew that are due, with everything running: connections that are there stay, new ones show the new certificate.
     *
     * @return the files of those that were
     * @throws UncheckedIOException with a sentence, where one can't be written; the old one stays in use
     */
    public List<String> renew() {
        List<String> renewed = new ArrayList<>();
        try {
            for (Own own : Own.values()) {
                LiveIdentity live = own == Own.ENGINE ? engineServer : own == Own.CLIENT ? engineClient : node;
                Identity next = identity(own);
                if (!next.certificate().equals(live.now().certificate())) {
                    live.swap(next);
                    renewed.add(own.file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return renewed;
    }

    private static Set<String> names(X509Certificate certificate) {
        Set<String> names = new HashSet<>();
        try {
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            if (alternatives != null) {
                alternatives.forEach(alternative -> names.add(String.valueOf(alternative.get(1)).toLowerCase(Locale.ROOT)));
            }
        } catch (CertificateParsingException e) {
            names.clear(); // one that can't be read has no names, and is made anew
        }
        return names;
    }

    /** The authority's certificate as PEM text, for everybody. */
    public String caCertificatePem() {
        return Pem.of(authority.self().certificate());
    }

    /**
     * Makes a key and a certificate for somebody else, such as a node; nothing of it is kept here.
     *
     * @param name 1 to 64 letters, digits, '.', '_' or '-'
     * @param sans host names and addresses under which it is called
     * @throws IllegalArgumentException with a sentence for a name that can't be in a certificate
     */
    public Identity issue(Role role, String name, Collection<String> sans, Set<Purpose> purposes) {
        return authority.issue(role, name, sans, purposes);
    }

    /**
     * Signs the key of a node.
     *
     * @param name 1 to 64 letters, digits, '.', '_' or '-'
     * @param sans host names and addresses under which it is called, as the engine has verified them
     * @throws IllegalArgumentException with a sentence for a name that can't be in a certificate
     */
    public Certified certify(KeyRequest request, String name, Collection<String> sans) {
        return new Certified(authority.certify(request.key(), Role.NODE, name, sans, EnumSet.of(Purpose.SERVER, Purpose.CLIENT)));
    }

    /**
     * Says whether a node's certificate counts now (of this authority, in date, not revoked), and whether the one who shows it holds its key.
     *
     * @param text that was signed with the key
     */
    public boolean proves(String certificatePem, String text, String signature) {
        try {
            X509Certificate certificate = Pem.certificate(certificatePem);
            certificate.verify(authority.self().certificate().getPublicKey());
            certificate.checkValidity(Date.from(clock.instant()));
            return !revocations.test(certificate) && Role.of(certificate).filter(Role.NODE::equals).isPresent()
                    && KeyRequest.signed(certificate.getPublicKey(), text, signature);
        } catch (GeneralSecurityException e) {
            return false; // what can't be read or was signed by somebody else proves nothing
        }
    }

    /** From now on nobody of this estate speaks with who shows this certificate. @param serial in hexadecimal digits */
    public void revoke(String serial) {
        try {
            revocations.add(new BigInteger(serial, 16), clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        engineServer.forgetSessions();
        engineClient.forgetSessions();
        node.forgetSessions();
    }

    /** @param serial in hexadecimal digits */
    public boolean revoked(String serial) {
        return revocations.has(new BigInteger(serial, 16));
    }

    /** Is this one not accepted any more? */
    public boolean revoked(X509Certificate certificate) {
        return revocations.test(certificate);
    }

    /** Is there anybody who is not accepted any more? */
    public boolean anybodyRevoked() {
        return !revocations.all().isEmpty();
    }

    /** The list of revoked certificates as PEM text, for everybody. */
    public String revocationsPem() {
        return Pem.of("X509 CRL", authority.revocations(revocations.all()));
    }

    /** When the authority itself ends: then every certificate of the estate does. */
    public Instant ends() {
        return authority.self().certificate().getNotAfter().toInstant();
    }

    /** SHA-256 of the authority's certificate, for people to compare and nodes to be told. */
    public String fingerprint() {
        return Fingerprints.of(authority.self().certificate());
    }

    /** The node in the same framework, whose certificate may be made anew while it is in use. */
    public LiveIdentity liveNode() {
        return node;
    }

    /** The engine as it is called. */
    public Identity engineServer() {
        return engineServer.now();
    }

    /** The engine as it calls nodes. */
    public Identity engineClient() {
        return engineClient.now();
    }

    /** The node in the same framework as the engine. */
    public Identity node() {
        return node.now();
    }

    /** TLS of the engine's doors. {@code requireClient}: callers must show a certificate of this authority. */
    public Tls serverTls(boolean requireClient) {
        return engineServer.serverTls(requireClient);
    }

    /** TLS with which the engine calls nodes. */
    public Tls clientTls() {
        return engineClient.clientTls();
    }
}
