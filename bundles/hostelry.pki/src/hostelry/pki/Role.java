package hostelry.pki;

import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** What somebody is in the estate: the organisational unit in the subject of his certificate. */
public enum Role {
    ENGINE,
    NODE;

    String unit() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role that a certificate gives; empty for the authority itself and for everybody else. The chain must have been checked by TLS. */
    public static Optional<Role> of(X509Certificate certificate) {
        // from the encoded bytes: the string form of a name can be read in two ways
        RDN[] units = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()).getRDNs(BCStyle.OU);
        if (units.length != 1 || units[0].isMultiValued()) {
            return Optional.empty();
        }
        String unit = IETFUtils.valueToString(units[0].getFirst().getValue());
        for (Role role : values()) {
            if (role.unit().equals(unit)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
