package hostelry.engine.spi;

import java.util.Map;

/**
 * An act that has begun, with all that is needed to make its verb anew after a crash.
 *
 * @param jobId id of its job; also the idempotency key at the node
 * @param verb name in the catalogue
 * @param arguments of the verb, as text; no secrets
 */
public record JournalEntry(String jobId, String verb, Map<String, String> arguments, String userId, String userName, String correlationId) {
    public JournalEntry {
        arguments = Map.copyOf(arguments);
    }
}
