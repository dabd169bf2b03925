package hostelry.engine.vm;

import hostelry.model.Disk;
import hostelry.model.Host;
import hostelry.model.StorageDomain;
import hostelry.model.Vm;
import hostelry.node.api.DomainSpec;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * What goes where. Pure.
 *
 * @param vm as it is
 * @param from id of the host that runs it
 * @param to the host that takes it
 * @param left disks as they are now, of those that are sent along
 * @param copies the same disks as they will be there
 * @param spec what the destination is to make ready for
 * @param resumed it was on its way already when the engine was started
 */
record MigrationPlan(Vm vm, String from, Host to, List<Disk> left, List<Disk> copies, DomainSpec spec, boolean resumed) {
    /** Detail of a machine on its way that was paused before. */
    static final String PAUSED = "It was paused before.";

    static MigrationPlan of(Guests guests, Vm vm, String to, Instant now, boolean resumed) {
        Host host = guests.find(Host.class, to).orElseThrow();
        Destinations destinations = new Destinations(guests);
        List<Disk> left = destinations.moved(vm, host);
        Optional<StorageDomain> domain = destinations.domain(host);
        List<Disk> copies = left.stream().map(disk -> {
            Disk copy = EcoreUtil.copy(disk);
            copy.setStorageDomain(domain.map(StorageDomain::getId).orElse(null));
            return copy;
        }).toList();
        DomainSpec spec = Spec.of(vm, guests, now);
        Map<String, String> places = new HashMap<>();
        copies.forEach(copy -> places.put(copy.getId(), copy.getStorageDomain()));
        spec.drives.forEach(drive -> drive.storage = places.getOrDefault(drive.disk, drive.storage));
        return new MigrationPlan(vm, String.valueOf(vm.getHost()), host, left, copies, spec, resumed);
    }
}
