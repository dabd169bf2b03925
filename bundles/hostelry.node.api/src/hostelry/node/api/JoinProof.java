package hostelry.node.api;

/**
 * A machine asks how its request stands, and proves that it is the one that asked.
 *
 * @param nonce of the engine's last answer
 * @param signature of {@link #text}, made with the key that asked, in Base64
 * @param listening it has its certificate, and can be called now
 */
public record JoinProof(String hostId, String nonce, String signature, boolean listening) {
    /** What is signed: said for this one purpose, so that no signature can be used for another. */
    public static String text(String hostId, String nonce, boolean listening) {
        return "hostelry enrolment\n" + hostId + "\n" + nonce + "\n" + (listening ? "listening" : "waiting");
    }
}
