package hostelry.engine.host;

import hostelry.model.Host;
import hostelry.pki.Certified;

/** What a host's certificate says, as features of the model. */
public final class Certificates {
    private Certificates() {}

    /** It has a new one, and asks for nothing any more. */
    public static void give(Host host, Certified certified) {
        host.setCertificateSubject(certified.subject());
        host.setCertificateSerial(certified.serial());
        host.setCertificateUntil(certified.until());
        host.setCertificatePem(certified.pem());
        host.setKeyFingerprint(certified.keyFingerprint());
        askNothing(host);
    }

    static void askNothing(Host host) {
        host.setRequest(null);
        host.setRequestFingerprint(null);
        host.setRequestFrom(null);
        host.setRequestTime(null);
    }
}
