package hostelry.node.libvirt.net;

import com.fasterxml.jackson.core.JsonProcessingException;
import hostelry.node.api.NicFacts;
import hostelry.node.api.NodeFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Asks this host's Open vSwitch what it has, where there is one; and tells its networks and bonds as cards, as the kernel's are told. */
public final class VswitchReader {
    private final Path socket;
    private final Path devices;
    private final Function<String, List<String>> addresses;
    private final Routes routes;
    private final Commands commands;

    /** @param socket is there while the switch's database runs */
    public VswitchReader(Path socket, Path devices, Function<String, List<String>> addresses, Routes routes, Commands commands) {
        this.routes = routes;
        this.socket = socket;
        this.devices = devices;
        this.addresses = addresses;
        this.commands = commands;
    }

    /** Where its database listens, as its own programs look for it. */
    public static Path usualSocket() {
        return Path.of(Optional.ofNullable(System.getenv("OVS_RUNDIR")).orElse("/var/run/openvswitch")).resolve("db.sock");
    }

    /** Nothing, where it does not answer. */
    public Vswitch read() {
        if (!Files.exists(socket)) {
            return Vswitch.NONE;
        }
        try {
            return Vswitch.parse(list("name,ports", "bridge"), list("_uuid,name,tag,fake_bridge,interfaces,bond_mode", "port"),
                    list("_uuid,name,type", "interface"));
        } catch (NodeFault | JsonProcessingException e) {
            return Vswitch.NONE; // it ends or begins at this moment
        }
    }

    private String list(String columns, String table) throws NodeFault {
        return commands.run(List.of("ovs-vsctl", "--timeout=5", "--format=json", "--columns=" + columns, "list", table));
    }

    /** The cards as the kernel has them, with what the switch makes of them, by name. */
    public List<NicFacts> merge(Vswitch vswitch, List<NicFacts> kernel) {
        if (vswitch.bridges().isEmpty()) {
            return kernel;
        }
        List<NicFacts> merged = new ArrayList<>();
        for (NicFacts nic : kernel) {
            if (!vswitch.bridges().contains(nic.name()) && !nic.name().equals("ovs-netdev") && !nic.name().equals("ovs-system")) {
                String bond = vswitch.bonds().entrySet().stream().filter(one -> one.getValue().contains(nic.name())).map(Map.Entry::getKey)
                        .findFirst().orElse(nic.bond());
                merged.add(plugged(vswitch,
                        new NicFacts(nic.name(), nic.mac(), nic.speed(), nic.mtu(), nic.up(), nic.addresses(), nic.bridge(),
                                bond, nic.slaves(), nic.bondMode(), nic.base(), nic.vlan(), nic.gateway(), nic.gateway6())));
            }
        }
        vswitch.bonds().forEach((name, parts) -> {
            List<NicFacts> cards = kernel.stream().filter(nic -> parts.contains(nic.name())).toList();
            merged.add(plugged(vswitch, new NicFacts(name, cards.isEmpty() ? "" : cards.getFirst().mac(),
                    cards.stream().mapToLong(NicFacts::speed).max().orElse(0), cards.stream().mapToInt(NicFacts::mtu).min().orElse(0),
                    cards.stream().anyMatch(NicFacts::up), List.of(), "", "", parts, vswitch.modes().getOrDefault(name, 1), "", 0)));
        });
        vswitch.networks().forEach((name, network) -> {
            if (network.vlan() > 0) {
                NicFacts below = merged.stream().filter(nic -> nic.name().equals(network.device())).findFirst().orElse(null);
                String device = network.device().isEmpty() ? name : network.device();
                merged.add(new NicFacts(device + "." + network.vlan(), below == null ? "" : below.mac(), below == null ? 0 : below.speed(),
                        mtu(name),
                        below != null && below.up(), addresses.apply(name), name, "", List.of(), 0, network.device(), network.vlan()));
            }
        });
        Map<String, String> four = routes.four();
        Map<String, String> six = routes.six();
        return merged.stream()
                .map(nic -> !nic.gateway().isEmpty() || !vswitch.networks().containsKey(nic.bridge())
                        ? nic
                        : nic.withGateways(four.getOrDefault(nic.bridge(), ""), six.getOrDefault(nic.bridge(), "")))
                .sorted(Comparator.comparing(NicFacts::name)).toList();
    }

    /** A network without a tag is on the device itself. */
    private NicFacts plugged(Vswitch vswitch, NicFacts nic) {
        return vswitch.networks().entrySet().stream().filter(one -> one.getValue().equals(new Vswitch.Network(nic.name(), 0))).findFirst()
                .map(one -> new NicFacts(nic.name(), nic.mac(), nic.speed(), nic.mtu(), nic.up(), addresses.apply(one.getKey()),
                        one.getKey(),
                        nic.bond(), nic.slaves(), nic.bondMode(), nic.base(), nic.vlan()))
                .orElse(nic);
    }

    private int mtu(String device) {
        try {
            return Integer.parseInt(Files.readString(devices.resolve(device).resolve("mtu")).strip());
        } catch (IOException | NumberFormatException e) {
            return 0; // it went while we looked
        }
    }
}
