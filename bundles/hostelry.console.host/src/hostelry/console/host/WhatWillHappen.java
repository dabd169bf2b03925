package hostelry.console.host;

import hostelry.console.kit.words.Words;
import hostelry.model.Cluster;
import hostelry.model.ClusterNetwork;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.NetworkUsage;
import hostelry.model.Virtualization;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** What follows when a machine is let in that the engine would let in. Pure. */
final class WhatWillHappen {
    /** @param good false: somebody should know it beforehand; {@code advice} says what to do then */
    record Line(boolean good, String text, String advice) {}

    private WhatWillHappen() {}

    /** @param name of a network by its id */
    static List<Line> of(Host host, Cluster cluster, Collection<ClusterNetwork> assigned, Function<String, String> name) {
        List<Line> lines = new ArrayList<>();
        lines.add(good("Its key is signed by the engine's own authority, for " + Words.orEmpty(host.getAddress())
                + ". The certificate is good for a year, and renews itself."));
        if (host.getCertificateSerial() != null) {
            lines.add(good("The certificate that it had until now is worth nothing any more."));
        }
        String type = Words.orEmpty(cluster.getCpuType());
        lines.add(good(type.isEmpty()
                ? "Cluster " + cluster.getName() + " takes any CPU."
                : "Its CPU fits the type of cluster " + cluster.getName() + ": " + type + "."));
        if (host.getVirtualization() != Virtualization.KVM && host.getVirtualization() != Virtualization.SIMULATED) {
            lines.add(new Line(false, "No guest ran on KVM there: its guests would be emulated, and slow.",
                    "Run hostelry-node doctor on the machine: it says what is missing."));
        }
        List<String> required = assigned.stream()
                .filter(one -> cluster.getId().equals(one.getCluster()) && one.isRequired()
                        && !one.getRoles().contains(NetworkUsage.MANAGEMENT))
                .map(one -> name.apply(one.getNetwork())).sorted().toList();
        if (!required.isEmpty() && host.getStatus() == HostStatus.PENDING_APPROVAL) {
            lines.add(new Line(false,
                    "Cluster " + cluster.getName() + " requires " + (required.size() == 1 ? "network " : "networks ")
                            + String.join(", ", required)
                            + ". Once networks are set up on it, the host is non operational while it lacks one.",
                    "Set up its networks when it is up."));
        }
        lines.add(good("It comes up by itself, and machines can be started there."));
        return List.copyOf(lines);
    }

    private static Line good(String text) {
        return new Line(true, text, "");
    }
}
