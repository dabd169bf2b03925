package hostelry.engine.host;

import hostelry.model.Host;
import hostelry.pki.Certified;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What a host's certificate says, as features of the model. */
public final class Certificates {
    private Certificates() {}

    /** It has a new one, and asks for nothing any more. */
    public static void give(Host host, Certified certified) {
        renew(host, certified);
        askNothing(host);
    }

    /** It has a newer one. */
    public static void renew(Host host, Certified certified) {
        if (host.getCertificateSerial() != null && !host.getCertificateSerial().equals(certified.serial())) {
            host.setCertificateBefore(host.getCertificateSerial());
        }
        host.setCertificateSubject(certified.subject());
        host.setCertificateSerial(certified.serial());
        host.setCertificateUntil(certified.until());
        host.setCertificatePem(certified.pem());
        host.setKeyFingerprint(certified.keyFingerprint());
    }

    /** Serials of all that may be in date still: the present one, and the one before it, which lives on for a third of its life when it is renewed. */
    static List<String> serials(Host host) {
        return Stream.of(host.getCertificateSerial(), host.getCertificateBefore()).filter(Objects::nonNull).toList();
    }

    static void askNothing(Host host) {
        host.setRequest(null);
        host.setRequestFingerprint(null);
        host.setRequestFrom(null);
        host.setRequestTime(null);
    }
}
