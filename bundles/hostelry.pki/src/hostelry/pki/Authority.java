package hostelry.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** The certificate authority at work: makes keys and signs certificates. Knows no files. */
final class Authority {
    static final Duration LEAF_LIFE = Duration.ofDays(365);
    private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);
    /** Clocks of machines differ a little. */
    private static final Duration BACKDATED = Duration.ofHours(1);
    private static final String ORGANISATION = "Hostelry";

    /** Our own instance, never registered: what else runs in this JVM keeps its providers. */
    private final Provider provider = new BouncyCastleProvider();
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private final Identity self;

    /** A new authority. */
    static Authority create(Clock clock) {
        return new Authority(null, clock);
    }

    /** One that was made before. */
    static Authority of(Identity self, Clock clock) {
        return new Authority(self, clock);
    }

    private Authority(@Nullable Identity known, Clock clock) {
        this.clock = clock;
        this.self = known == null ? found() : known;
    }

    /** The authority's own key and certificate. */
    Identity self() {
        return self;
    }

    private Identity found() {
        try {
            KeyPair keys = newKeys();
            byte[] mark = new byte[4]; // two authorities of one name would confuse those who look for a certificate's issuer
            random.nextBytes(mark);
            X500Name name = name("Hostelry CA " + HexFormat.of().formatHex(mark), null);
            X509v3CertificateBuilder builder = builder(name, name, keys.getPublic(), clock.instant().plus(AUTHORITY_LIFE));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(Extension.subjectKeyIdentifier, false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
            X509Certificate certificate = sign(builder, keys.getPrivate());
            return new Identity(keys.getPrivate(), certificate, certificate);
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
            throw new IllegalStateException("The certificate authority can't be made: " + e.getMessage(), e);
        }
    }

    /**
     * Makes a key and signs its certificate.
     *
     * @param sans host names and addresses under which it is called; may be empty for a client
     */
    Identity issue(Role role, String name, Collection<String> sans, Set<Purpose> purposes) {
        try {
            KeyPair keys = newKeys();
            return new Identity(keys.getPrivate(), certify(keys.getPublic(), role, name, sans, purposes), self.certificate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key for " + name + " can't be made: " + e.getMessage(), e);
        }
    }

    /**
     * Signs somebody's key. Whoever calls this has seen that the other one holds its private half.
     *
     * @param sans host names and addresses under which it is called; may be empty for a client
     */
    X509Certificate certify(PublicKey key, Role role, String name, Collection<String> sans, Set<Purpose> purposes) {
        X500Name subject = name(Names.subject(name), role);
        List<String> hosts = Names.hosts(sans);
        if (purposes.isEmpty()) {
            throw new IllegalArgumentException("A certificate needs a purpose.");
        }
        if (purposes.contains(Purpose.SERVER) && hosts.isEmpty()) {
            throw new IllegalArgumentException("A server's certificate needs at least one host name or address.");
        }
        try {
            X509Certificate authority = self.certificate();
            Instant authorityEnds = authority.getNotAfter().toInstant();
            Instant ends = clock.instant().plus(LEAF_LIFE);
            X509v3CertificateBuilder builder = builder(issuer(), subject, key, ends.isAfter(authorityEnds) ? authorityEnds : ends);
            JcaX509ExtensionUtils utils = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            // GnuTLS in older libvirts wants the second one too of whoever serves
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(role == Role.NODE
                    ? KeyUsage.digitalSignature | KeyUsage.keyEncipherment
                    : KeyUsage.digitalSignature));
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(
                    purposes.stream().sorted()
                            .map(purpose -> purpose == Purpose.SERVER ? KeyPurposeId.id_kp_serverAuth : KeyPurposeId.id_kp_clientAuth)
                            .toArray(KeyPurposeId[]::new)));
            if (!hosts.isEmpty()) {
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(hosts.stream()
                        .map(host -> new GeneralName(Names.isAddress(host) ? GeneralName.iPAddress : GeneralName.dNSName, host))
                        .toArray(GeneralName[]::new)));
            }
            builder.addExtension(Extension.subjectKeyIdentifier, false, utils.createSubjectKeyIdentifier(key));
            builder.addExtension(Extension.authorityKeyIdentifier, false, utils.createAuthorityKeyIdentifier(authority.getPublicKey()));
            return sign(builder, self.key());
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
            throw new IllegalStateException("The certificate of " + name + " can't be made: " + e.getMessage(), e);
        }
    }

    /** From the encoded bytes: the string form would reverse the parts of the name. */
    private X500Name issuer() {
        return X500Name.getInstance(self.certificate().getSubjectX500Principal().getEncoded());
    }

    /** The list of certificates that are not accepted any more, in DER. It names its own end, after which whoever takes it seriously wants a new one. */
    byte[] revocations(Map<BigInteger, Instant> revoked) {
        try {
            Instant now = clock.instant();
            X509v2CRLBuilder builder = new X509v2CRLBuilder(issuer(), Date.from(now.minus(BACKDATED)));
            builder.setNextUpdate(Date.from(now.plus(AUTHORITY_LIFE)));
            revoked.forEach((serial, when) -> builder.addCRLEntry(serial, Date.from(when), CRLReason.privilegeWithdrawn));
            builder.addExtension(Extension.authorityKeyIdentifier, false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(self.certificate().getPublicKey()));
            return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").setProvider(provider).build(self.key())).getEncoded();
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException("The list of revoked certificates can't be made: " + e.getMessage(), e);
        }
    }

    static KeyPair newKeys() throws GeneralSecurityException {
        // the JDK's keys: its TLS takes them without a detour
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X500Name name(String common, @Nullable Role role) {
        X500NameBuilder builder = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.O, ORGANISATION);
        if (role != null) {
            builder.addRDN(BCStyle.OU, role.unit());
        }
        return builder.addRDN(BCStyle.CN, common).build();
    }

    private X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, PublicKey key, Instant ends) {
        BigInteger serial = new BigInteger(126, random).setBit(126);
        return new JcaX509v3CertificateBuilder(issuer, serial, Date.from(clock.instant().minus(BACKDATED)), Date.from(ends), subject,
                key);
    }

    private X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key)
            throws OperatorCreationException, GeneralSecurityException {
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").setProvider(provider).build(key)));
    }
}
