package hostelry.pki;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/**
 * A key that wants a certificate: a PKCS#10 request (RFC 2986) whose own signature was checked. Names in it are not looked at: the authority sets them.
 *
 * @param key the public half
 * @param pem the request as it came
 */
public record KeyRequest(PublicKey key, String pem) {
    /** A request with a key of any permitted size is far smaller. */
    private static final int LONGEST = 8 * 1024;
    private static final int LEAST_RSA = 2048;
    private static final int MOST_RSA = 8192;
    private static final String BEGIN = "-----BEGIN CERTIFICATE REQUEST-----";
    private static final String END = "-----END CERTIFICATE REQUEST-----";

    /** For the key of an identity; its certificate says nothing here. */
    static String of(KeyPair keys) {
        try {
            PKCS10CertificationRequest request = new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=hostelry-node"),
                    keys.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()));
            return Pem.of("CERTIFICATE REQUEST", request.getEncoded());
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException("A request for a certificate can't be made: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a request from outside.
     *
     * @throws IllegalArgumentException with a sentence: no request, not signed by its own key, or a key that is too weak
     */
    public static KeyRequest parse(String pem) {
        String text = pem.strip();
        if (text.length() > LONGEST || !text.startsWith(BEGIN) || !text.endsWith(END)) {
            throw new IllegalArgumentException("That is no request for a certificate (PKCS#10 in PEM).");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(text.substring(BEGIN.length(), text.length() - END.length()));
            JcaPKCS10CertificationRequest request = new JcaPKCS10CertificationRequest(der);
            PublicKey key = request.getPublicKey();
            if (!strong(key)) {
                throw new IllegalArgumentException(
                        "The key is of a kind that is not taken: EC on P-256 or better, or RSA of 2048 bits or more.");
            }
            if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder().setProvider(new BouncyCastleProvider()).build(key))) {
                throw new IllegalArgumentException("The request is not signed by its own key.");
            }
            return new KeyRequest(key, text + "\n");
        } catch (IOException | GeneralSecurityException | OperatorCreationException | PKCSException e) {
            throw new IllegalArgumentException("That is no request for a certificate that can be read.", e);
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException e) {
            // what Bouncy Castle throws at bytes without sense
            throw new IllegalArgumentException("That is no request for a certificate that can be read.", e);
        }
    }

    private static boolean strong(PublicKey key) {
        return key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() >= 256 && ec.getParams().getOrder().bitLength() <= 521
                || key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= LEAST_RSA && rsa.getModulus().bitLength() <= MOST_RSA;
    }

    /** For people to compare: SHA-256 of the public key. */
    public String fingerprint() {
        return Fingerprints.of(key.getEncoded());
    }

    /** Has whoever holds the private half signed this text? */
    public boolean signed(String text, String signature) {
        return signed(key, text, signature);
    }

    static boolean signed(PublicKey key, String text, String signature) {
        try {
            Signature check = Signature.getInstance(key instanceof RSAPublicKey ? "SHA256withRSA" : "SHA256withECDSA");
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false; // what can't be read is not signed
        }
    }
}
