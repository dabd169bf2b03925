package hostelry.node.libvirt.guests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What QEMU and the agent of a guest are told and answer about viewers and programs, in their JSON. Pure. */
final class AgentPrograms {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private AgentPrograms() {}

    /** Runs a program in the guest. */
    static String run(List<String> words) {
        ObjectNode command = MAPPER.createObjectNode().put("execute", "guest-exec");
        ObjectNode arguments = command.putObject("arguments").put("path", words.getFirst());
        ArrayNode rest = arguments.putArray("arg");
        words.stream().skip(1).forEach(rest::add);
        return command.toString();
    }

    /** The number of the program that was started; empty where none was. */
    static OptionalLong number(String answer) {
        JsonNode number = returned(answer).path("pid");
        return number.isIntegralNumber() ? OptionalLong.of(number.asLong()) : OptionalLong.empty();
    }

    /** Asks how it goes. */
    static String status(long number) {
        ObjectNode command = MAPPER.createObjectNode().put("execute", "guest-exec-status");
        command.putObject("arguments").put("pid", number);
        return command.toString();
    }

    /** Its exit code; empty while it runs. */
    static OptionalInt exit(String answer) {
        JsonNode status = returned(answer);
        return status.path("exited").asBoolean() ? OptionalInt.of(status.path("exitcode").asInt(-1)) : OptionalInt.empty();
    }

    /** Asks QEMU who looks at a console of that kind. */
    static String viewers(String graphics) {
        return MAPPER.createObjectNode().put("execute", "query-" + graphics).toString();
    }

    /** Does anybody look? */
    static boolean watched(String answer) {
        JsonNode console = returned(answer);
        return !console.path("channels").isEmpty() || !console.path("clients").isEmpty();
    }

    private static JsonNode returned(String answer) {
        try {
            return MAPPER.readTree(answer).path("return");
        } catch (JsonProcessingException e) {
            return MAPPER.missingNode();
        }
    }
}
