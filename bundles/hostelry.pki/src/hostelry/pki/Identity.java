package hostelry.pki;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * Somebody who can prove who he is: a private key, its certificate, and the authority that signed it and that he trusts.
 *
 * @param certificate the leaf
 * @param authority the only authority whose certificates are trusted
 */
public record Identity(PrivateKey key, X509Certificate certificate, X509Certificate authority) {
    /** TLS to be called with. {@code requireClient}: callers must show a certificate of the same authority. */
    public Tls serverTls(boolean requireClient) {
        return new LiveIdentity(this, certificate -> false).serverTls(requireClient);
    }

    /** TLS to call with: servers must show a certificate of the same authority, in date. The host name is checked by the HTTPS client; see {@link Tls}. */
    public Tls clientTls() {
        return new LiveIdentity(this, certificate -> false).clientTls();
    }

    /** The certificate as PEM text. */
    public String certificatePem() {
        return Pem.of(certificate);
    }

    /** SHA-256 of the authority's certificate. */
    public String authorityFingerprint() {
        return Fingerprints.of(authority);
    }

    /** Says whose identity it is and never shows the key. */
    @Override
    public String toString() {
        return "Identity[" + certificate.getSubjectX500Principal().getName() + ']';
    }
}
