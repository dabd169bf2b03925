package hostelry.pki;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** A node's identity on its way: written out where the authority is, read where the node runs. */
public final class NodeIdentity {
    private static final String NAME = "node";
    private static final String ENDING = ".p12";

    private NodeIdentity() {}

    /**
     * Makes a key and a certificate for a node and writes them as {@code FILE.p12} and {@code FILE.password}, which the administrator brings to
     * the node's machine ({@link #bring}).
     *
     * @param name of the node in the certificate
     * @param hosts names and addresses under which the engine calls it
     * @param file ends with {@code .p12}
     * @throws IOException with a sentence, where the file exists or can't be written
     * @throws IllegalArgumentException with a sentence, where a name makes no sense
     */
    public static void export(Pki pki, String name, Collection<String> hosts, Path file, SecretWriter secrets) throws IOException {
        Path full = file.toAbsolutePath().normalize();
        String last = String.valueOf(full.getFileName());
        if (!last.endsWith(ENDING) || last.length() == ENDING.length()) {
            throw new IllegalArgumentException("The file for a node's identity has a name that ends with .p12, and not " + last + ".");
        }
        if (Files.exists(full)) {
            throw new IOException("The file " + full + " exists already. Name another one, or delete it first.");
        }
        if (full.getParent() == null || !Files.isDirectory(full.getParent())) {
            throw new IOException("The folder " + full.getParent() + " does not exist.");
        }
        Identity identity = pki.issue(Role.NODE, name, hosts, EnumSet.of(Purpose.SERVER));
        new KeyFile(full.getParent(), last.substring(0, last.length() - ENDING.length()), secrets).write(identity);
    }

    /**
     * Brings an identity that was written out into a node's folder for keys, in place of the one that may be there.
     *
     * @throws IOException with a sentence, where it can't be read or written
     */
    public static void bring(Path file, Path folder, SecretWriter secrets) throws IOException {
        Path full = file.toAbsolutePath().normalize();
        String last = String.valueOf(full.getFileName());
        if (!last.endsWith(ENDING) || !Files.isRegularFile(full)) {
            throw new IOException("There is no identity of a node at " + full + ". Name the FILE.p12 that the engine issued (--identity).");
        }
        KeyFile from = new KeyFile(full.getParent(), last.substring(0, last.length() - ENDING.length()), secrets);
        new KeyFile(folder, NAME, secrets).write(from.read());
    }

    /**
     * Reads the identity of the node whose folder for keys this is; empty where it has none yet.
     *
     * @throws IOException with a sentence, where the files are there and can't be used
     */
    public static Optional<Identity> load(Path folder) throws IOException {
        KeyFile file = new KeyFile(folder, NAME, (path, bytes) -> {
            throw new IOException(path + " is only read here.");
        });
        return file.exists() ? Optional.of(file.read()) : Optional.empty();
    }

    /** Keeps an identity in a node's folder for keys, in place of the one that may be there. */
    public static void keep(Identity identity, Path folder, SecretWriter secrets) throws IOException {
        new KeyFile(folder, NAME, secrets).write(identity);
    }

    /** Proves with the key of an identity that it is held. */
    public static String sign(Identity identity, String text) {
        return AskingKey.sign(identity.key(), text);
    }

    /**
     * TLS to an engine whose authority is known and nothing more: whoever shows a certificate of an engine by this authority is one. Under which name it was called
     * does not matter; nobody else is ever given that role.
     *
     * @param authorityPem was compared with a fingerprint before
     */
    public static SSLContext towardsEngine(String authorityPem) throws IOException {
        try {
            X509Certificate authority = Pem.certificate(authorityPem);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[]{new EngineTrust(authority)}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("The certificate of the engine's authority can't be used: " + e.getMessage(), e);
        }
    }

    /** TLS that believes everybody: to fetch what is compared with a fingerprint afterwards, and for nothing else. */
    public static SSLContext towardsAnybody() throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[]{new EngineTrust(null)}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("This Java can't set up TLS: " + e.getMessage(), e);
        }
    }

    /** @throws IOException with a sentence, where it is no certificate */
    public static X509Certificate authority(String pem) throws IOException {
        try {
            return Pem.certificate(pem);
        } catch (GeneralSecurityException e) {
            throw new IOException("The engine shows no certificate of an authority.", e);
        }
    }
}
