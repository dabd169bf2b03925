package hostelry.api;

import hostelry.model.HostNic;
import hostelry.model.Network;
import hostelry.model.NetworkAttachment;
import hostelry.model.data.NetworkSync;
import hostelry.model.data.NetworkSync.Difference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jspecify.annotations.Nullable;

/**
 * What a host is to have of networks after a change of it, and how that differs from what it has: shown before it is applied. Pure, and the same for the engine that
 * applies it, for REST's dry run and for a window that asks anew with every drag.
 *
 * <pre>{@code
 * NetworkPlan plan = NetworkPlan.of(host, setup, estate.all(NetworkAttachment.class), estate.all(Network.class), estate.all(HostNic.class));
 * plan.changes().forEach(change -> show(change.sentence()));
 * }</pre>
 *
 * @param before what is wanted now, by the names of the networks; those of the caller
 * @param after what would be wanted; copies
 * @param changes what the host would get, change or lose; empty: it is as it would be wanted
 */
public record NetworkPlan(List<NetworkAttachment> before, List<NetworkAttachment> after, List<Change> changes) {
    /** What happens to a network on a host. */
    public enum Kind {
        COMES, CHANGES, GOES
    }

    /**
     * One network that a host gets, loses, or has otherwise afterwards.
     *
     * @param network its name
     * @param device that carries it afterwards, or carried it where it goes
     * @param differences from what the host has; empty where it goes
     */
    public record Change(Kind kind, String network, String device, List<Difference> differences) {
        public String sentence() {
            return network + switch (kind) {
                case COMES -> ": comes to " + device;
                case GOES -> ": goes from " + device;
                case CHANGES -> ": " + String.join(", ", differences.stream().map(Difference::sentence).toList());
            };
        }
    }

    /** The id of an attachment comes of both: a host has a network once. */
    public static String id(String host, String network) {
        return UUID.nameUUIDFromBytes(("attachment " + host + ' ' + network).getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Of all that there is, also of other hosts, the host's own is taken. */
    public static NetworkPlan of(String host, NetworkSetup setup, Collection<NetworkAttachment> attachments,
            Collection<Network> networks, Collection<HostNic> cards) {
        Map<String, Network> known = new LinkedHashMap<>();
        networks.forEach(network -> known.put(network.getId(), network));
        List<NetworkAttachment> before = attachments.stream().filter(one -> host.equals(one.getHost()))
                .sorted(Comparator.comparing(one -> name(known, one))).toList();
        List<NetworkAttachment> after = after(host, setup, before);
        List<HostNic> own = cards.stream().filter(nic -> host.equals(nic.getHost())).toList();
        List<Change> changes = new ArrayList<>();
        for (NetworkAttachment one : after) {
            Network network = known.get(one.getNetwork());
            List<Difference> differences = network == null ? List.of() : NetworkSync.differences(one, network, own);
            if (!differences.isEmpty()) {
                boolean absent = differences.getFirst().property().equals(NetworkSync.SWITCH);
                changes.add(new Change(absent ? Kind.COMES : Kind.CHANGES, name(known, one), text(one.getDevice()), differences));
            }
        }
        before.stream().filter(one -> after.stream().noneMatch(other -> other.getId().equals(one.getId())))
                .forEach(one -> changes.add(new Change(Kind.GOES, name(known, one), text(one.getDevice()), List.of())));
        return new NetworkPlan(before, after, List.copyOf(changes));
    }

    private static List<NetworkAttachment> after(String host, NetworkSetup setup, List<NetworkAttachment> before) {
        Map<String, NetworkAttachment> after = new LinkedHashMap<>();
        before.stream().filter(one -> !setup.removed().contains(one.getId()) && !setup.removed().contains(one.getNetwork()))
                .forEach(one -> after.put(one.getId(), EcoreUtil.copy(one)));
        for (NetworkAttachment change : setup.modified()) {
            NetworkAttachment one = EcoreUtil.copy(change);
            one.setHost(host);
            one.setId(id(host, one.getNetwork()));
            NetworkAttachment was = after.get(one.getId());
            if (was != null && Objects.equals(was.getDevice(), one.getDevice()) && one.getBondParts().isEmpty()) {
                one.getBondParts().addAll(was.getBondParts());
                one.setBondMode(was.getBondMode());
            }
            after.put(one.getId(), one);
        }
        List<NetworkAttachment> all = new ArrayList<>(after.values());
        List<NetworkSetup.Bond> bonds = new ArrayList<>();
        all.stream().filter(one -> !one.getBondParts().isEmpty())
                .forEach(
                        one -> bonds.add(new NetworkSetup.Bond(text(one.getDevice()), List.copyOf(one.getBondParts()), one.getBondMode())));
        bonds.addAll(setup.bonds()); // the last word on a bond counts for all networks on it
        for (NetworkSetup.Bond bond : bonds) {
            for (NetworkAttachment one : all) {
                if (bond.name().equals(one.getDevice())) {
                    one.getBondParts().clear();
                    one.getBondParts().addAll(bond.parts());
                    one.setBondMode(bond.mode());
                }
            }
        }
        return all;
    }

    private static String name(Map<String, Network> known, NetworkAttachment one) {
        Network network = known.get(one.getNetwork());
        return text(network == null ? one.getNetwork() : network.getName());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
