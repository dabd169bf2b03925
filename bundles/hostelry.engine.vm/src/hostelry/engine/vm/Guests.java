package hostelry.engine.vm;

import hostelry.engine.spi.ClusterNetworks;
import hostelry.engine.spi.View;
import hostelry.engine.spi.WellKnown;
import hostelry.model.Cluster;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.Entity;
import hostelry.model.Host;
import hostelry.model.HostNic;
import hostelry.model.MacPool;
import hostelry.model.Network;
import hostelry.model.NetworkAttachment;
import hostelry.model.NetworkUsage;
import hostelry.model.Nic;
import hostelry.model.StorageDomain;
import hostelry.model.Vm;
import hostelry.model.VnicProfile;
import hostelry.model.data.MacRange;
import hostelry.model.states.VmMoves;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What belongs to a machine, read from the estate or from a draft of it: its disks, its cards, the hosts that could have it. Pure reading. */
record Guests(View view) {
    static Guests in(View view) {
        return new Guests(view);
    }

    <T extends Entity> Optional<T> find(Class<T> noun, @Nullable String id) {
        return id == null || id.isEmpty() ? Optional.empty() : view.find(noun, id);
    }

    <T extends Entity> List<T> all(Class<T> noun) {
        return view.all(noun).stream().toList();
    }

    Optional<Vm> vm(@Nullable String id) {
        return find(Vm.class, id);
    }

    /** For titles: the id where it is gone. */
    String name(String vmId) {
        return vm(vmId).map(Vm::getName).orElse(vmId);
    }

    /** Of a machine or a template, in the order in which the guest sees them: what it boots from first. */
    List<DiskAttachment> attachments(String owner) {
        return view.all(DiskAttachment.class).stream()
                .filter(attachment -> owner.equals(attachment.getVm()) || owner.equals(attachment.getTemplate()))
                .sorted(Comparator.comparing((DiskAttachment attachment) -> !attachment.isBootable()).thenComparing(this::alias))
                .toList();
    }

    private String alias(DiskAttachment attachment) {
        return find(Disk.class, attachment.getDisk()).map(disk -> disk.getAlias() == null ? "" : disk.getAlias()).orElse("") + " "
                + attachment.getDisk();
    }

    List<Disk> disks(String owner) {
        return attachments(owner).stream().flatMap(attachment -> find(Disk.class, attachment.getDisk()).stream()).toList();
    }

    /** Images beside the disks that a host must reach to run the machine: the disc in its drive, its kernel, and what that starts from. */
    List<Disk> aside(Vm vm) {
        return Stream.of(vm.getCdrom(), vm.getKernel(), vm.getInitrd()).flatMap(id -> find(Disk.class, id).stream()).toList();
    }

    /** Of a machine or a template. */
    List<Nic> nics(String owner) {
        return view.all(Nic.class).stream()
                .filter(nic -> owner.equals(nic.getVm()) || owner.equals(nic.getTemplate()))
                .sorted(Comparator.comparing(nic -> nic.getName() == null ? "" : nic.getName()))
                .toList();
    }

    Optional<StorageDomain> domain(Disk disk) {
        return find(StorageDomain.class, disk.getStorageDomain());
    }

    /** Name of the network that a profile belongs to; empty for none. */
    String network(@Nullable String profile) {
        return find(VnicProfile.class, profile).flatMap(found -> find(Network.class, found.getNetwork())).map(Network::getName).orElse("");
    }

    /**
     * Names of the machine's networks that a host lacks; none where the host's networks were never set up, since there a card always finds one (decision 9). The
     * management network is there as long as the host answers.
     */
    List<String> missing(Vm vm, Host host) {
        Set<String> there = view.all(NetworkAttachment.class).stream().filter(one -> host.getId().equals(one.getHost()))
                .map(NetworkAttachment::getNetwork).collect(Collectors.toSet());
        if (there.isEmpty()) {
            return List.of();
        }
        Set<String> bridges = view.all(HostNic.class).stream().filter(nic -> host.getId().equals(nic.getHost()) && nic.getBridge() != null)
                .map(HostNic::getBridge).collect(Collectors.toSet());
        ClusterNetworks.in(view).having(NetworkUsage.MANAGEMENT, String.valueOf(host.getCluster()))
                .ifPresent(management -> there.add(management.getNetwork()));
        return nics(vm.getId()).stream().flatMap(nic -> find(VnicProfile.class, nic.getVnicProfile()).stream())
                .filter(profile -> !there.contains(profile.getNetwork()))
                .flatMap(profile -> find(Network.class, profile.getNetwork()).stream())
                .map(Network::getName).filter(name -> !bridges.contains(name)).distinct().sorted().toList();
    }

    /** By name. */
    List<Host> hosts(@Nullable String clusterId) {
        return view.all(Host.class).stream()
                .filter(host -> clusterId != null && clusterId.equals(host.getCluster()))
                .sorted(Comparator.comparing(Host::getName))
                .toList();
    }

    /** The pool that the machine's cluster takes addresses from. */
    Optional<MacPool> pool(Vm vm) {
        String pool = find(Cluster.class, vm.getCluster()).map(Cluster::getMacPool).orElse(null);
        return find(MacPool.class, pool == null ? WellKnown.MAC_POOL : pool);
    }

    /** Of that pool; none where there is no such pool. */
    List<MacRange> ranges(Vm vm) {
        return pool(vm).stream().flatMap(pool -> pool.getRanges().stream()).flatMap(text -> MacRange.parse(text).stream()).toList();
    }

    String cluster(@Nullable String id) {
        return find(Cluster.class, id).map(Cluster::getName).orElse(String.valueOf(id));
    }

    /** Bytes that the running guests of each host were given. */
    Map<String, Long> committed() {
        Map<String, Long> sums = new HashMap<>();
        for (Vm vm : view.all(Vm.class)) {
            if (vm.getHost() != null && VmMoves.running(vm.getStatus())) {
                sums.merge(vm.getHost(), vm.getMemory(), Long::sum);
            }
        }
        return sums;
    }

    static int cpus(Vm vm) {
        return vm.getCpuSockets() * vm.getCpuCores() * vm.getCpuThreads();
    }

    static int cpus(Host host) {
        return host.getCpuSockets() * host.getCpuCores() * host.getCpuThreads();
    }
}
