package hostelry.node.libvirt.facts;

import hostelry.node.api.Report.HostLoad;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The load of the host between two looks. */
final class HostLoads {
    private static final Path KSM = Path.of("/sys/kernel/mm/ksm/pages_sharing");
    private static final long PAGE = 4096;

    private final Path proc = Path.of("/proc");
    private ProcFiles.@Nullable Ticks ticks;
    private Traffic.@Nullable Count traffic;
    private Traffic.@Nullable Count disks;
    private long at;

    /** Empty at the first look. */
    Optional<HostLoad> look() {
        long now = System.nanoTime();
        ProcFiles.Ticks ticksNow = ProcFiles.ticks(HostReader.textOf(proc.resolve("stat")));
        Traffic.Count trafficNow = ProcFiles.traffic(HostReader.textOf(proc.resolve("net/dev")));
        ProcFiles.Ticks ticksBefore = ticks;
        Traffic.Count trafficBefore = traffic;
        Traffic.Count disksNow = ProcFiles.disks(HostReader.textOf(proc.resolve("diskstats")));
        Traffic.Count disksBefore = disks;
        double seconds = (now - at) / 1e9;
        ticks = ticksNow;
        traffic = trafficNow;
        disks = disksNow;
        at = now;
        if (ticksBefore == null || trafficBefore == null || disksBefore == null) {
            return Optional.empty();
        }
        long all = ticksNow.all() - ticksBefore.all();
        double cpu = all <= 0 ? 0 : 100.0 * (ticksNow.busy() - ticksBefore.busy()) / all;
        String meminfo = HostReader.textOf(proc.resolve("meminfo"));
        long used = ProcFiles.memory(meminfo, "MemTotal") - ProcFiles.memory(meminfo, "MemAvailable");
        String load = HostReader.textOf(proc.resolve("loadavg")).split(" ")[0];
        return Optional.of(new HostLoad(round(Math.clamp(cpu, 0, 100)), used, load.isEmpty() ? 0 : Double.parseDouble(load),
                round(Math.max(0, trafficNow.received() - trafficBefore.received()) / seconds),
                round(Math.max(0, trafficNow.sent() - trafficBefore.sent()) / seconds), ProcFiles.memory(meminfo, "SwapTotal"),
                ProcFiles.memory(meminfo, "SwapTotal") - ProcFiles.memory(meminfo, "SwapFree"), shared(),
                round(Math.max(0, disksNow.received() - disksBefore.received()) / seconds),
                round(Math.max(0, disksNow.sent() - disksBefore.sent()) / seconds)));
    }

    /** Pages that guests have in common, and that stand in memory once. */
    private long shared() {
        String pages = HostReader.textOf(KSM).strip();
        return pages.matches("[0-9]{1,15}") ? Long.parseLong(pages) * PAGE : 0;
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
