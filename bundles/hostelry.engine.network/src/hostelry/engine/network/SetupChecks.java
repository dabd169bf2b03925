package hostelry.engine.network;

import hostelry.api.NetworkPlan;
import hostelry.api.NetworkSetup;
import hostelry.api.Problem;
import hostelry.engine.spi.ClusterNetworks;
import hostelry.engine.spi.View;
import hostelry.engine.work.Problems;
import hostelry.model.ClusterNetwork;
import hostelry.model.Host;
import hostelry.model.HostNic;
import hostelry.model.HostStatus;
import hostelry.model.Network;
import hostelry.model.NetworkAttachment;
import hostelry.model.Nic;
import hostelry.model.Vm;
import hostelry.model.VnicProfile;
import hostelry.model.states.VmMoves;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What speaks against a change of a host's networks: all of it at once. Pure. */
final class SetupChecks {
    private static final Set<HostStatus> REACHED = EnumSet.of(HostStatus.UP, HostStatus.NON_OPERATIONAL, HostStatus.MAINTENANCE);
    private static final int LONGEST_NAME = 15;
    private static final int LONGEST_DEVICE = 13;
    private final View view;
    private final Problems problems;
    private final HostNetworks host;
    private final NetworkSetup setup;

    SetupChecks(View view, Problems problems, String host, NetworkSetup setup) {
        this.view = view;
        this.problems = problems;
        this.host = new HostNetworks(view, host);
        this.setup = setup;
    }

    void all() {
        Optional<Host> found = view.find(Host.class, host.host());
        if (found.isEmpty()) {
            problems.add(Problem.notFound("host", host.host()));
            return;
        }
        problems.require(REACHED.contains(found.get().getStatus()), () -> Problem.conflict(host.host(),
                "Host " + found.get().getName() + " is " + found.get().getStatus().getLiteral().replace('_', ' ') + ".",
                "Wait until it is up."));
        problems.require(setup.seconds() >= 5 && setup.seconds() <= 600, () -> Problem.badInput("connectivity_timeout",
                "The time for a confirmation is from 5 to 600 seconds.", "Leave it out for " + NetworkSetup.USUAL_SECONDS + "."));
        for (String removed : setup.removed()) {
            problems.require(host.wanted().stream().anyMatch(one -> removed.equals(one.getId()) || removed.equals(one.getNetwork())),
                    () -> Problem.badInput("removed_network_attachments", "The host has no network attachment " + removed + ".",
                            "Name one of those that it has."));
        }
        NetworkPlan plan = host.plan(setup);
        problems.changes(plan.changes().stream().map(NetworkPlan.Change::sentence).toList());
        List<NetworkAttachment> after = plan.after();
        after.forEach(one -> attachment(found.get(), one));
        bonds(after);
        clashes(after);
        lost(found.get(), after);
        new AddressChecks(problems, host, found.get(), setup).all(plan);
    }

    private void attachment(Host on, NetworkAttachment one) {
        Optional<Network> network = view.find(Network.class, one.getNetwork());
        if (network.isEmpty()) {
            problems.add(Problem.badInput("network", "There is no network " + one.getNetwork() + ".", "Name one of the host's cluster."));
            return;
        }
        String name = network.get().getName();
        Optional<ClusterNetwork> assigned = ClusterNetworks.in(view).find(on.getCluster(), one.getNetwork());
        problems.require(assigned.isPresent(), () -> Problem.conflict(one.getNetwork(),
                "Network " + name + " is not in the cluster of host " + on.getName() + ".", "Assign it to the cluster first."));
        problems.require(name.length() <= LONGEST_NAME && name.matches("[A-Za-z0-9_][A-Za-z0-9_.-]*"),
                () -> Problem.conflict(one.getNetwork(), "The bridge of network " + name
                        + " would have a name that no device can have: at most " + LONGEST_NAME + " letters, digits, '_', '-' and '.'.",
                        "Give the network such a name."));
        String device = one.getDevice() == null ? "" : one.getDevice();
        List<String> cards = host.cards().stream().map(HostNic::getName).toList();
        problems.require(device.matches("[A-Za-z0-9_][A-Za-z0-9_.-]*") && device.length() <= LONGEST_DEVICE
                && (cards.contains(device) || !one.getBondParts().isEmpty()),
                () -> Problem.badInput("host_nic",
                        "Host " + on.getName() + " has no card or bond " + (device.isEmpty() ? "without a name" : device)
                                + " for network " + name + ".",
                        "It has " + String.join(", ", cards) + "."));
        host.cards().stream().filter(card -> card.getName().equals(device) && card.getBond() != null)
                .forEach(card -> problems
                        .add(Problem.conflict(one.getNetwork(), "Card " + device + " is a part of bond " + card.getBond() + ".",
                                "Put network " + name + " onto the bond.")));
    }

