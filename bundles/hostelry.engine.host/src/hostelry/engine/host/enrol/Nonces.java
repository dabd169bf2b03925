package hostelry.engine.host.enrol;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What each machine is to sign next. It changes only when it was signed rightly: whoever guesses wrongly disturbs nobody. */
final class Nonces {
    private static final int BYTES = 18;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, String> nonces = new ConcurrentHashMap<>();

    /** The one of now. */
    String of(String hostId) {
        return nonces.computeIfAbsent(hostId, id -> fresh());
    }

    boolean is(String hostId, String nonce) {
        return nonce.equals(nonces.get(hostId));
    }

    boolean knows(String hostId) {
        return nonces.containsKey(hostId);
    }

    /** It was used. */
    String next(String hostId) {
        String next = fresh();
        nonces.put(hostId, next);
        return next;
    }

    void forget(String hostId) {
        nonces.remove(hostId);
    }

    private String fresh() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
