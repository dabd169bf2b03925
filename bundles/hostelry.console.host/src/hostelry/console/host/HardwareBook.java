package hostelry.console.host;

import hostelry.api.HostHardware;
import hostelry.api.Hosts;
import hostelry.api.Refusal;
import hostelry.console.kit.Desk;
import hostelry.model.Host;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the engine knows of hosts' hardware, asked for at most every few seconds. Thread-safe; asking may block, and so never on the UI thread. */
final class HardwareBook {
    private static final long FRESH_NANOS = 5_000_000_000L;
    private static final int MOST = 64;

    /** @param at nanoseconds of the clock that never goes back */
    private record Told(long at, HostHardware hardware) {}

    private final Desk desk;
    private final Map<String, Told> told = new ConcurrentHashMap<>();

    HardwareBook(Desk desk) {
        this.desk = desk;
    }

    HostHardware of(Host host) {
        Told before = told.get(host.getId());
        if (before != null && System.nanoTime() - before.at() < FRESH_NANOS) {
            return before.hardware();
        }
        HostHardware hardware;
        try {
            hardware = desk.estate().connection().map(engine -> engine.service(Hosts.class).hardware(engine.caller(), host.getId()))
                    .orElse(HostHardware.UNKNOWN);
        } catch (Refusal e) {
            hardware = HostHardware.UNKNOWN; // it has gone this moment
        }
        if (told.size() >= MOST) {
            told.clear();
        }
        told.put(host.getId(), new Told(System.nanoTime(), hardware));
        return hardware;
    }
}
