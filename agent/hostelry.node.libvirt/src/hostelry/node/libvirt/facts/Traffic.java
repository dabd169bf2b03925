package hostelry.node.libvirt.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** QEMU's own network counts nothing on the host; the guest's agent does inside. */
final class Traffic {
    private static final ObjectMapper JSON = new ObjectMapper();
    static final String COMMAND = "{\"execute\":\"guest-network-get-interfaces\"}";

    private Traffic() {}

    /** Bytes in all. */
    record Count(long received, long sent) {
        static final Count NONE = new Count(0, 0);
    }

    /** Of all cards but the one to itself; nothing where the answer is another. */
    static Count read(String answer) {
        try {
            long received = 0;
            long sent = 0;
            for (JsonNode card : JSON.readTree(answer).path("return")) {
                if (!card.path("name").asText().equals("lo")) {
                    received += card.path("statistics").path("rx-bytes").asLong();
                    sent += card.path("statistics").path("tx-bytes").asLong();
                }
            }
            return new Count(received, sent);
        } catch (JsonProcessingException e) {
            return Count.NONE;
        }
    }
}
