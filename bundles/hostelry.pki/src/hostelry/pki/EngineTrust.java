package hostelry.pki;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * What a machine checks that is not in the estate yet: that the other one is an engine of the authority it was told. It extends the class that the JDK takes as it
 * is: then the JDK does not check the name under which the engine was called, which the engine may not know (an address, a forwarded port).
 */
final class EngineTrust extends X509ExtendedTrustManager {
    private final @Nullable X509Certificate authority;

    /** @param authority null: whatever comes is compared by its fingerprint afterwards */
    EngineTrust(@Nullable X509Certificate authority) {
        this.authority = authority;
    }

    private void engine(X509Certificate[] chain) throws CertificateException {
        if (authority == null) {
            return;
        }
        try {
            chain[0].verify(authority.getPublicKey());
            chain[0].checkValidity();
        } catch (GeneralSecurityException e) {
            throw new CertificateException("Whoever answers is not of the authority with this fingerprint.", e);
        }
        boolean serves = chain[0].getExtendedKeyUsage() != null && chain[0].getExtendedKeyUsage().contains("1.3.6.1.5.5.7.3.1");
        if (!serves || Role.of(chain[0]).filter(Role.ENGINE::equals).isEmpty()) {
            throw new CertificateException("Whoever answers is of the right authority, but no engine.");
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        engine(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine sslEngine) throws CertificateException {
        engine(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        engine(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        nobody();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine sslEngine) throws CertificateException {
        nobody();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        nobody();
    }

    private static void nobody() throws CertificateException {
        throw new CertificateException("Nobody calls here.");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
