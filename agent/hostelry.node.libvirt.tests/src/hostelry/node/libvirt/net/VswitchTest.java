package hostelry.node.libvirt.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VswitchTest {
    @Test
    void networksAndBondsAreFoundInItsLists() throws JsonProcessingException {
        Vswitch found = Vswitch.parse(
                """
                        {"data":[["o-bond0",["set",[["uuid","p1"],["uuid","p2"],["uuid","p3"],["uuid","p4"]]]]],"headings":["name","ports"]}""",
                """
                        {"data":[[["uuid","p1"],"o-bond0",["set",[]],false,["uuid","i1"],["set",[]]],
                        [["uuid","p2"],"bond0",["set",[]],false,["set",[["uuid","i2"],["uuid","i3"]]],"active-backup"],
                        [["uuid","p3"],"red",20,true,["uuid","i4"],["set",[]]],
                        [["uuid","p4"],"vnet7",20,false,["uuid","i5"],["set",[]]]]}""",
                """
                        {"data":[[["uuid","i1"],"o-bond0","internal"],[["uuid","i2"],"eth1",""],[["uuid","i3"],"eth2",""],[["uuid","i4"],"red","internal"],
                        [["uuid","i5"],"vnet7",""]]}""");
        assertEquals(Set.of("o-bond0", "red"), found.bridges());
        assertEquals(Map.of("red", new Vswitch.Network("bond0", 20)), found.networks());
        assertEquals(Map.of("bond0", List.of("eth1", "eth2")), found.bonds());
        assertEquals(Map.of("bond0", 1), found.modes());
    }
}
