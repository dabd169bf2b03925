package hostelry.node.libvirt.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.node.api.Report.DomainLoad;
import hostelry.node.libvirt.link.DomainStats;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RatesTest {
    private static final long SECOND = 1_000_000_000L;

    private static DomainStats stats(Map<String, Object> values) {
        return new DomainStats("id", "name", values);
    }

    private static Map<String, Object> counted(long cpu, long received, long sent, long read, long written) {
        return Map.of("cpu.time", cpu, "vcpu.current", 2L, "balloon.rss", 1024L, "net.count", 1L, "net.0.rx.bytes", received,
                "net.0.tx.bytes", sent, "block.count", 1L,
                "block.0.rd.bytes", read, "block.0.wr.bytes", written);
    }

    @Test
    void dividesDifferencesByTime() {
        Rates rates = new Rates();
        assertTrue(rates.of(stats(counted(SECOND, 100, 200, 300, 400)), 0, Traffic.Count.NONE).isEmpty());
        DomainLoad load = rates.of(stats(counted(2 * SECOND, 2100, 4200, 6300, 8400)), 2 * SECOND, Traffic.Count.NONE).orElseThrow();
        assertEquals(new DomainLoad("id", 25, 1L << 20, 1000, 2000, 3000, 4000), load);
    }

    @Test
    void startsAnewWithTheGuest() {
        Rates rates = new Rates();
        rates.of(stats(counted(9 * SECOND, 9000, 0, 0, 0)), 0, Traffic.Count.NONE);
        assertTrue(rates.of(stats(counted(SECOND, 10, 0, 0, 0)), SECOND, Traffic.Count.NONE).isEmpty());
        DomainLoad load = rates.of(stats(counted(3 * SECOND, 5, 0, 0, 0)), 2 * SECOND, Traffic.Count.NONE).orElseThrow();
        assertEquals(100, load.cpu());
        assertEquals(0, load.receive()); // a counter that went back
    }

    @Test
    void sumsVirtualCpusWithoutCgroups() {
        Rates rates = new Rates();
        rates.of(stats(Map.of("vcpu.current", 2L, "vcpu.maximum", 2L, "vcpu.0.time", 0L, "vcpu.1.time", 0L)), 0, Traffic.Count.NONE);
        DomainLoad load = rates
                .of(stats(Map.of("vcpu.current", 2L, "vcpu.maximum", 2L, "vcpu.0.time", SECOND, "vcpu.1.time", SECOND / 2)), SECOND,
                        Traffic.Count.NONE)
                .orElseThrow();
        assertEquals(75, load.cpu());
    }

    @Test
    void believesTheGuestAboutItsMemory() {
        Rates rates = new Rates();
        Map<String, Object> values = Map.of("balloon.available", 4096L, "balloon.unused", 1024L, "balloon.usable", 3072L, "balloon.rss",
                9999L);
        rates.of(stats(values), 0, Traffic.Count.NONE);
        assertEquals(1L << 20, rates.of(stats(values), SECOND, Traffic.Count.NONE).orElseThrow().memoryUsed());
    }

    @Test
    void countsWhatTheAgentCounted() {
        Rates rates = new Rates();
        rates.of(stats(Map.of()), 0, new Traffic.Count(1000, 1000));
        DomainLoad load = rates.of(stats(Map.of()), SECOND, new Traffic.Count(1500, 1100)).orElseThrow();
        assertEquals(500, load.receive());
        assertEquals(100, load.transmit());
        assertEquals(new Traffic.Count(30, 40), Traffic
                .read("""
                        {"return":[{"name":"lo","statistics":{"rx-bytes":7,"tx-bytes":7}},{"name":"eth0","statistics":{"tx-bytes":40,"rx-bytes":30}},{"name":"eth1"}]}"""));
        assertEquals(Traffic.Count.NONE, Traffic.read("rubbish"));
        assertEquals(Traffic.Count.NONE, Traffic.read("{\"error\":{}}"));
    }
}
