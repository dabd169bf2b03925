package hostelry.node.api;

import org.jspecify.annotations.Nullable;

/**
 * What a machine says that wants to become a host. Nobody vouches for any of it.
 *
 * @param address under which the engine is to call it; empty: the one from which it asks
 * @param port of its node
 * @param request for a certificate: PKCS#10 in PEM
 * @param token that somebody gave to it, or null
 * @param certificate that it has already, in PEM, or null
 * @param proof the request, signed with the key of {@code certificate}; null without it
 * @param facts what it is made of
 */
public record JoinRequest(String address, int port, String request, @Nullable String token, @Nullable String certificate,
        @Nullable String proof,
        HostFacts facts) {
    /** Where it is sent to on the engine. */
    public static final String PATH = "/ovirt-engine/services/enrol";

    /** Says nothing of the token. */
    @Override
    public String toString() {
        return "JoinRequest[" + facts.hostId() + " at " + address + ':' + port + ']';
    }
}
