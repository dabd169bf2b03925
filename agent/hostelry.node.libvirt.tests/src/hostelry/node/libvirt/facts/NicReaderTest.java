package hostelry.node.libvirt.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hostelry.node.api.NicFacts;
import hostelry.node.libvirt.net.Routes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NicReaderTest {
    @TempDir
    Path folder;

    private Path device(String name, Map<String, String> files) throws IOException {
        Path device = Files.createDirectories(folder.resolve("net").resolve(name));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(device.resolve(file.getKey()), file.getValue() + "\n");
        }
        return device;
    }

    @Test
    void readsCardsBondsAndVlans() throws IOException {
        device("lo", Map.of("type", "772"));
        Path bridge = device("lan", Map.of("type", "1"));
        Files.createDirectories(bridge.resolve("bridge"));
        device("vnet0", Map.of("type", "1", "tun_flags", "0x1"));
        Path bond = device("bond0",
                Map.of("type", "1", "address", "52:54:00:00:00:02", "mtu", "9000", "speed", "20000", "operstate", "up"));
        Files.createDirectories(bond.resolve("bonding"));
        Files.writeString(bond.resolve("bonding/slaves"), "eth1 eth2\n");
        Files.writeString(bond.resolve("bonding/mode"), "802.3ad 4\n");
        Files.createDirectories(bond.resolve("brport"));
        Files.createSymbolicLink(bond.resolve("brport/bridge"), bridge);
        Path slave = device("eth1", Map.of("type", "1", "mtu", "9000", "speed", "-1", "operstate", "down"));
        Files.createSymbolicLink(slave.resolve("master"), bond);
        device("bond0.7", Map.of("type", "1", "mtu", "9000", "speed", "20000", "operstate", "up"));
        Path vlans = folder.resolve("config");
        Files.writeString(vlans, "VLAN Dev name | VLAN ID\nName-Type: VLAN_NAME_TYPE_RAW_PLUS_VID_NO_PAD\nbond0.7        | 7  | bond0\n");

        List<NicFacts> nics = new NicReader(folder.resolve("net"), vlans, name -> name.equals("lan") ? List.of("10.0.0.2/24") : List.of(),
                new Routes(folder.resolve("no routes")))
                .read();
        assertEquals(List.of(
                new NicFacts("bond0", "52:54:00:00:00:02", 20_000_000_000L, 9000, true, List.of("10.0.0.2/24"), "lan", "",
                        List.of("eth1", "eth2"), 4, "", 0),
                new NicFacts("bond0.7", "", 20_000_000_000L, 9000, true, List.of(), "", "", List.of(), 0, "bond0", 7),
                new NicFacts("eth1", "", 0, 9000, false, List.of(), "", "bond0", List.of(), 0, "", 0)), nics);
    }

    @Test
    void aHostWithoutThatListTellsNone() {
        assertEquals(List.of(), new NicReader(folder.resolve("nothing"), folder.resolve("nothing"), NicReader::ofJava,
                new Routes(folder)).read());
    }
}
