package hostelry.engine.watch.loads;

import hostelry.api.LoadHistory;
import hostelry.api.LoadHistory.Series;
import hostelry.model.Host;
import hostelry.model.Vm;
import hostelry.model.states.VmMoves;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The last hour of all hosts and of many guests. A host takes 360 steps of 8 loads, 12 KB: 500 hosts take 6 MB. A guest takes 60 steps of 6 loads, 1.5 KB: 20,000 take
 * 30 MB, and there are never more; in an estate of 200,000 guests the others are shown from the moment when somebody looks. Thread-safe.
 */
final class LoadBook {
    static final int MOST_GUESTS = 20_000;
    private static final int HOUR = 3600;
    private static final int HOST_STEP = 10;
    private static final int GUEST_STEP = 60;

    /** @param name and {@code unit} as {@link Series} has them */
    private record Kind(String name, String unit) {}

    private static final List<Kind> GUEST = List.of(new Kind("cpu", "percent"), new Kind("memory", "bytes"),
            new Kind("network.receive", "bytes/s"), new Kind("network.transmit", "bytes/s"), new Kind("disk.read", "bytes/s"),
            new Kind("disk.write", "bytes/s"));
    private static final List<Kind> HOST = List.of(GUEST.get(0), GUEST.get(1), GUEST.get(2), GUEST.get(3), GUEST.get(4), GUEST.get(5),
            new Kind("swap", "bytes"), new Kind("load", ""));

    private final int mostGuests;
    // guarded by this
    private final Map<String, Ring> hosts = new HashMap<>();
    private final Map<String, Ring> guests = new HashMap<>();

    LoadBook(int mostGuests) {
        this.mostGuests = mostGuests;
    }

    /** A host has told something. */
    synchronized void host(Host host, long at) {
        hosts.computeIfAbsent(host.getId(), id -> new Ring(HOUR / HOST_STEP, HOST_STEP, HOST.size())).add(at, host.getCpuUsage(),
                host.getMemoryUsed(), host.getNetworkReceive(), host.getNetworkTransmit(), host.getDiskRead(), host.getDiskWrite(),
                host.getSwapUsed(), host.getLoad());
    }

    synchronized void noHost(String id) {
        hosts.remove(id);
    }

    /** Something of a guest has changed; one that does not run has no load. */
    synchronized void guest(Vm vm, long at) {
        Ring ring = guests.get(vm.getId());
        if (!VmMoves.running(vm.getStatus())) {
            guests.remove(vm.getId());
        } else if (ring != null || guests.size() < mostGuests) {
            if (ring == null) {
                ring = new Ring(HOUR / GUEST_STEP, GUEST_STEP, GUEST.size());
                guests.put(vm.getId(), ring);
            }
            ring.add(at, vm.getCpuUsage(), vm.getMemoryUsed(), vm.getNetworkReceive(), vm.getNetworkTransmit(), vm.getDiskRead(),
                    vm.getDiskWrite());
        }
    }

    synchronized void noGuest(String id) {
        guests.remove(id);
    }

    synchronized LoadHistory ofHost(String id, long now) {
        return history(hosts.get(id), HOST_STEP, HOST, now);
    }

    synchronized LoadHistory ofGuest(String id, long now) {
        return history(guests.get(id), GUEST_STEP, GUEST, now);
    }

    private static LoadHistory history(@Nullable Ring ring, int step, List<Kind> kinds, long now) {
        if (ring == null) {
            return new LoadHistory(now, step, List.of());
        }
        IntFunction<Series> series = kind -> new Series(kinds.get(kind).name(), kinds.get(kind).unit(),
                DoubleStream.of(ring.of(kind, now)).boxed().toList());
        return new LoadHistory(ring.end(now), step, IntStream.range(0, kinds.size()).mapToObj(series).toList());
    }
}
