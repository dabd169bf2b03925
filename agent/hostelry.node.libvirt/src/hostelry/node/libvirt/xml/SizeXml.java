package hostelry.node.libvirt.xml;

import hostelry.node.api.DomainSpec;

/** Memory and CPUs of a guest, and how they stand among those of others. */
final class SizeXml {
    /** Pieces of memory that can be plugged in, as many as oVirt gives. */
    private static final int SLOTS = 16;

    private SizeXml() {}

    static void write(Tag domain, DomainSpec spec) {
        if (grows(spec)) {
            domain.add("maxMemory").set("slots", SLOTS).set("unit", "KiB").text(spec.memoryMax >> 10);
        }
        domain.add("memory").set("unit", "KiB").text(spec.memory >> 10);
        domain.add("vcpu").text(cpus(spec));
        if (spec.shares == 0 && spec.pins.isEmpty()) {
            return;
        }
        domain.with("cputune", tune -> {
            if (spec.shares > 0) {
                tune.add("shares").text(spec.shares);
            }
            for (DomainSpec.Pin pin : spec.pins) {
                tune.add("vcpupin").set("vcpu", pin.cpu).set("cpuset", pin.set);
            }
        });
    }

    /** Memory is plugged into a node: a guest whose memory can grow has one, with all that it has. */
    static void node(Tag cpu, DomainSpec spec) {
        if (grows(spec)) {
            cpu.with("numa", numa -> numa.add("cell").set("id", 0).set("cpus", cpus(spec) == 1 ? "0" : "0-" + (cpus(spec) - 1))
                    .set("memory", spec.memory >> 10).set("unit", "KiB"));
        }
    }

    private static boolean grows(DomainSpec spec) {
        return spec.memoryMax > spec.memory;
    }

    private static int cpus(DomainSpec spec) {
        return spec.sockets * spec.cores * spec.threads;
    }
}
