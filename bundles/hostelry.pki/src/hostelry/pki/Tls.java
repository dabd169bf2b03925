package hostelry.pki;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

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

    static Tls of(Identity identity, boolean requireClient) {
        try {
            char[] password = new char[0]; // the key store lives in memory only
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            // without the authority's certificate: whoever trusts it has it
            keys.setKeyEntry("key", identity.key(), password, new Certificate[]{identity.certificate()});
            KeyManagerFactory keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keyManagers.init(keys, password);
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("authority", identity.authority());
            TrustManagerFactory trustManagers = TrustManagerFactory.getInstance("PKIX");
            trustManagers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), new SecureRandom());
            return new Tls(context, keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), requireClient);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("This Java can't set up TLS with " + identity + ": " + e.getMessage(), e);
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
