package hostelry.engine.vm;

import hostelry.api.Vms.MigrationWish;
import hostelry.model.Disk;
import hostelry.model.Host;
import hostelry.model.Vm;
import hostelry.node.api.DomainSpec;
import hostelry.node.api.MigrationOrder;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * What goes where. Pure.
 *
 * @param vm as it is
 * @param from id of the host that it leaves
 * @param to the host that takes it
 * @param left disks as they were at first, of those that are sent along
 * @param copies the same disks as they will be there
 * @param spec what the destination is to make ready for
 * @param resumed it was on its way already when the engine was started
 */
record MigrationPlan(Vm vm, String from, Host to, List<Disk> left, List<Disk> copies, DomainSpec spec, boolean resumed) {
    /** Detail of a machine on its way that was paused before. */
    static final String PAUSED = "It was paused before.";

    static MigrationPlan of(Guests guests, Vm vm, String to, Route route, Instant now, boolean resumed) {
        Host host = guests.find(Host.class, to).orElseThrow();
        DomainSpec spec = Spec.of(vm, guests, now);
        Map<String, String> places = new HashMap<>();
        route.legs().forEach(leg -> places.put(leg.disk(), leg.taken()));
        spec.drives.forEach(drive -> drive.storage = places.getOrDefault(drive.disk, drive.storage));
        return new MigrationPlan(vm, route.from(), host, disks(guests, route, Route.Leg::left), disks(guests, route, Route.Leg::taken),
                spec,
                resumed);
    }

    /**
     * What the source is told, but for where the guest's parts will be.
     *
     * @param look only how far it is: libvirt has gone on while the engine was dead, and may be done
     */
    MigrationOrder order(MigrationWish wish, boolean look) {
        MigrationOrder order = new MigrationOrder();
        order.look = look;
        order.host = to.getId();
        order.address = String.valueOf(to.getAddress());
        order.policy = wish.policy();
        order.bandwidth = wish.bandwidth();
        order.encrypted = wish.encrypted();
        for (Disk disk : left) {
            MigrationOrder.Moved moved = new MigrationOrder.Moved();
            moved.storage = disk.getStorageDomain();
            moved.disk = disk.getId();
            order.moved.add(moved);
        }
        return order;
    }

    private static List<Disk> disks(Guests guests, Route route, Function<Route.Leg, String> place) {
        return route.legs().stream().flatMap(leg -> guests.find(Disk.class, leg.disk()).map(disk -> {
            Disk there = EcoreUtil.copy(disk);
            there.setStorageDomain(place.apply(leg));
            return there;
        }).stream()).toList();
    }
}
