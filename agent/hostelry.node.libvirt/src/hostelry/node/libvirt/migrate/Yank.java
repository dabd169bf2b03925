package hostelry.node.libvirt.migrate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Frees a guest whose migration hangs on a host that is gone without a word: the kernel holds such lines for a quarter of an hour, and libvirt waits for them. QEMU's
 * {@code yank} cuts them; the migration fails and the guest goes on. Pure.
 */
final class Yank {
    static final String QUERY = "{\"execute\":\"query-yank\"}";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Yank() {}

    /** The command that cuts the lines of a migration among those that QEMU has; empty where there are none. Its own console and agent are not touched. */
    static Optional<String> command(String told) {
        ObjectNode command = MAPPER.createObjectNode().put("execute", "yank");
        ArrayNode instances = command.putObject("arguments").putArray("instances");
        try {
            for (JsonNode instance : MAPPER.readTree(told).path("return")) {
                String type = instance.path("type").asText();
                if (type.equals("migration") || type.equals("block-node") && instance.path("node-name").asText().startsWith("migration-")) {
                    instances.add(instance);
                }
            }
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
        return instances.isEmpty() ? Optional.empty() : Optional.of(command.toString());
    }
}
