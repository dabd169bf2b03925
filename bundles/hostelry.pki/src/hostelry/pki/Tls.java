package hostelry.pki;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * All that a TLS library may ask for: a context, or the managers that it was made of, and the parameters that go with it.
 *
 * <p>Versions before TLS 1.2 are off. Trust is the PKIX check of the JDK (chain, dates, purpose) against our authority alone; the parameters
 * turn the check of the host name on, which the JDK's HttpClient, HttpsURLConnection and CXF also do by themselves.
 *
 * @param requireClient for a server: callers must show a certificate
 */
public record Tls(SSLContext context, KeyManager[] keyManagers, TrustManager[] trustManagers, boolean requireClient) {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    /** The versions of TLS that are spoken. */
    public static String[] protocols() {
        return PROTOCOLS.clone();
    }

    static Tls of(KeyManager keys, X509Certificate authority, Predicate<X509Certificate> revoked, boolean requireClient) {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("authority", authority);
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(trusted);
            TrustManager[] trustManagers = Arrays.stream(factory.getTrustManagers())
                    .map(manager -> manager instanceof X509ExtendedTrustManager usual ? new Trusting(usual, revoked) : manager)
                    .toArray(TrustManager[]::new);
            KeyManager[] keyManagers = {keys};
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keyManagers, trustManagers, new SecureRandom());
            return new Tls(context, keyManagers, trustManagers, requireClient);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("This Java can't set up TLS: " + e.getMessage(), e);
        }
    }

    /** The same, for a server whose callers must show a certificate. */
    Tls requiring() {
        return new Tls(context, keyManagers, trustManagers, true);
    }

    void forgetSessions() {
        for (SSLSessionContext sessions : List.of(context.getServerSessionContext(), context.getClientSessionContext())) {
            Collections.list(sessions.getIds()).forEach(id -> {
                SSLSession session = sessions.getSession(id);
                if (session != null) {
                    session.invalidate();
                }
            });
        }
    }

    /** For a server's sockets and engines. */
    public SSLParameters serverParameters() {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(PROTOCOLS);
        parameters.setNeedClientAuth(requireClient);
        return parameters;
    }

    /** For a client's sockets and engines. */
    public SSLParameters clientParameters() {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(PROTOCOLS);
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        return parameters;
    }
}
