package hostelry.node.libvirt.xml;

import hostelry.node.api.DomainSpec;

/** Memory and CPUs of a guest, and how they stand among those of others. */
public final class SizeXml {
    /** Pieces of memory that can be plugged in, as many as oVirt gives. */
    private static final int SLOTS = 16;

    private SizeXml() {}

    static void write(Tag domain, DomainSpec spec) {
        if (grows(spec)) {
            domain.add("maxMemory").set("slots", SLOTS).set("unit", "KiB").text(spec.memoryMax >> 10);
        }
        domain.add("memory").set("unit", "KiB").text(spec.memory >> 10);
        Tag cpus = domain.add("vcpu");
        if (most(spec) > cpus(spec)) {
            cpus.set("current", cpus(spec));
        }
        cpus.text(most(spec));
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

    /** A piece of memory for a guest that runs. */
    public static String piece(long bytes) {
        Tag memory = Tag.root("memory").set("model", "dimm");
        memory.with("target", target -> {
            target.add("size").set("unit", "KiB").text(bytes >> 10);
            target.add("node").text(0);
        });
        return memory.toString();
    }

    /** Memory is plugged into a node: a guest whose memory can grow has one, with all that it has. */
    static void node(Tag cpu, DomainSpec spec) {
        if (grows(spec)) {
            cpu.with("numa", numa -> numa.add("cell").set("id", 0).set("cpus", most(spec) == 1 ? "0" : "0-" + (most(spec) - 1))
                    .set("memory", spec.memory >> 10).set("unit", "KiB"));
        }
    }

    private static boolean grows(DomainSpec spec) {
        return spec.memoryMax > spec.memory;
    }

    /** Sockets that there is room for: the guest's board has them all, and some may be empty. */
    static int sockets(DomainSpec spec) {
        return Math.max(spec.sockets, spec.socketsMax);
    }

    private static int most(DomainSpec spec) {
        return sockets(spec) * spec.cores * spec.threads;
    }

    private static int cpus(DomainSpec spec) {
        return spec.sockets * spec.cores * spec.threads;
    }
}
