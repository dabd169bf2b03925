package hostelry.node.libvirt.facts;

import hostelry.node.api.Report.DomainLoad;
import hostelry.node.libvirt.link.DomainStats;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Makes loads of what libvirt counts: the difference of two looks, by the time between them. */
final class Rates {
    private static final double NANOS = 1e9;

    private final Map<String, Counts> before = new HashMap<>();

    /** What had been counted at one moment (nanoseconds). */
    private record Counts(long at, long cpu, long received, long sent, long read, long written) {}

    /**
     * @param at nanoseconds of a clock that never goes back
     * @return empty at the first look, or where the guest was started anew since the last
     */
    Optional<DomainLoad> of(DomainStats stats, long at, Traffic.Count user) {
        Counts now = new Counts(at, cpu(stats), sum(stats, "net", "rx.bytes") + user.received(),
                sum(stats, "net", "tx.bytes") + user.sent(),
                sum(stats, "block", "rd.bytes"), sum(stats, "block", "wr.bytes"));
        Counts last = before.put(stats.id(), now);
        if (last == null || now.cpu() < last.cpu() || at <= last.at()) {
            return Optional.empty();
        }
        double seconds = (at - last.at()) / NANOS;
        long cpus = Math.max(1, stats.number("vcpu.current", 1));
        double cpu = Math.min(100, (now.cpu() - last.cpu()) / NANOS / seconds / cpus * 100);
        return Optional.of(new DomainLoad(stats.id(), round(cpu), memory(stats), rate(last.received(), now.received(), seconds),
                rate(last.sent(), now.sent(), seconds),
                rate(last.read(), now.read(), seconds), rate(last.written(), now.written(), seconds)));
    }

    void forget(String id) {
        before.remove(id);
    }

    /** Without cgroups libvirt has no sum; then that of the virtual CPUs does. */
    private static long cpu(DomainStats stats) {
        if (stats.has("cpu.time")) {
            return stats.number("cpu.time", 0);
        }
        long sum = 0;
        for (int i = 0; i < stats.number("vcpu.maximum", 0); i++) {
            sum += stats.number("vcpu." + i + ".time", 0);
        }
        return sum;
    }

    /** What the guest itself calls used where its balloon driver tells, else what it takes of the host; KiB to bytes. */
    private static long memory(DomainStats stats) {
        long available = stats.number("balloon.available", 0);
        long usable = stats.has("balloon.usable") ? stats.number("balloon.usable", 0) : stats.number("balloon.unused", 0);
        boolean told = available > 0 && (stats.has("balloon.usable") || stats.has("balloon.unused"));
        return (told ? Math.max(0, available - usable) : stats.number("balloon.rss", 0)) << 10;
    }

    private static long sum(DomainStats stats, String kind, String name) {
        long sum = 0;
        for (int i = 0; i < stats.number(kind + ".count", 0); i++) {
            sum += stats.number(kind + "." + i + "." + name, 0);
        }
        return sum;
    }

    /** A counter that goes back (a device was pulled out, an agent came) says nothing. */
    private static double rate(long before, long now, double seconds) {
        return now < before || before == 0 ? 0 : round((now - before) / seconds);
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
