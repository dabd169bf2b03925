package hostelry.node.libvirt.guests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AgentProgramsTest {
    @Test
    void aProgramIsRunAndItsEndAwaited() {
        assertEquals("{\"execute\":\"guest-exec\",\"arguments\":{\"path\":\"loginctl\",\"arg\":[\"lock-sessions\"]}}",
                AgentPrograms.run(List.of("loginctl", "lock-sessions")));
        assertEquals(OptionalLong.of(812), AgentPrograms.number("{\"return\":{\"pid\":812}}"));
        assertEquals("{\"execute\":\"guest-exec-status\",\"arguments\":{\"pid\":812}}", AgentPrograms.status(812));
        assertEquals(OptionalInt.empty(), AgentPrograms.exit("{\"return\":{\"exited\":false}}"));
        assertEquals(OptionalInt.of(0), AgentPrograms.exit("{\"return\":{\"exited\":true,\"exitcode\":0}}"));
        assertEquals(OptionalInt.of(-1), AgentPrograms.exit("{\"return\":{\"exited\":true,\"signal\":9}}"));
    }

    @Test
    void whoLooksIsAskedOfQemu() {
        assertEquals("{\"execute\":\"query-spice\"}", AgentPrograms.viewers("spice"));
        assertTrue(AgentPrograms.watched(
                "{\"return\":{\"enabled\":true,\"channels\":[{\"host\":\"127.0.0.1\",\"channel-type\":1}]},\"id\":\"libvirt-7\"}"));
        assertTrue(AgentPrograms.watched("{\"return\":{\"enabled\":true,\"clients\":[{\"host\":\"127.0.0.1\"}]}}"));
        assertFalse(AgentPrograms.watched("{\"return\":{\"enabled\":true,\"channels\":[]}}"));
        assertFalse(AgentPrograms.watched("{\"return\":{\"enabled\":true}}"));
    }

    @Test
    void whatNobodyUnderstandsIsNothing() {
        assertEquals(OptionalLong.empty(), AgentPrograms.number("nonsense"));
        assertEquals(OptionalLong.empty(), AgentPrograms.number("{\"error\":{\"class\":\"CommandNotFound\"}}"));
        assertFalse(AgentPrograms.watched(""));
    }
}
