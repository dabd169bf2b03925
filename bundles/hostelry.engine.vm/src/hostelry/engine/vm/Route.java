package hostelry.engine.vm;

import hostelry.model.Disk;
import hostelry.model.Host;
import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainStatus;
import hostelry.model.Vm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which way a machine goes: the host that it leaves, and the disks that go along with it. It is fixed when the machine sets out and stands in the journal: after a crash
 * of the engine half of it may be written down already, and what its hosts have for disks is not known yet. Pure.
 *
 * @param from id of the host that it leaves
 */
record Route(String from, List<Leg> legs) {
    private static final String FROM = "from";
    private static final String LEGS = "disks";

    /** Ids: a disk, the storage domain that it leaves, and the one that takes it. */
    record Leg(String disk, String left, String taken) {}

    /** No disk goes along. */
    static Route none(Vm vm) {
        return new Route(String.valueOf(vm.getHost()), List.of());
    }

    /** Empty where there is none: the machine does not run, or the host has no room of its own for its disks. */
    static Optional<Route> of(Guests guests, Vm vm, String to) {
        Host host = guests.find(Host.class, to).orElse(null);
        String from = vm.getHost();
        if (host == null || from == null) {
            return Optional.empty();
        }
        Destinations destinations = new Destinations(guests);
        List<Disk> moved = destinations.moved(vm, host);
        Optional<StorageDomain> taking = destinations.domain(host);
        if (!moved.isEmpty() && taking.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Route(from,
                moved.stream().map(disk -> new Leg(disk.getId(), disk.getStorageDomain(), taking.orElseThrow().getId())).toList()));
    }

    /** Is it still the way that the machine would go? */
    boolean holds(Guests guests, Vm vm, String to) {
        boolean there = legs.stream().allMatch(leg -> guests.find(StorageDomain.class, leg.taken())
                .filter(domain -> to.equals(domain.getHost()) && domain.getStatus() == StorageDomainStatus.ACTIVE).isPresent());
        return there && of(guests, vm, to).filter(now -> now.from.equals(from) && now.starts().equals(starts())).isPresent();
    }

    private List<String> starts() {
        return legs.stream().map(leg -> leg.disk() + " " + leg.left()).sorted().toList();
    }

    /** For the journal. */
    Map<String, String> written() {
        return Map.of(FROM, from,
                LEGS, String.join(" ", legs.stream().map(leg -> leg.disk() + "/" + leg.left() + "/" + leg.taken()).toList()));
    }

    /** Empty where an engine wrote it that did not know of it yet. */
    static Optional<Route> read(Map<String, String> journal) {
        String from = journal.get(FROM);
        if (from == null) {
            return Optional.empty();
        }
        List<Leg> legs = new ArrayList<>();
        for (String leg : journal.getOrDefault(LEGS, "").split(" ")) {
            String[] ids = leg.split("/");
            if (ids.length == 3) {
                legs.add(new Leg(ids[0], ids[1], ids[2]));
            }
        }
        return Optional.of(new Route(from, legs));
    }
}
