package hostelry.node.libvirt.net;

import static hostelry.node.libvirt.net.Nets.net;
import static hostelry.node.libvirt.net.Nets.of;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.node.api.FaultCode;
import hostelry.node.api.LinkSpec;
import hostelry.node.api.NicFacts;
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
    private final List<String> ofTheCard = new ArrayList<>();
    private final List<NicFacts> cards = new ArrayList<>();
    private String failing = "no such step";
    private String shown = "";

    @BeforeEach
    void oneCard() throws IOException {
        devices = Files.createDirectories(folder.resolve("devices"));
        Files.createDirectory(devices.resolve("eth1"));
    }

    private HostLinks node(long seconds) {
        return new HostLinks(folder.resolve("networks"), (file, bytes) -> Files.write(file, bytes), devices,
                device -> device.equals("red") ? List.copyOf(addresses) : device.equals("eth1") ? List.copyOf(ofTheCard) : List.of(),
                new Routes(folder), () -> cards,
                command -> {
                    String line = String.join(" ", command);
                    if (!line.contains("hy-probe")) {
                        commands.add(line);
                    }
                    if (line.contains(failing)) {
                        throw new NodeFault(FaultCode.FAILED, "RTNETLINK answers: no");
                    }
                    made(command);
                    return line.startsWith("ip -o addr") ? shown : "";
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
                (line.endsWith("red") ? addresses : ofTheCard).add(command.get(3));
            } else if (line.startsWith("ip addr del ")) {
                (line.endsWith("red") ? addresses : ofTheCard).remove(command.get(3));
            } else if (line.startsWith("ip -4 route")) {
                route(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The kernel's table: one way out, 10.0.0.1. */
    private void route(String line) throws IOException {
        Files.writeString(folder.resolve("route"), "Iface\tDestination\tGateway\n"
                + (line.contains("replace") ? line.replaceFirst(".* dev ", "") + "\t00000000\t0100000A\t0003\t0\t0\t0\t00000000\n" : ""));
    }

    @Test
    void anAddressAndTheWayOutMoveFromACardToItsNetworkAndBack() throws Exception {
        ofTheCard.add("10.0.0.2/24");
        route("ip -4 route replace default via 10.0.0.1 dev eth1");
        LinkSpec management = of(net("red", "eth1", 0, 0, "10.0.0.2/24"));
        try (HostLinks node = node(0); HostLinks later = node(61)) {
            NodeFault fault = assertThrows(NodeFault.class, () -> node.apply(KEY, management, 60));
            assertTrue(fault.getFaultInfo().detail.contains("is the host's way out, through 10.0.0.1"), fault.getFaultInfo().detail);
            management.nets.getFirst().gateway = "10.0.0.1";
            shown = "2: eth1 inet 10.0.0.2/24 scope global dynamic eth1\n";
            fault = assertThrows(NodeFault.class, () -> node.apply(KEY, management, 60));
            assertTrue(fault.getFaultInfo().detail.contains("from a DHCP client that Hostelry did not start"), fault.getFaultInfo().detail);
            shown = "";
            commands.clear();

            node.apply(KEY, management, 60);
            assertTrue(commands.containsAll(List.of("ip -4 route del default via 10.0.0.1 dev eth1", "ip addr del 10.0.0.2/24 dev eth1",
                    "ip addr replace 10.0.0.2/24 dev red", "ip -4 route replace default via 10.0.0.1 dev red")), commands.toString());
            assertEquals(List.of(), ofTheCard);
            assertEquals(List.of("10.0.0.2/24"), addresses);

            later.resume();
            assertEquals(List.of("10.0.0.2/24"), ofTheCard);
            assertEquals("ip -4 route replace default via 10.0.0.1 dev eth1", commands.getLast());
        }
    }

    @Test
    void whatTheHostGaveIsGivenBackWhenTheNetworkGoes() throws Exception {
        ofTheCard.add("10.0.0.2/24");
        try (HostLinks node = node(0)) {
            node.apply(KEY, of(net("red", "eth1", 0, 0, "10.0.0.2/24")), 0);
            node.apply(KEY.replace('1', '2'), new LinkSpec(), 0);
            assertEquals(List.of("10.0.0.2/24"), ofTheCard);
        }
    }

    @Test
    void anAddressIsAskedForAndGivenUp() throws Exception {
        LinkSpec asks = of(net("red", "eth1", 20, 0));
        asks.nets.getFirst().dhcp = true;
        try (HostLinks node = node(0)) {
            node.apply(KEY, asks, 0);
            assertEquals("dhcpcd -4 -q -b -L -f /dev/null -C resolv.conf -C hostname -G red", commands.getLast());
            addresses.add("10.0.0.7/24");
            assertEquals(List.of(), node.plan(asks));
            commands.clear();
            node.apply(KEY.replace('1', '2'), RED, 0);
            assertEquals("dhcpcd -4 -q -k red", commands.getFirst());
            failing = "dhcpcd --version";
            NodeFault fault = assertThrows(NodeFault.class, () -> node.plan(asks));
            assertEquals(FaultCode.UNAVAILABLE, fault.code());
            assertTrue(fault.getFaultInfo().detail.contains("Install dhcpcd-base"), fault.getFaultInfo().detail);
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
