package hostelry.engine.web;

import hostelry.model.Host;
import hostelry.model.Vm;
import hostelry.wire.Out;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Load in oVirt's words. */
final class Statistics {
    private static final double HUNDRED = 100;

    /** @param kind gauge or counter */
    private record Statistic(String name, String description, String kind, String type, String unit, String value) {}

    private final List<Statistic> all = new ArrayList<>();

    private Statistics() {}

    static Statistics of(Vm vm) {
        Statistics told = new Statistics();
        told.whole("memory.installed", "Total memory configured", "bytes", vm.getMemory());
        told.whole("memory.used", "Memory used (agent)", "bytes", vm.getMemoryUsed());
        told.decimal("cpu.current.guest", "CPU used by guest", "percent", vm.getCpuUsage());
        told.decimal("cpu.current.total", "Total CPU used", "percent", vm.getCpuUsage());
        told.network(vm.getNetworkReceive(), vm.getNetworkTransmit());
        told.decimal("data.current.read", "Read data rate", "bytes_per_second", vm.getDiskRead());
        told.decimal("data.current.write", "Write data rate", "bytes_per_second", vm.getDiskWrite());
        told.text("disks.usage", "Disk usage, in bytes, per filesystem as JSON (agent)",
                vm.getGuestDisks() == null ? "" : vm.getGuestDisks());
        return told;
    }

    static Statistics of(Host host) {
        Statistics told = new Statistics();
        told.whole("memory.total", "Total memory", "bytes", host.getMemory());
        told.whole("memory.used", "Used memory", "bytes", host.getMemoryUsed());
        told.whole("memory.free", "Free memory", "bytes", Math.max(0, host.getMemory() - host.getMemoryUsed()));
        told.whole("memory.shared", "Shared memory", "bytes", host.getMemoryShared());
        told.whole("swap.total", "Total swap", "bytes", host.getSwapTotal());
        told.whole("swap.used", "Used swap", "bytes", host.getSwapUsed());
        told.whole("swap.free", "Free swap", "bytes", Math.max(0, host.getSwapTotal() - host.getSwapUsed()));
        told.decimal("data.current.read", "Read data rate", "bytes_per_second", host.getDiskRead());
        told.decimal("data.current.write", "Write data rate", "bytes_per_second", host.getDiskWrite());
        told.decimal("cpu.current.total", "Total CPU used", "percent", host.getCpuUsage());
        told.decimal("cpu.current.idle", "Idle CPU percentage", "percent", Math.max(0, HUNDRED - host.getCpuUsage()));
        told.decimal("cpu.load.avg.5m", "CPU 5 minute load average", "none", host.getLoad());
        told.network(host.getNetworkReceive(), host.getNetworkTransmit());
        if (host.getBootTime() != null) {
            told.whole("boot.time", "Boot time of the machine", "none", host.getBootTime().getEpochSecond());
        }
        return told;
    }

    private void network(double receive, double transmit) {
        decimal("network.current.total", "Total network used", "bytes_per_second", receive + transmit);
        decimal("data.current.rx", "Receive data rate", "bytes_per_second", receive);
        decimal("data.current.tx", "Transmit data rate", "bytes_per_second", transmit);
    }

    private void whole(String name, String description, String unit, long value) {
        all.add(new Statistic(name, description, "gauge", "integer", unit, Long.toString(value)));
    }

    private void text(String name, String description, String value) {
        all.add(new Statistic(name, description, "gauge", "string", "none", value));
    }

    private void decimal(String name, String description, String unit, double value) {
        all.add(new Statistic(name, description, "gauge", "decimal", unit, String.format(Locale.ROOT, "%.2f", value)));
    }

    static void write(Out out, String owner, Statistics told) throws IOException {
        out.start("statistics");
        out.startList("statistic");
        for (Statistic statistic : told.all) {
            // an id that is the same for the same name everywhere, as oVirt has it
            String id = UUID.nameUUIDFromBytes(statistic.name().getBytes(StandardCharsets.UTF_8)).toString();
            out.start("statistic");
            out.attribute("href", owner + "/statistics/" + id);
            out.attribute("id", id);
            out.text("name", statistic.name());
            out.text("description", statistic.description());
            out.text("kind", statistic.kind());
            out.text("type", statistic.type());
            out.text("unit", statistic.unit());
            out.start("values");
            out.startList("value");
            out.start("value");
            // a datum is a number to oVirt's clients, and a text stands in the value's detail
            out.text(statistic.type().equals("string") ? "detail" : "datum", statistic.value());
            out.end();
            out.endList();
            out.end();
            out.end();
        }
        out.endList();
        out.end();
    }
}
