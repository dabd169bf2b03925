package hostelry.pki;

import hostelry.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
    private final Authority authority;
    private final Identity engineServer;
    private final Identity engineClient;
    private final Identity node;

    /** @throws UncheckedIOException with a sentence that names the file, where a file can't be read or written */
    @Activate
    public Pki(@Reference Home home) {
        this(home.pki(), home::writeSecret, Clock.systemUTC(), Names.ofThisMachine());
    }

    /** @param hostNames under which this machine is called */
    public Pki(Path folder, SecretWriter secrets, Clock clock, List<String> hostNames) {
        this.folder = folder;
        this.secrets = secrets;
        this.clock = clock;
        try {
            Files.createDirectories(folder);
            this.authority = authority();
            this.engineServer = identity("engine", Role.ENGINE, "engine", hostNames, EnumSet.of(Purpose.SERVER));
            this.engineClient = identity("engine-client", Role.ENGINE, "engine", List.of(), EnumSet.of(Purpose.CLIENT));
            this.node = identity("node", Role.NODE, "embedded-node", hostNames, EnumSet.of(Purpose.SERVER));
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

    private Identity identity(String file, Role role, String name, List<String> hosts, Set<Purpose> purposes) throws IOException {
        KeyFile keyFile = new KeyFile(folder, file, secrets);
        if (keyFile.exists()) {
            Identity known = keyFile.read();
            if (isGood(known, hosts)) {
                return known;
            }
        }
        Identity made = authority.issue(role, name, hosts, purposes);
        keyFile.write(made);
        return made;
    }

    private boolean isGood(Identity identity, List<String> hosts) {
        X509Certificate certificate = identity.certificate();
        Instant from = certificate.getNotBefore().toInstant();
        Duration life = Duration.between(from, certificate.getNotAfter().toInstant());
        return identity.authority().equals(authority.self().certificate())
                && clock.instant().isBefore(from.plus(life.multipliedBy(2).dividedBy(3)))
                && names(certificate).containsAll(hosts.stream().filter(host -> !host.contains(":")).toList());
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

    /** The engine as it is called. */
    public Identity engineServer() {
        return engineServer;
    }

    /** The engine as it calls nodes. */
    public Identity engineClient() {
        return engineClient;
    }

    /** The node in the same framework as the engine. */
    public Identity node() {
        return node;
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
