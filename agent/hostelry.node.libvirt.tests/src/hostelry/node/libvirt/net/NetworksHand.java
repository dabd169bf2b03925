package hostelry.node.libvirt.net;

import hostelry.node.api.FaultCode;
import hostelry.node.api.LinkSpec;
import hostelry.node.api.NodeFault;
import hostelry.node.libvirt.disks.Programs;
import hostelry.node.libvirt.facts.NicReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * The networks of the host that it runs on, by hand, for tests/lab/check-networks: {@code FOLDER apply SECONDS THING…}, {@code FOLDER confirm}, {@code FOLDER show} or
 * {@code FOLDER watch SECONDS}. A thing is {@code NAME,DEVICE,VLAN,ADDRESS} or {@code NAME,DEVICE,VLAN,ADDRESS,GATEWAY}, with {@code dhcp} for an address that is
 * asked for, or {@code BOND=CARD+CARD}.
 */
public final class NetworksHand {
    private static final String KEY = "11111111-1111-1111-1111-111111111111";

    private NetworksHand() {}

    public static void main(String[] words) throws Exception {
        Path devices = Path.of("/sys/class/net");
        Routes routes = new Routes(Path.of("/proc/net"));
        VswitchReader reader = new VswitchReader(VswitchReader.usualSocket(), devices, NicReader::ofJava, routes, NetworksHand::run);
        NicReader kernel = new NicReader(devices, Path.of("/proc/net/vlan/config"), NicReader::ofJava, routes);
        try (HostLinks node = new HostLinks(Path.of(words[0]), (file, bytes) -> Files.write(file, bytes), devices, NicReader::ofJava,
                routes, () -> reader.merge(reader.read(), kernel.read()), NetworksHand::run, Clock.systemUTC(), System.out::println,
                () -> {})) {
            switch (words[1]) {
                case "apply" -> node.apply(KEY, spec(words), Integer.parseInt(words[2]));
                case "confirm" -> node.confirm(KEY);
                case "watch" -> {
                    node.start();
                    Thread.sleep(Integer.parseInt(words[2]) * 1000L);
                }
                default -> reader.merge(reader.read(), kernel.read()).forEach(System.out::println);
            }
        } catch (NodeFault e) {
            System.out.println(e.code() + ": " + e.getFaultInfo().detail);
            System.exit(1);
        }
    }

    private static LinkSpec spec(String[] words) {
        LinkSpec spec = new LinkSpec();
        for (int i = 3; i < words.length; i++) {
            String[] parts = words[i].split("[,=+]");
            if (words[i].contains("=")) {
                spec.bonds.add(Nets.bond(parts[0], 1, parts[1], parts[2]));
            } else {
                boolean asked = parts[3].equals("dhcp");
                LinkSpec.Net net = Nets.net(parts[0], parts[1], Integer.parseInt(parts[2]), 0,
                        asked ? new String[0] : new String[]{parts[3]});
                net.dhcp = asked;
                net.gateway = parts.length > 4 ? parts[4] : "";
                spec.nets.add(net);
            }
        }
        return spec;
    }

    private static String run(List<String> command) throws NodeFault {
        Programs.Result result = Programs.run(20, command);
        if (result.status() != 0) {
            throw new NodeFault(FaultCode.FAILED, result.output());
        }
        return result.output();
    }
}
