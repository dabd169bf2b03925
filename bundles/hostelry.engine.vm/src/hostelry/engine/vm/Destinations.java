package hostelry.engine.vm;

import hostelry.api.Problem;
import hostelry.model.Disk;
import hostelry.model.Host;
import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainStatus;
import hostelry.model.StorageDomainType;
import hostelry.model.Vm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a machine that runs could move to, and what speaks against each other host of its cluster. A first simple rule (the scheduler comes later): what
 * {@link Placement} asks of a host, the same virtualization, and room for the disks that only its present host reaches. Pure.
 */
final class Destinations {
    private final Guests guests;
    private final Placement placement;

    Destinations(Guests guests) {
        this.guests = guests;
        this.placement = new Placement(guests);
    }

    /** By host, what speaks against it; an empty list: it would do. */
    Map<Host, List<Problem>> verdicts(Vm vm) {
        Map<Host, List<Problem>> verdicts = new LinkedHashMap<>();
        placement.withoutDisks(vm).forEach((host, against) -> verdicts.put(host, against(vm, host, against)));
        return verdicts;
    }

    /** The one that fits and has most memory free. */
    Optional<Host> choose(Vm vm) {
        // by id: a host whose load is told meanwhile is another object
        Set<String> fit = verdicts(vm).entrySet().stream().filter(verdict -> verdict.getValue().isEmpty())
                .map(verdict -> verdict.getKey().getId())
                .collect(Collectors.toSet());
        return placement.byRoom(vm).stream().filter(host -> fit.contains(host.getId())).findFirst();
    }

    private List<Problem> against(Vm vm, Host host, List<Problem> general) {
        if (host.getId().equals(vm.getHost())) {
            return List.of(Problem.conflict(host.getId(), "VM " + vm.getName() + " runs there.", ""));
        }
        List<Problem> problems = new ArrayList<>(general);
        guests.find(Host.class, vm.getHost()).filter(from -> from.getVirtualization() != host.getVirtualization())
                .ifPresent(from -> problems.add(
                        Problem.conflict(host.getId(),
                                "Host " + host.getName() + " runs guests on " + host.getVirtualization().getLiteral() + " and host "
                                        + from.getName()
                                        + " on " + from.getVirtualization().getLiteral() + ": a running guest can't change between them.",
                                "Shut it down and start it there.")));
        for (Disk disk : guests.aside(vm)) {
            guests.domain(disk).filter(domain -> !Placement.reaches(host, domain)).ifPresent(domain -> problems.add(Problem.conflict(
                    domain.getId(),
                    "Host " + host.getName() + " does not reach " + disk.getAlias() + " on storage domain " + domain.getName() + ".",
                    disk.getId().equals(vm.getCdrom())
                            ? "Take the disc out of its drive."
                            : "Shut it down, and start it there with a kernel of that host.")));
        }
        room(vm, host).ifPresent(problems::add);
        return problems;
    }

    /** Disks that the host does not reach where they are, and that are sent along. */
    List<Disk> moved(Vm vm, Host host) {
        return guests.disks(vm.getId()).stream()
                .filter(disk -> guests.domain(disk).filter(domain -> !Placement.reaches(host, domain)).isPresent()).toList();
    }

    /** The storage domain of that host that takes them: the one with most space. */
    Optional<StorageDomain> domain(Host host) {
        return guests.all(StorageDomain.class).stream()
                .filter(domain -> host.getId().equals(domain.getHost()) && domain.getType() == StorageDomainType.DATA
                        && domain.getStatus() == StorageDomainStatus.ACTIVE)
                .max(Comparator.comparingLong(StorageDomain::getAvailable));
    }

    private Optional<Problem> room(Vm vm, Host host) {
        List<Disk> moved = moved(vm, host);
        if (moved.isEmpty()) {
            return Optional.empty();
        }
        Optional<StorageDomain> domain = domain(host);
        if (domain.isEmpty()) {
            return Optional.of(Problem.conflict(host.getId(), "Host " + host.getName() + " reaches none of the disks of VM " + vm.getName()
                    + " and has no active storage domain of its own to take them.", "Add a local storage domain to it."));
        }
        long needed = moved.stream().mapToLong(disk -> disk.isSparse() ? disk.getActualSize() : disk.getProvisionedSize()).sum();
        return domain.filter(found -> found.getAvailable() < needed)
                .map(found -> Problem.conflict(found.getId(), "The disks of VM " + vm.getName() + " take "
                        + Words.bytes(needed) + ", and storage domain " + found.getName() + " of host " + host.getName() + " has "
                        + Words.bytes(found.getAvailable())
                        + " left.", "Make room there."));
    }
}
