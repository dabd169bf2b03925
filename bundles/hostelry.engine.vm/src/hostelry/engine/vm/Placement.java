package hostelry.engine.vm;

import hostelry.api.Problem;
import hostelry.engine.spi.Sightings;
import hostelry.model.Cluster;
import hostelry.model.Disk;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainStatus;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.model.data.Origins;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where a machine could run, and what speaks against each other host. Pure: it reads, and asks nobody. */
final class Placement {
    private static final int PERCENT = 100;
    private final Guests guests;
    private final Sightings sightings;

    /** For machines that are defined here: where they are defined elsewhere too does not matter. */
    Placement(Guests guests) {
        this(guests, vm -> Set.of());
    }

    Placement(Guests guests, Sightings sightings) {
        this.guests = guests;
        this.sightings = sightings;
    }

    /** What speaks against each host of the machine's cluster, by name; an empty list: it would do. */
    Map<Host, List<Problem>> verdicts(Vm vm) {
        Map<String, Long> committed = guests.committed();
        Map<Host, List<Problem>> verdicts = new LinkedHashMap<>();
        for (Host host : guests.hosts(vm.getCluster())) {
            verdicts.put(host, against(vm, host, committed.getOrDefault(host.getId(), 0L)));
        }
        return verdicts;
    }

    /** The host that fits and has most memory free; of equal ones the first by name. */
    Optional<Host> choose(Vm vm) {
        Map<String, Long> committed = guests.committed();
        return guests.hosts(vm.getCluster()).stream()
                .filter(host -> against(vm, host, committed.getOrDefault(host.getId(), 0L)).isEmpty())
                .max(Comparator.<Host>comparingLong(host -> promised(host, vm) - committed.getOrDefault(host.getId(), 0L))
                        .thenComparing(Host::getName, Comparator.reverseOrder()));
    }

    /** The same but for its disks: they may be sent along. */
    Map<Host, List<Problem>> withoutDisks(Vm vm) {
        Map<String, Long> committed = guests.committed();
        Map<Host, List<Problem>> verdicts = new LinkedHashMap<>();
        for (Host host : guests.hosts(vm.getCluster())) {
            verdicts.put(host, hardware(vm, host, committed.getOrDefault(host.getId(), 0L)));
        }
        return verdicts;
    }

    /** All hosts of its cluster: the one with most memory free first, of equal ones by name. */
    List<Host> byRoom(Vm vm) {
        Map<String, Long> committed = guests.committed();
        return guests.hosts(vm.getCluster()).stream().sorted(Comparator
                .<Host>comparingLong(host -> committed.getOrDefault(host.getId(), 0L) - promised(host, vm)).thenComparing(Host::getName))
                .toList();
    }

    private List<Problem> against(Vm vm, Host host, long committed) {
        List<Problem> problems = hardware(vm, host, committed);
        for (Disk disk : images(vm)) {
            guests.domain(disk).flatMap(domain -> reach(domain, disk, host)).ifPresent(problems::add);
        }
        return problems;
    }

