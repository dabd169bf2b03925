package hostelry.pki;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The certificates that are not accepted any more, by serial, in a file of lines {@code SERIAL TIME}. The engine writes it; a node takes what the engine's
 * authority has signed. What was revoked once stays so.
 */
public final class Revocations implements Predicate<X509Certificate> {
    static final String FILE = "revoked";
    private static final int RADIX = 16;
    private static final int LONGEST = 4 * 1024 * 1024;

    private final Path file;
    private final SecretWriter secrets;
    private final Map<BigInteger, Instant> revoked = new ConcurrentHashMap<>();

    /** @param folder for keys; @throws IOException with a sentence where the file is there and can't be read */
    public Revocations(Path folder, SecretWriter secrets) throws IOException {
        this.file = folder.resolve(FILE);
        this.secrets = secrets;
        if (Files.exists(file)) {
            try {
                for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                    String[] words = line.split(" ");
                    revoked.put(new BigInteger(words[0], RADIX), Instant.parse(words[1]));
                }
            } catch (RuntimeException e) {
                // to go on without it would let in whom somebody has shut out
                throw new IOException("The list of revoked certificates in " + file + " can't be read: " + e.getMessage(), e);
            }
        }
    }

    @Override
    public boolean test(X509Certificate certificate) {
        return revoked.containsKey(certificate.getSerialNumber());
    }

    boolean has(BigInteger serial) {
        return revoked.containsKey(serial);
    }

    Map<BigInteger, Instant> all() {
        return Map.copyOf(revoked);
    }

    /** On disk when this returns. Again: nothing. */
    synchronized void add(BigInteger serial, Instant when) throws IOException {
        if (!revoked.containsKey(serial)) {
            write(Map.of(serial, when));
        }
    }

    /**
     * Takes in a list that the authority has signed.
     *
     * @return is there anything new in it?
     * @throws IllegalArgumentException with a sentence, where it is none of this authority's
     */
    public synchronized boolean take(String pem, X509Certificate authority) throws IOException {
        if (pem.length() > LONGEST) {
            throw new IllegalArgumentException("The list of revoked certificates is too long.");
        }
        try {
            X509CRL list = (X509CRL) CertificateFactory.getInstance("X.509")
                    .generateCRL(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
            list.verify(authority.getPublicKey());
            Map<BigInteger, Instant> news = new LinkedHashMap<>();
            if (list.getRevokedCertificates() != null) {
                for (X509CRLEntry entry : list.getRevokedCertificates()) {
                    if (!revoked.containsKey(entry.getSerialNumber())) {
                        news.put(entry.getSerialNumber(), entry.getRevocationDate().toInstant());
                    }
                }
            }
            if (!news.isEmpty()) {
                write(news);
            }
            return !news.isEmpty();
        } catch (CRLException e) {
            throw new IllegalArgumentException("That is no list of revoked certificates.", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The list of revoked certificates is not signed by the engine's authority.", e);
        }
    }

    private void write(Map<BigInteger, Instant> news) throws IOException {
        Map<BigInteger, Instant> all = new LinkedHashMap<>(revoked);
        all.putAll(news);
        String text = all.entrySet().stream().map(entry -> entry.getKey().toString(RADIX) + " " + entry.getValue() + "\n")
                .collect(Collectors.joining());
        secrets.write(file, text.getBytes(StandardCharsets.US_ASCII));
        revoked.putAll(news);
    }
}
