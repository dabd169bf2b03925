package hostelry.pki;

import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/** A certificate that the authority gave to somebody, as it is remembered and shown. */
public record Certified(X509Certificate certificate) {
    private static final int RADIX = 16;
    /** Of a life: due certificates of one day are spread over so much. */
    private static final int SPREAD = 64;

    /** @throws IllegalArgumentException with a sentence, where it is none */
    public static Certified parse(String pem) {
        try {
            return new Certified(Pem.certificate(pem));
        } catch (CertificateException e) {
            throw new IllegalArgumentException("That is no certificate.", e);
        }
    }

    public String pem() {
        return Pem.of(certificate);
    }

    /** In hexadecimal digits. */
    public String serial() {
        return certificate.getSerialNumber().toString(RADIX);
    }

    /** {@code O=Hostelry,OU=node,CN=name}: from the widest to the narrowest, as SPICE and libvirt write it. */
    public String subject() {
        return subject(certificate);
    }

    static String subject(X509Certificate certificate) {
        StringBuilder text = new StringBuilder();
        for (String part : certificate.getSubjectX500Principal().getName().split(",")) { // names of ours have no comma in them
            text.insert(0, text.isEmpty() ? part : part + ",");
        }
        return text.toString();
    }

    /** Of the public key, for people to compare. */
    public String keyFingerprint() {
        return Fingerprints.of(certificate.getPublicKey().getEncoded());
    }

    public Instant from() {
        return certificate.getNotBefore().toInstant();
    }

    public Instant until() {
        return certificate.getNotAfter().toInstant();
    }

    /** Has whoever holds its key signed this text? */
    public boolean signed(String text, String signature) {
        return KeyRequest.signed(certificate.getPublicKey(), text, signature);
    }

    /** When it is to be renewed: after two thirds of its life, and a little later by chance, so that not all of an estate come in one hour. */
    public Instant due() {
        return due(certificate);
    }

    static Instant due(X509Certificate certificate) {
        Instant from = certificate.getNotBefore().toInstant();
        Duration life = Duration.between(from, certificate.getNotAfter().toInstant());
        long chance = certificate.getSerialNumber().mod(BigInteger.valueOf(1000)).longValueExact();
        return from.plus(life.multipliedBy(2).dividedBy(3)).plus(life.dividedBy(SPREAD).multipliedBy(chance).dividedBy(1000));
    }
}
