package hostelry.pki;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** A key of a node that has no certificate yet. It never leaves the machine; what goes to the engine is a request, and signatures that prove that it is held. */
public final class AskingKey {
    private static final String FILE = "node-asking";

    private final KeyPair keys;
    private final @Nullable Path folder;

    private AskingKey(KeyPair keys, @Nullable Path folder) {
        this.keys = keys;
        this.folder = folder;
    }

    /** One that is kept in memory, as for a renewal: where the node is restarted meanwhile, it is asked anew. */
    public static AskingKey fresh() {
        try {
            return new AskingKey(Authority.newKeys(), null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key can't be made: " + e.getMessage(), e);
        }
    }

    /**
     * The one that lies in a node's folder for keys; made where there is none: a node that is started again while it waits asks with the same key.
     *
     * @throws IOException with a sentence, where it can't be read or written
     */
    public static AskingKey in(Path folder, SecretWriter secrets) throws IOException {
        KeyFile file = new KeyFile(folder, FILE, secrets);
        if (!file.exists()) {
            // a file for keys wants a certificate, too: one that it has signed itself, which nobody trusts
            Authority self = Authority.create(Clock.systemUTC());
            file.write(self.issue(Role.NODE, "asking", List.of("localhost"), EnumSet.of(Purpose.SERVER)));
        }
        Identity found = file.read();
        return new AskingKey(new KeyPair(found.certificate().getPublicKey(), found.key()), folder);
    }

    /** The request for a certificate, in PEM. */
    public String request() {
        return KeyRequest.of(keys);
    }

    /** As the engine shows it to those who approve. */
    public String fingerprint() {
        return Fingerprints.of(keys.getPublic().getEncoded());
    }

    public String sign(String text) {
        return sign(keys.getPrivate(), text);
    }

    static String sign(PrivateKey key, String text) {
        try {
            Signature signature = Signature.getInstance(key instanceof RSAPrivateKey ? "SHA256withRSA" : "SHA256withECDSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java can't sign: " + e.getMessage(), e);
        }
    }

    /**
     * The identity that key and certificate make.
     *
     * @throws IOException with a sentence, where the certificate is for another key, of another authority, or of another role
     */
    public Identity certified(String certificatePem, X509Certificate authority) throws IOException {
        try {
            X509Certificate certificate = Pem.certificate(certificatePem);
            certificate.verify(authority.getPublicKey());
            certificate.checkValidity();
            if (!certificate.getPublicKey().equals(keys.getPublic())) {
                throw new IOException("The engine's certificate is for another key than this node's.");
            }
            if (Role.of(certificate).filter(Role.NODE::equals).isEmpty()) {
                throw new IOException("The engine's certificate is not for a node.");
            }
            return new Identity(keys.getPrivate(), certificate, authority);
        } catch (GeneralSecurityException e) {
            throw new IOException("The engine's certificate can't be used: " + e.getMessage(), e);
        }
    }

    /** It has its certificate, and is kept elsewhere now. */
    public void forget() throws IOException {
        if (folder != null) {
            Files.deleteIfExists(folder.resolve(FILE + ".p12"));
            Files.deleteIfExists(folder.resolve(FILE + ".password"));
        }
    }
}
