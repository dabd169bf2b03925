package hostelry.node.hooks.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.node.api.hook.HookCall;
import hostelry.node.api.hook.HookNote;
import hostelry.node.api.hook.HookPoint;
import hostelry.node.api.hook.HookRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PinCpusTest {
    private static final String XML = "<domain type=\"kvm\"><name>web1</name><vcpu>2</vcpu></domain>";

    private final PinCpus hook = new PinCpus();
    private final List<HookNote> notes = new ArrayList<>();

    private String run(String xml, Map<String, String> properties) throws HookRefused {
        return hook.run(HookPoint.BEFORE_START, new HookCall("id", xml, properties), notes::add);
    }

    @Test
    void pinsWhoAsksForIt() throws Exception {
        String pinned = run(XML, Map.of("pincpu", "0-3,8"));
        assertTrue(pinned.contains("<vcpu cpuset=\"0-3,8\">2</vcpu>"), pinned);
        assertEquals(List.of(new HookNote("before_vm_start", "pin-cpus", 0, "It runs on the CPUs 0-3,8.")), notes);
    }

    @Test
    void leavesOthersAlone() throws Exception {
        String own = XML.replace("<vcpu>", "<vcpu cpuset=\"1\">");
        assertEquals(XML, run(XML, Map.of("team", "red")));
        assertEquals(own, run(own, Map.of("pincpu", "0")));
        assertEquals(List.of(), notes);
    }

    @Test
    void refusesWhatIsNoSetOfCpus() {
        assertTrue(assertThrows(HookRefused.class, () -> run(XML, Map.of("pincpu", "0'/><devices>"))).getMessage().contains("pincpu"));
    }
}
