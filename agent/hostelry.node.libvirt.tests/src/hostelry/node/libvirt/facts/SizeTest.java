package hostelry.node.libvirt.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hostelry.node.libvirt.link.DomainStats;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SizeTest {
    private static DomainStats stats(Map<String, Object> values) {
        return new DomainStats("id", "name", values);
    }

    @Test
    void readsTheStatistics() {
        assertEquals(new Size(2L << 30, 3),
                Size.of(stats(Map.of("balloon.maximum", 2L << 20, "vcpu.current", 3L, "balloon.current", 1L)), null));
    }

    @Test
    void whatIsLeftOutIsAsBefore() {
        Size before = new Size(2L << 30, 3);
        assertEquals(before, Size.of(stats(Map.of()), before));
        assertEquals(new Size(2L << 30, 4), Size.of(stats(Map.of("vcpu.current", 4L)), before));
        assertEquals(Size.UNKNOWN, Size.of(stats(Map.of()), null));
    }
}
