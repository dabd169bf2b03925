package hostelry.engine.spi;

import java.util.Map;

/**
 * An act that has begun, with all that is needed to make its verb anew after a crash, and with what it holds.
 *
 * @param jobId id of its job; also the idempotency key at the node
 * @param verb name in the catalogue
 * @param arguments of the verb, as text; no secrets. Empty: the verb can't be made anew
 * @param locks ids of what the act holds, and whether for itself alone
 */
public record JournalEntry(String jobId, String verb, Map<String, String> arguments, String userId, String userName, String correlationId,
        Map<String, Boolean> locks) {
    public JournalEntry {
        arguments = Map.copyOf(arguments);
        locks = Map.copyOf(locks);
    }

    /** One that holds nothing. */
    public JournalEntry(String jobId, String verb, Map<String, String> arguments, String userId, String userName, String correlationId) {
        this(jobId, verb, arguments, userId, userName, correlationId, Map.of());
    }
}
