package hostelry.engine.network;

import hostelry.engine.spi.ClusterNetworks;
import hostelry.engine.spi.Inventory.Draft;
import hostelry.model.ClusterNetwork;
import hostelry.model.NetworkUsage;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Hands the roles in a cluster round, so that each belongs to one network there: who takes one has it from another, and what is given up goes to the management network. */
final class Roles {
    private final Draft draft;
    private final String cluster;

    Roles(Draft draft, String cluster) {
        this.draft = draft;
        this.cluster = cluster;
    }

    /** After this network was given these roles, or was taken away. */
    void settle(String network) {
        Set<NetworkUsage> taken = ClusterNetworks.in(draft).find(cluster, network).map(Roles::of)
                .orElseGet(() -> EnumSet.noneOf(NetworkUsage.class));
        Set<NetworkUsage> left = EnumSet.copyOf(ClusterNetworks.ROLES);
        for (ClusterNetwork one : List.copyOf(ClusterNetworks.in(draft).of(cluster))) {
            Set<NetworkUsage> roles = of(one);
            if (!one.getNetwork().equals(network)) {
                roles.removeAll(taken);
            }
            left.removeAll(roles);
            put(one, roles);
        }
        ClusterNetworks.in(draft).having(NetworkUsage.MANAGEMENT, cluster).ifPresent(management -> {
            Set<NetworkUsage> roles = of(management);
            roles.addAll(left);
            put(management, roles);
        });
    }

    private static Set<NetworkUsage> of(ClusterNetwork one) {
        Set<NetworkUsage> roles = EnumSet.noneOf(NetworkUsage.class);
        roles.addAll(one.getRoles());
        return roles;
    }

    private void put(ClusterNetwork one, Set<NetworkUsage> roles) {
        List<NetworkUsage> inOrder = List.copyOf(roles);
        if (!inOrder.equals(one.getRoles())) {
            ClusterNetwork edited = draft.edit(ClusterNetwork.class, one.getId());
            edited.getRoles().clear();
            edited.getRoles().addAll(inOrder);
        }
    }
}