    private List<Problem> hardware(Vm vm, Host host, long committed) {
        List<Problem> problems = new ArrayList<>();
        if (host.getStatus() != HostStatus.UP) {
            problems.add(Problem.conflict(host.getId(), "Host " + host.getName() + " is " + Words.of(host.getStatus()) + ".",
                    host.getStatus() == HostStatus.MAINTENANCE ? "Activate it." : "Wait until it is up, or look at it."));
        }
        if (!vm.getPlacementHosts().isEmpty() && !vm.getPlacementHosts().contains(host.getId())) {
            problems.add(Problem.conflict(host.getId(), "VM " + vm.getName() + " is bound to " + bound(vm) + " and not to host "
                    + host.getName() + ".", "Start it there, or add the host to its placement."));
        }
        CpuPin.all(vm).stream().mapToInt(CpuPin::highest).max().stream()
                .filter(highest -> Guests.cpus(host) > 0 && highest >= Guests.cpus(host))
                .forEach(highest -> problems.add(Problem.conflict(host.getId(), "VM " + vm.getName() + " is pinned to CPU " + highest
                        + ", and host " + host.getName() + " has " + Guests.cpus(host) + ", counted from 0.",
                        "Pin it to CPUs that are there.")));
        guests.missing(vm, host).forEach(network -> problems.add(Problem.conflict(host.getId(),
                "Host " + host.getName() + " lacks network " + network + ", which VM " + vm.getName() + " is plugged into.",
                "Set up its networks.")));
        if (vm.getStatus() == VmStatus.SUSPENDED && vm.getHost() != null && !host.getId().equals(vm.getHost())) {
            problems.add(Problem.conflict(host.getId(), "The memory of VM " + vm.getName() + " was saved on another host.",
                    "Start it there, or power it off: then it boots anew."));
        }
        if (Origins.adopted(vm) && !sightings.hosts(vm.getId()).contains(host.getId())) {
            problems.add(Problem.conflict(host.getId(),
                    "VM " + vm.getName() + " was adopted and runs where it is defined, and host " + host.getName() + " does not know it.",
                    ""));
        }
        long free = promised(host, vm) - committed;
        if (vm.getMemory() > free) {
            problems.add(Problem.conflict(host.getId(),
                    "Host " + host.getName() + " has " + Words.bytes(Math.max(0, free)) + " of memory left and VM "
                            + vm.getName() + " needs " + Words.bytes(vm.getMemory()) + ".",
                    "Stop a guest there, or give the VM less memory."));
        }
        if (Guests.cpus(host) > 0 && Guests.cpus(vm) > Guests.cpus(host)) {
            problems.add(Problem.conflict(host.getId(),
                    "Host " + host.getName() + " has " + Guests.cpus(host) + " CPUs and VM " + vm.getName() + " needs "
                            + Guests.cpus(vm) + ".",
                    "Give the VM fewer CPUs."));
        }
        return problems;
    }

    /** What speaks against a guest that runs growing where it is; empty where its host has room for that. */
    List<Problem> growing(Vm vm, Vm grown) {
        return guests.find(Host.class, vm.getHost()).map(host -> {
            List<Problem> problems = new ArrayList<>();
            long free = promised(host, vm) - guests.committed().getOrDefault(host.getId(), 0L);
            long more = grown.getMemory() - vm.getMemory();
            if (more > 0 && more > free) {
                problems.add(Problem.conflict(host.getId(), "Host " + host.getName() + " has " + Words.bytes(Math.max(0, free))
                        + " of memory left and VM " + vm.getName() + " is to get " + Words.bytes(more) + " more.",
                        "Move it to a larger host, or keep the change for its next start."));
            }
            if (Guests.cpus(host) > 0 && Guests.cpus(grown) > Guests.cpus(vm) && Guests.cpus(grown) > Guests.cpus(host)) {
                problems.add(Problem.conflict(host.getId(), "Host " + host.getName() + " has " + Guests.cpus(host) + " CPUs and VM "
                        + vm.getName() + " is to get " + Guests.cpus(grown) + ".",
                        "Move it to a larger host, or keep the change for its next start."));
            }
            return problems;
        }).orElse(List.of());
    }

    private String bound(Vm vm) {
        List<String> names = vm.getPlacementHosts().stream().map(id -> guests.find(Host.class, id).map(Host::getName).orElse(id)).toList();
        return (names.size() == 1 ? "host " : "hosts ") + String.join(", ", names);
    }

    /** What guests may be promised of a host's memory, by the overcommit of its cluster. */
    private long promised(Host host, Vm vm) {
        return host.getMemory() * guests.find(Cluster.class, vm.getCluster()).map(Cluster::getMemoryOvercommit).orElse(PERCENT) / PERCENT;
    }

    private List<Disk> images(Vm vm) {
        List<Disk> images = new ArrayList<>(guests.disks(vm.getId()));
        images.addAll(guests.aside(vm));
        return images;
    }

    private Optional<Problem> reach(StorageDomain domain, Disk disk, Host host) {
        if (domain.getStatus() != StorageDomainStatus.ACTIVE) {
            return Optional.of(Problem.conflict(domain.getId(),
                    "Storage domain " + domain.getName() + ", which holds " + disk.getAlias() + ", is not active.",
                    "Activate it."));
        }
        if (!reaches(host, domain)) {
            return Optional
                    .of(Problem.conflict(domain.getId(), "Host " + host.getName() + " can't reach " + disk.getAlias() + ": storage domain "
                            + domain.getName() + " is local to another host.", ""));
        }
        return Optional.empty();
    }

    /** A local domain is reached from its own host alone. */
    static boolean reaches(Host host, StorageDomain domain) {
        return domain.getHost() == null || domain.getHost().isEmpty() || domain.getHost().equals(host.getId());
    }
}
