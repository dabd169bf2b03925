package hostelry.engine.vm;

import hostelry.api.Problem;
import hostelry.engine.spi.ClusterNetworks;
import hostelry.engine.work.Problems;
import hostelry.model.Cluster;
import hostelry.model.MacPool;
import hostelry.model.Network;
import hostelry.model.NetworkUsage;
import hostelry.model.Nic;
import hostelry.model.Vm;
import hostelry.model.VnicProfile;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Pure questions about network cards, each answered with every reason against. */
final class NicChecks {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private final Guests guests;
    private final Problems problems;

    NicChecks(Guests guests, Problems problems) {
        this.guests = guests;
        this.problems = problems;
    }

    /** A card: its address, its name among those of its machine, and what it plugs into. {@code others}: the other cards of the same machine. */
    void nic(Nic nic, Vm vm, List<Nic> others) {
        problems.require(nic.getName() != null && NAME.matcher(nic.getName()).matches(), () -> Problem.badInput("nic.name",
                "'" + VmChecks.clipped(String.valueOf(nic.getName())) + "' can't be the name of a NIC.",
                "Take 1 to 64 letters, digits, dots, underscores or hyphens."));
        problems.require(others.stream().noneMatch(other -> String.valueOf(nic.getName()).equals(other.getName())),
                () -> new Problem(Problem.Kind.CONFLICT,
                        "VM " + vm.getName() + " has a NIC named " + nic.getName() + " already.", "Take another name.", "nic.name"));
        mac(nic, vm, others);
        profile(nic, vm);
    }

    private void mac(Nic nic, Vm vm, List<Nic> others) {
        if (nic.getMac() == null) {
            Optional<MacPool> pool = guests.pool(vm);
            problems.add(new Problem(Problem.Kind.CONFLICT, pool.map(found -> "MAC pool " + found.getName() + " has no address left.")
                    .orElse("There is no MAC pool to take an address from."), "Add a range to the pool, or give the NIC an address.",
                    "mac"));
            return;
        }
        if (!Macs.valid(nic.getMac())) {
            problems.add(Problem.badInput("mac", "'" + VmChecks.clipped(String.valueOf(nic.getMac())) + "' can't be the address of a NIC.",
                    "Write six bytes such as 56:6f:00:00:00:01, not a group address; or leave it empty."));
            return;
        }
        boolean here = others.stream().anyMatch(other -> nic.getMac().equals(other.getMac()));
        problems.require(!here,
                () -> new Problem(Problem.Kind.CONFLICT, "Two NICs of VM " + vm(nic) + " have the address " + nic.getMac() + ".",
                        "Give them different addresses, or none.", "mac"));
        if (guests.pool(vm).filter(MacPool::isAllowDuplicates).isPresent()) {
            return;
        }
        guests.all(Nic.class).stream().filter(other -> !here && nic.getMac().equals(other.getMac()) && !other.getId().equals(nic.getId()))
                .findFirst()
                .ifPresent(other -> problems
                        .add(new Problem(Problem.Kind.CONFLICT, "The address " + nic.getMac() + " belongs to NIC " + other.getName()
                                + " of VM " + guests.name(other.getVm()) + ".", "Take another address, or none.", "mac")));
    }

    private String vm(Nic nic) {
        return guests.name(String.valueOf(nic.getVm()));
    }

    private void profile(Nic nic, Vm vm) {
        if (nic.getVnicProfile() == null || nic.getVnicProfile().isEmpty()) {
            return;
        }
        Optional<VnicProfile> profile = guests.find(VnicProfile.class, nic.getVnicProfile());
        if (profile.isEmpty()) {
            problems.add(Problem.badInput("vnicProfile", "There is no vNIC profile " + VmChecks.clipped(nic.getVnicProfile()) + ".",
                    "Choose one of the list, or none."));
            return;
        }
        guests.find(Network.class, profile.get().getNetwork()).ifPresent(network -> network(network, vm));
    }

    private void network(Network network, Vm vm) {
        Optional<Cluster> cluster = guests.find(Cluster.class, vm.getCluster());
        if (cluster.isEmpty()) {
            return; // told by the check of the cluster
        }
        if (!Objects.equals(network.getDataCenter(), cluster.get().getDataCenter())) {
            problems.add(Problem.badInput("vnicProfile", "Network " + network.getName() + " belongs to another data center than cluster "
                    + cluster.get().getName() + ".", "Choose a profile of a network in the same data center."));
            return;
        }
        problems.require(network.getUsages().contains(NetworkUsage.VM),
                () -> new Problem(Problem.Kind.CONFLICT, "Network " + network.getName() + " is not for VMs.",
                        "Choose a profile of another network, or make this one a VM network.", "vnicProfile"));
        problems.require(ClusterNetworks.in(guests.view()).find(cluster.get().getId(), network.getId()).isPresent(),
                () -> new Problem(Problem.Kind.CONFLICT,
                        "Cluster " + cluster.get().getName() + " does not have network " + network.getName()
                                + ".",
                        "Assign the network to the cluster, or choose a profile of a network that it has.", "vnicProfile"));
    }

    /** Can all of its cards that are plugged in find their networks in the machine's cluster? */
    void plugged(Vm vm) {
        guests.nics(vm.getId()).stream().filter(Nic::isPlugged).map(Nic::getVnicProfile)
                .flatMap(profile -> guests.find(VnicProfile.class, profile).stream())
                .flatMap(profile -> guests.find(Network.class, profile.getNetwork()).stream()).distinct()
                .forEach(network -> network(network, vm));
    }

    /** The same for the cluster that it is to go to, where all of its cards go along. */
    void follow(Vm vm) {
        guests.nics(vm.getId()).forEach(nic -> profile(nic, vm));
    }
}
