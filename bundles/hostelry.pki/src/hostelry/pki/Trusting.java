package hostelry.pki;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.function.Predicate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** The JDK's check (chain, dates, purpose, name), and after it whether the certificate was revoked. */
final class Trusting extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager usual;
    private final Predicate<X509Certificate> revoked;

    Trusting(X509ExtendedTrustManager usual, Predicate<X509Certificate> revoked) {
        this.usual = usual;
        this.revoked = revoked;
    }

    private void notRevoked(X509Certificate[] chain) throws CertificateException {
        if (revoked.test(chain[0])) {
            throw new CertificateException("The certificate of " + chain[0].getSubjectX500Principal().getName() + " was revoked.");
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        usual.checkClientTrusted(chain, type, socket);
        notRevoked(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        usual.checkServerTrusted(chain, type, socket);
        notRevoked(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        usual.checkClientTrusted(chain, type, engine);
        notRevoked(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        usual.checkServerTrusted(chain, type, engine);
        notRevoked(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        usual.checkClientTrusted(chain, type);
        notRevoked(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        usual.checkServerTrusted(chain, type);
        notRevoked(chain);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return usual.getAcceptedIssuers();
    }
}
