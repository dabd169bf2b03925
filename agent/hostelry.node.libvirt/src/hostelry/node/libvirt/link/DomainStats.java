package hostelry.node.libvirt.link;

import java.util.Map;

/** One guest in a batch of statistics, with libvirt's own names ({@code cpu.time}, {@code balloon.rss}, …). */
public record DomainStats(String id, String name, Map<String, Object> values) {
    /** A number, or {@code otherwise} where libvirt does not tell. */
    public long number(String name, long otherwise) {
        return values.get(name) instanceof Long value ? value : otherwise;
    }

    public boolean has(String name) {
        return values.get(name) instanceof Long;
    }
}
