package hostelry.client.remote;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** The certificate of an engine's authority: the one thing that TLS to that engine trusts. */
public final class TrustedAuthority {
    private static final String PATH = "/ovirt-engine/services/pki-resource?resource=ca-certificate&format=X509-PEM-CA";
    private static final int MAX_LENGTH = 64 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final X509Certificate certificate;

    private TrustedAuthority(X509Certificate certificate) {
        this.certificate = certificate;
    }

    /**
     * From a PEM text, such as the file {@code pki/ca.pem} in the engine's home.
     *
     * @throws Refusal BAD_INPUT where it is none, or no authority's
     */
    public static TrustedAuthority of(String pem) {
        try {
            X509Certificate read = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
            if (read.getBasicConstraints() < 0) {
                throw new Refusal(Problem.badInput("authority", "This is the certificate of a machine, not of an authority.",
                        "Take the engine's ca.pem."));
            }
            return new TrustedAuthority(read);
        } catch (CertificateException e) {
            throw new Refusal(Problem.badInput("authority", "This is not a certificate in PEM form.", "Take the engine's ca.pem."), e);
        }
    }

    /**
     * Asks the engine itself. Nobody vouches for the answer but the fingerprint, so nothing else is said on that connection.
     *
     * @param fingerprint SHA-256 of the certificate, 64 hexadecimal digits with or without colons, that the user has from elsewhere
     * @throws Refusal FORBIDDEN where the engine shows another certificate, UNAVAILABLE where it does not answer
     */
    public static TrustedAuthority fetch(URI engine, String fingerprint) {
        byte[] wanted = digits(fingerprint);
        TrustedAuthority shown = of(download(engine.resolve(PATH)));
        if (!MessageDigest.isEqual(wanted, shown.sha256())) {
            throw new Refusal(new Problem(Problem.Kind.FORBIDDEN,
                    engine.getAuthority() + " shows an authority with another fingerprint: " + shown.fingerprint() + ".",
                    "Ask the engine's administrator which one is right; until then, don't log in.", "fingerprint"));
        }
        return shown;
    }

    /**
     * The fingerprint of the authority that an engine shows to anybody, to be compared by somebody who has it from elsewhere. Nothing is trusted by asking; who
     * has compared it hands it to {@link #fetch}.
     *
     * @throws Refusal UNAVAILABLE where the engine does not answer
     */
    public static String shownBy(URI engine) {
        return of(download(engine.resolve(PATH))).fingerprint();
    }

    private static byte[] digits(String fingerprint) {
        try {
            byte[] bytes = HexFormat.of().parseHex(fingerprint.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT));
            if (bytes.length == 32) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new Refusal(notAFingerprint(), e);
        }
        throw new Refusal(notAFingerprint());
    }

    private static Problem notAFingerprint() {
        return Problem.badInput("fingerprint", "A SHA-256 fingerprint has 64 hexadecimal digits.",
                "openssl x509 -noout -fingerprint -sha256 -in ca.pem shows it.");
    }

    private static String download(URI address) {
        try (HttpClient client = HttpClient.newBuilder().sslContext(context(new AnyServer())).version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE).build()) {
            HttpResponse<InputStream> response = client.send(HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] bytes = body.readNBytes(MAX_LENGTH);
                if (response.statusCode() != 200) {
                    throw new Refusal(Problem.unavailable(null,
                            address.getAuthority() + " has no certificate of an authority to show (status " + response.statusCode() + ").",
                            "Check the address: is it an engine?"));
                }
                return new String(bytes, StandardCharsets.US_ASCII);
            }
        } catch (IOException e) {
            throw Trouble.refusal(address, e);
        } catch (InterruptedException e) {
            throw Trouble.interrupted(e);
        }
    }

    /** SHA-256 of the certificate, as people compare it: {@code AB:CD:…}. */
    public String fingerprint() {
        return HexFormat.ofDelimiter(":").withUpperCase().formatHex(sha256());
    }

    private byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java knows no SHA-256.", e);
        }
    }

    /** TLS that trusts whom this authority vouches for, by the JDK's own checks of chain, dates and purpose; who uses it checks the host name. */
    SSLContext tls() {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("authority", certificate);
            TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
            managers.init(trusted);
            return context(managers.getTrustManagers());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("This Java can't set up TLS.", e);
        }
    }

    private static SSLContext context(TrustManager... managers) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java can't set up TLS.", e);
        }
    }

    /** For {@link #fetch} alone: what comes is believed only when its fingerprint is right. */
    private static final class AnyServer extends X509ExtendedTrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // the fingerprint decides
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
            // the fingerprint decides
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            // the fingerprint decides
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("no client is served here");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
            throw new CertificateException("no client is served here");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
            throw new CertificateException("no client is served here");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
