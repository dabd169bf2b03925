package hostelry.node.sim;

import hostelry.node.api.Report.DomainLoad;
import java.util.random.RandomGenerator;

/** What a guest takes: most guests idle, a few are busy, and network and disk follow the CPU. */
final class GuestLoad {
    private static final double BOOT_CPU = 85;
    private static final double BOOT_MEMORY = 0.2;

    private final String id;
    private final long memory;
    private final RandomGenerator random;
    private final Wander cpu;
    private final Wander used;
    private final Wander network;
    private final Wander disk;
    /** Bytes a second at a middling moment. */
    private final double receive;
    private final double transmit;
    private final double read;
    private final double write;
    private final double middle;
    private DomainLoad last;

    GuestLoad(String id, long memory, RandomGenerator random) {
        this.id = id;
        this.memory = memory;
        this.random = random;
        // half of the guests below 6 %, one in ten above 40 %
        this.middle = Math.clamp(6 * Math.exp(1.45 * random.nextGaussian()), 0.5, 90);
        this.cpu = new Wander(middle, middle * 0.35, 45, 0.2, 100);
        this.used = new Wander(0.3 + 0.55 * random.nextDouble(), 0.04, 400, 0.1, 0.97);
        this.network = new Wander(1, 0.4, 20, 0.02, 5);
        this.disk = new Wander(1, 0.6, 15, 0, 8);
        this.receive = 4_000 * middle * (0.3 + random.nextDouble());
        this.transmit = 6_000 * middle * (0.2 + 1.5 * random.nextDouble());
        this.read = 2_500 * middle * random.nextDouble();
        this.write = 5_000 * middle * (0.2 + random.nextDouble());
        this.last = new DomainLoad(id, 0, 0, 0, 0, 0, 0);
    }

    /** It has just been switched on. */
    void boot() {
        cpu.set(BOOT_CPU);
        used.set(BOOT_MEMORY);
    }

    /** It has been running for long: the load is anywhere. */
    void settle() {
        step(10_000);
    }

    DomainLoad last() {
        return last;
    }

    DomainLoad step(double seconds) {
        double percent = cpu.step(seconds, random);
        double busy = percent / middle;
        double net = network.step(seconds, random) * busy;
        double io = disk.step(seconds, random) * busy;
        last = new DomainLoad(id, tenths(percent), (long) (memory * used.step(seconds, random)) >> 12 << 12, Math.rint(receive * net),
                Math.rint(transmit * net),
                Math.rint(read * io), Math.rint(write * io));
        return last;
    }

    static double tenths(double value) {
        return Math.rint(value * 10) / 10;
    }
}
