package hostelry.node.libvirt.facts;

import hostelry.node.libvirt.link.DomainStats;
import hostelry.node.libvirt.xml.GuestXml;
import org.jspecify.annotations.Nullable;

/** What a guest was given: bytes of memory at most, and CPUs; 0 where libvirt does not tell. */
record Size(long memory, int cpus) {
    static final Size UNKNOWN = new Size(0, 0);

    /** A guest that is busy with another call may leave something out: then it has what it had {@code before}. */
    static Size of(DomainStats stats, @Nullable Size before) {
        Size known = before == null ? UNKNOWN : before;
        return new Size(stats.has("balloon.maximum") ? stats.number("balloon.maximum", 0) << 10 : known.memory,
                (int) stats.number("vcpu.current", known.cpus));
    }

    static Size of(GuestXml shape) {
        return new Size(shape.memory(), shape.cpus());
    }
}
