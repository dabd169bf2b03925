package hostelry.engine.web;

import hostelry.api.Caller;
import hostelry.model.ImageTransfer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The secrets in the addresses of image transfers: whoever has one may move the bytes of that one transfer, in the name of whom it was told to. */
final class ImageTickets {
    private static final int BYTES = 24;

    /** @param caller in whose name the bytes move */
    record Ticket(String transfer, Caller caller) {}

    private record Key(String transfer, String user) {}

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();
    private final Map<Key, String> secrets = new ConcurrentHashMap<>();

    /** The secret of a transfer for a user, always the same as long as the transfer lives. */
    String of(ImageTransfer transfer, Caller caller) {
        return secrets.computeIfAbsent(new Key(transfer.getId(), caller.userId()), key -> {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            tickets.put(secret, new Ticket(transfer.getId(), caller));
            return secret;
        });
    }

    Optional<Ticket> find(String secret) {
        return Optional.ofNullable(tickets.get(secret));
    }

    /** The transfer is over: nobody gets in by its secrets any more. */
    void expire(String transfer) {
        tickets.values().removeIf(ticket -> ticket.transfer().equals(transfer));
        secrets.keySet().removeIf(key -> key.transfer().equals(transfer));
    }
}
