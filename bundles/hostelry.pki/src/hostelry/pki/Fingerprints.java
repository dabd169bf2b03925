package hostelry.pki;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/** SHA-256 fingerprints as {@code openssl x509 -fingerprint -sha256} prints them. */
public final class Fingerprints {
    private static final int BYTES = 32;

    private Fingerprints() {}

    /** Of a certificate in PEM. @throws IllegalArgumentException with a sentence, where it is none */
    public static String ofCertificate(String pem) {
        try {
            return of(Pem.certificate(pem).getEncoded());
        } catch (CertificateException e) {
            throw new IllegalArgumentException("That is no certificate.", e);
        }
    }

    static String of(X509Certificate certificate) {
        try {
            return of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("A certificate without an encoding: " + e.getMessage(), e);
        }
    }

    static String of(byte[] encoded) {
        return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest(encoded));
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    /** SHA-256 of a secret text, in hexadecimal digits: what may be kept of a secret that has enough chance in it. */
    public static String hash(String secret) {
        return HexFormat.of().formatHex(digest(secret.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The 32 bytes that somebody wrote: with or without colons, and {@code SHA256:} before them.
     *
     * @throws IllegalArgumentException with a sentence
     */
    public static byte[] parse(String text) {
        String digits = text.strip().toLowerCase(Locale.ROOT).replaceFirst("^sha-?256[:=]", "").replaceAll("[:\\s]", "");
        try {
            byte[] bytes = HexFormat.of().parseHex(digits);
            if (bytes.length == BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("A SHA-256 fingerprint has 64 hexadecimal digits.", e);
        }
        throw new IllegalArgumentException("A SHA-256 fingerprint has 64 hexadecimal digits.");
    }

    /** Do both mean the same, however they are written? False for what is no fingerprint. */
    public static boolean same(String one, String other) {
        try {
            return Arrays.equals(parse(one), parse(other));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
