package hostelry.node.libvirt.net;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an Open vSwitch has, read from three of its lists. Pure.
 *
 * @param bridges names of all of its bridges, those below others too
 * @param networks those that are for one network each, by name
 * @param bonds name of a bond → names of its parts
 * @param modes name of a bond → number of its mode as the kernel counts
 */
public record Vswitch(Set<String> bridges, Map<String, Network> networks, Map<String, List<String>> bonds, Map<String, Integer> modes) {
    static final Vswitch NONE = new Vswitch(Set.of(), Map.of(), Map.of(), Map.of());

    /**
     * @param device the card or bond that carries it; empty for none
     * @param vlan its tag; 0 for none
     */
    public record Network(String device, int vlan) {}

    private record Port(String name, int vlan, boolean fake, List<String> parts, String mode) {}

    /**
     * @param bridges {@code ovs-vsctl --format=json --columns=name,ports list bridge}
     * @param ports {@code … --columns=_uuid,name,tag,fake_bridge,interfaces,bond_mode list port}
     * @param interfaces {@code … --columns=_uuid,name,type list interface}
     */
    static Vswitch parse(String bridges, String ports, String interfaces) throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        Map<String, String> cards = new HashMap<>();
        for (JsonNode row : json.readTree(interfaces).path("data")) {
            // "internal" ports are the switch's own, guests' ports have names that libvirt gave them
            boolean card = row.path(2).asText().isEmpty() && !row.path(1).asText().matches("(vnet|tap|macvtap)[0-9]+");
            cards.put(row.path(0).path(1).asText(), card ? row.path(1).asText() : "");
        }
        Map<String, Port> known = new LinkedHashMap<>();
        for (JsonNode row : json.readTree(ports).path("data")) {
            List<String> parts = ids(row.path(4)).stream().map(id -> cards.getOrDefault(id, "")).filter(name -> !name.isEmpty()).sorted()
                    .toList();
            known.put(row.path(0).path(1).asText(), new Port(row.path(1).asText(), row.path(2).isInt() ? row.path(2).asInt() : 0,
                    row.path(3).asBoolean(), parts, row.path(5).isTextual() ? row.path(5).asText() : ""));
        }
        Vswitch found = new Vswitch(new TreeSet<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        for (JsonNode row : json.readTree(bridges).path("data")) {
            found.bridge(row.path(0).asText(), ids(row.path(1)).stream().map(known::get).filter(Objects::nonNull).toList());
        }
        return found;
    }

    private void bridge(String name, List<Port> ports) {
        bridges.add(name);
        List<Port> carriers = ports.stream().filter(port -> !port.fake() && !port.parts().isEmpty()).toList();
        String device = carriers.stream().map(Port::name).sorted().findFirst().orElse("");
        for (Port port : carriers) {
            if (port.parts().size() > 1) {
                bonds.put(port.name(), port.parts());
                modes.put(port.name(), port.mode().equals("balance-tcp") ? 4 : 1);
            }
        }
        for (Port port : ports) {
            if (port.fake()) {
                bridges.add(port.name());
                networks.put(port.name(), new Network(device, port.vlan()));
            }
        }
    }

    /** One id, or a set of them. */
    private static List<String> ids(JsonNode cell) {
        if (cell.path(0).asText().equals("uuid")) {
            return List.of(cell.path(1).asText());
        }
        List<String> ids = new ArrayList<>();
        cell.path(1).forEach(one -> ids.add(one.path(1).asText()));
        return ids;
    }
}
