package hostelry.node.libvirt.net;

import static hostelry.node.libvirt.net.Nets.net;
import static hostelry.node.libvirt.net.Nets.of;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.node.api.FaultCode;
import hostelry.node.api.LinkSpec;
import hostelry.node.api.NodeFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostLinksTest {
    private static final String KEY = "11111111-1111-1111-1111-111111111111";
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final LinkSpec RED = of(net("red", "eth1", 20, 0, "10.0.0.2/24"));

    @TempDir
    Path folder;
    private Path devices;
    private final List<String> commands = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();
    private String failing = "no such step";

    @BeforeEach
    void oneCard() throws IOException {
        devices = Files.createDirectories(folder.resolve("devices"));
        Files.createDirectory(devices.resolve("eth1"));
    }

    private HostLinks node(long seconds) {
        return new HostLinks(folder.resolve("networks"), (file, bytes) -> Files.write(file, bytes), devices,
                device -> device.equals("red") ? List.copyOf(addresses) : List.of(),
                command -> {
                    String line = String.join(" ", command);
                    if (!line.contains("hy-probe")) {
                        commands.add(line);
                    }
                    if (line.contains(failing)) {
                        throw new NodeFault(FaultCode.FAILED, "RTNETLINK answers: no");
                    }
                    made(command);
                    return "";
                }, Clock.fixed(NOW.plusSeconds(seconds), ZoneOffset.UTC), warnings::add, () -> {});
    }

    /** The bridge and its address come and go. */
    private void made(List<String> command) {
        String line = String.join(" ", command);
        try {
            if (line.equals("ip link add name red type bridge")) {
                Files.createDirectories(devices.resolve("red"));
            } else if (line.equals("ip link del dev red")) {
                Files.deleteIfExists(devices.resolve("red"));
                addresses.clear();
            } else if (line.startsWith("ip addr replace ")) {
                addresses.add(command.get(3));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatSomebodyTookAwayComesBack() throws NodeFault {
        try (HostLinks node = node(0)) {
            node.apply(KEY, RED, 0);
            addresses.clear();
            assertEquals(List.of("ip addr replace 10.0.0.2/24 dev red"), node.plan(RED));
        }
    }

    @Test
    void whatIsConfirmedStays() throws NodeFault {
        try (HostLinks node = node(0); HostLinks later = node(100)) {
            node.apply(KEY, RED, 60);
            node.apply(KEY, RED, 60);
            node.confirm(KEY);
            node.confirm(KEY);
            assertEquals(1, commands.stream().filter("ip link add name red type bridge"::equals).count());
            assertEquals(List.of(), later.plan(RED));
            assertEquals(List.of(), warnings);
        }
    }

    @Test
    void aNodeThatWasKilledTakesBackWhatNobodyConfirmed() throws NodeFault {
        try (HostLinks killed = node(0); HostLinks again = node(61)) {
            killed.apply(KEY, RED, 60);
            commands.clear();
            again.resume();
            assertEquals(List.of("ip addr del 10.0.0.2/24 dev red", "ip link set dev eth1.20 nomaster", "ip link del dev red",
                    "ip link del dev eth1.20"), commands);
            assertTrue(warnings.getFirst().contains("taken back"));
            assertEquals(FaultCode.CONFLICT, assertThrows(NodeFault.class, () -> again.confirm(KEY)).code());
        }
    }

    @Test
    void aNodeThatComesBackInTimeGoesOnWaiting() throws NodeFault {
        try (HostLinks killed = node(0); HostLinks again = node(59)) {
            killed.apply(KEY, RED, 60);
            again.resume();
            again.confirm(KEY);
            assertEquals(List.of(), warnings);
        }
    }

    @Test
    void aStepThatFailsTakesBackThoseBefore() throws NodeFault {
        failing = "master red";
        try (HostLinks node = node(0)) {
            NodeFault fault = assertThrows(NodeFault.class, () -> node.apply(KEY, RED, 60));
            assertTrue(fault.getFaultInfo().detail.contains("RTNETLINK answers: no"), fault.getFaultInfo().detail);
            assertEquals(List.of("ip link del dev red", "ip link del dev eth1.20"), commands.subList(commands.size() - 2, commands.size()));
            failing = "no such step";
            assertTrue(node.plan(RED).contains("ip link add name red type bridge"));
        }
    }

    @Test
    void whileOneWaitsNoOtherIsTaken() throws NodeFault {
        try (HostLinks node = node(0)) {
            node.apply(KEY, RED, 60);
            assertEquals(FaultCode.CONFLICT,
                    assertThrows(NodeFault.class, () -> node.apply(KEY.replace('1', '2'), new LinkSpec(), 60)).code());
        }
    }

    @Test
    void aHostThatWasStartedAnewHasItsNetworksAgain() throws NodeFault {
        try (HostLinks node = node(0); HostLinks after = node(1000)) {
            node.apply(KEY, RED, 0);
            commands.clear();
            made(List.of("ip", "link", "del", "dev", "red"));
            after.resume();
            assertTrue(commands.contains("ip link add link eth1 name eth1.20 type vlan id 20"), commands.toString());
        }
    }

    @Test
    void aCardThatIsNotThereIsRefusedWithItsName() {
        try (HostLinks node = node(0)) {
            NodeFault fault = assertThrows(NodeFault.class, () -> node.plan(of(net("red", "eth7", 20, 0))));
            assertEquals("The host has no card eth7.", fault.getFaultInfo().detail);
        }
    }
}
