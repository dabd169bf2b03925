package hostelry.engine.watch;

import hostelry.engine.spi.Inventory.Draft;
import hostelry.model.HostNic;
import hostelry.model.HostelryFactory;
import hostelry.node.api.NicFacts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jspecify.annotations.Nullable;

/** The network cards of a host become what its node told last; those that are as before are not touched. */
record HostCards(String host, List<NicFacts> cards) {
    private static final int BITS = 32;

    void apply(Draft draft) {
        Map<String, HostNic> before = new HashMap<>();
        draft.all(HostNic.class).stream().filter(nic -> host.equals(nic.getHost())).forEach(nic -> before.put(nic.getId(), nic));
        for (NicFacts card : cards) {
            HostNic now = nic(card);
            HostNic then = before.remove(now.getId());
            if (then == null) {
                draft.add(now);
            } else if (!EcoreUtil.equals(then, now)) {
                become(draft.edit(HostNic.class, now.getId()), now);
            }
        }
        before.keySet().forEach(gone -> draft.remove(HostNic.class, gone));
    }

    private static void become(HostNic nic, HostNic now) {
        for (EStructuralFeature feature : now.eClass().getEAllStructuralFeatures()) {
            Object value = now.eGet(feature);
            nic.eSet(feature, feature.isMany() ? new ArrayList<>((List<?>) value) : value);
        }
    }

    private HostNic nic(NicFacts card) {
        HostNic nic = HostelryFactory.eINSTANCE.createHostNic();
        nic.setId(UUID.nameUUIDFromBytes((host + "/" + card.name()).getBytes(StandardCharsets.UTF_8)).toString());
        nic.setHost(host);
        nic.setName(card.name());
        nic.setMac(empty(card.mac()));
        nic.setSpeed(card.speed());
        nic.setMtu(card.mtu());
        nic.setStatus(card.up() ? "up" : "down");
        nic.getAddresses().addAll(card.addresses().stream().distinct().toList());
        card.addresses().stream().filter(address -> address.matches("[0-9.]+/[0-9]{1,2}")).findFirst().ifPresent(address -> {
            nic.setIpAddress(address.substring(0, address.indexOf('/')));
            nic.setIpNetmask(mask(Integer.parseInt(address.substring(address.indexOf('/') + 1))));
        });
        card.addresses().stream().filter(address -> address.indexOf(':') >= 0 && !address.startsWith("fe80:")).findFirst()
                .ifPresent(address -> nic.setIpv6Address(address.replaceFirst("/.*", "")));
        nic.setBridge(empty(card.bridge()));
        nic.setBond(empty(card.bond()));
        nic.getSlaves().addAll(card.slaves().stream().distinct().toList());
        nic.setBondMode(card.bondMode());
        nic.setBaseInterface(empty(card.base()));
        nic.setVlan(card.vlan());
        nic.setGateway(empty(card.gateway()));
        nic.setIpv6Gateway(empty(card.gateway6()));
        return nic;
    }

    private static @Nullable String empty(String text) {
        return text.isEmpty() ? null : text;
    }

    /** @param prefix 0 to 32 */
    static String mask(int prefix) {
        int bits = prefix <= 0 ? 0 : -1 << BITS - Math.min(prefix, BITS);
        return (bits >>> 24) + "." + (bits >> 16 & 255) + "." + (bits >> 8 & 255) + "." + (bits & 255);
    }
}