    private void bonds(List<NetworkAttachment> after) {
        Set<String> cards = host.cards().stream().map(HostNic::getName).collect(Collectors.toSet());
        Map<String, String> taken = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (NetworkAttachment one : after) {
            if (one.getBondParts().isEmpty() || !seen.add(one.getDevice())) {
                continue;
            }
            problems.require(one.getBondParts().size() >= 2, () -> Problem.badInput("bonding",
                    "Bond " + one.getDevice() + " has fewer than two cards.", "Name two cards or more."));
            problems.require(one.getBondMode() == 1 || one.getBondMode() == 4, () -> Problem.badInput("bonding",
                    "The mode of bond " + one.getDevice() + " is 1 (active-backup) or 4 (802.3ad).", "Choose one of them."));
            for (String part : one.getBondParts()) {
                String other = taken.put(part, one.getDevice());
                problems.require(cards.contains(part),
                        () -> Problem.badInput("bonding", "The host has no card " + part + " for bond " + one.getDevice() + ".",
                                "Name cards that it has."));
                problems.require(other == null,
                        () -> Problem.badInput("bonding", "Card " + part + " would be in two bonds.", "Name it once."));
                problems.require(after.stream().noneMatch(net -> part.equals(net.getDevice())), () -> Problem.badInput("bonding",
                        "Card " + part + " carries a network and can't be a part of bond " + one.getDevice() + ".",
                        "Put that network onto the bond."));
            }
        }
        setup.bonds().stream().filter(bond -> after.stream().noneMatch(one -> bond.name().equals(one.getDevice())))
                .forEach(bond -> problems.add(Problem.badInput("modified_bonds", "Bond " + bond.name() + " would carry no network.",
                        "Attach a network to it in the same request.")));
    }

    private void clashes(List<NetworkAttachment> after) {
        Map<String, String> tags = new HashMap<>();
        for (NetworkAttachment one : after) {
            int vlan = view.find(Network.class, one.getNetwork()).map(Network::getVlan).orElse(0);
            String other = tags.put(one.getDevice() + ' ' + vlan, host.name(one));
            problems.require(other == null, () -> Problem.conflict(one.getNetwork(), "Networks " + other + " and " + host.name(one)
                    + (vlan == 0 ? " would both be without a VLAN" : " would both have VLAN " + vlan) + " on " + one.getDevice() + ".",
                    "Put one of them onto another card."));
        }
    }

    /** Guests that run there must not lose their network, nor have it remade below them. */
    private void lost(Host on, List<NetworkAttachment> after) {
        for (NetworkAttachment one : host.wanted()) {
            boolean stays = after.stream().anyMatch(other -> other.getId().equals(one.getId()) && other.getDevice().equals(one.getDevice())
                    && Set.copyOf(other.getBondParts()).equals(Set.copyOf(one.getBondParts())));
            if (stays) {
                continue;
            }
            Set<String> profiles = view.all(VnicProfile.class).stream().filter(profile -> one.getNetwork().equals(profile.getNetwork()))
                    .map(VnicProfile::getId).collect(Collectors.toSet());
            List<String> users = view.all(Nic.class).stream().filter(nic -> profiles.contains(nic.getVnicProfile()))
                    .flatMap(nic -> view.find(Vm.class, nic.getVm()).stream())
                    .filter(vm -> on.getId().equals(vm.getHost()) && VmMoves.running(vm.getStatus())).map(Vm::getName).distinct().sorted()
                    .toList();
            problems.require(users.isEmpty(),
                    () -> Problem.conflict(one.getNetwork(), "Network " + host.name(one) + " on host " + on.getName()
                            + " is used by " + NetworkChecks.some(users) + ".", "Migrate them first, or shut them down."));
        }
    }
}
