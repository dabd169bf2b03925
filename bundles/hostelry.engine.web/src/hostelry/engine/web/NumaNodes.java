package hostelry.engine.web;

import hostelry.api.HostHardware;
import hostelry.api.HostHardware.Cell;
import hostelry.api.HostHardware.Cpu;
import hostelry.api.HostHardware.Distance;
import hostelry.model.Host;
import hostelry.wire.Out;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The NUMA nodes of a host in oVirt's words: memory in MiB, a core is what the kernel counts as a CPU. */
record NumaNodes(String host, String id, HostHardware hardware) {
    private static final int MIB_SHIFT = 20;

    static NumaNodes of(Call call, Host host) {
        return new NumaNodes(call.paths().href(host), host.getId(), call.services().hosts().hardware(call.caller(), host.getId()));
    }

    /** The same each time it is asked, and another on another host. */
    private String id(Cell cell) {
        return UUID.nameUUIDFromBytes((id + " numa " + cell.id()).getBytes(StandardCharsets.UTF_8)).toString();
    }

    Optional<Cell> find(String node) {
        return hardware.cells().stream().filter(cell -> id(cell).equals(node)).findFirst();
    }

    void writeAll(Out out) throws IOException {
        out.start("host_numa_nodes");
        out.startList("host_numa_node");
        for (Cell cell : hardware.cells()) {
            write(out, cell);
        }
        out.endList();
        out.end();
    }

    void write(Out out, Cell cell) throws IOException {
        out.start("host_numa_node");
        out.attribute("href", host + "/numanodes/" + id(cell));
        out.attribute("id", id(cell));
        out.text("index", cell.id());
        out.text("memory", cell.memory() >> MIB_SHIFT);
        out.start("cpu");
        out.start("cores");
        out.startList("core");
        for (Cpu cpu : cell.cpus()) {
            out.start("core");
            out.text("index", cpu.id());
            out.end();
        }
        out.endList();
        out.end();
        out.end();
        out.text("node_distance", cell.distances().stream().sorted(Comparator.comparingInt(Distance::cell))
                .map(distance -> Integer.toString(distance.value())).collect(Collectors.joining(" ")));
        out.start("host");
        out.attribute("href", host);
        out.attribute("id", id);
        out.end();
        out.end();
    }
}
