package hostelry.node.api;

import org.jspecify.annotations.Nullable;

/**
 * The engine's answer to a machine that wants to become a host.
 *
 * @param state one of the words below
 * @param nonce to sign for the next question
 * @param sentence for people
 * @param certificate in PEM, where it is approved
 * @param revocations list of revoked certificates in PEM, where it is approved
 */
public record JoinAnswer(String state, @Nullable String nonce, @Nullable String sentence, @Nullable String certificate,
        @Nullable String revocations) {
    /** Nobody has decided yet: ask again at once, the engine answers late. */
    public static final String PENDING = "pending";
    /** The certificate is here. */
    public static final String APPROVED = "approved";
    /** The engine calls it from now on. */
    public static final String WELCOME = "welcome";
    /** It won't become a host. */
    public static final String REFUSED = "refused";
    /** The engine does not know the request (any more): ask anew from the beginning. */
    public static final String UNKNOWN = "unknown";
    /** The nonce or the signature was not right: sign this one. */
    public static final String AGAIN = "again";
    /** Too many ask: later. */
    public static final String BUSY = "busy";
}
