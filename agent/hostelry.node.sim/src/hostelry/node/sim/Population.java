package hostelry.node.sim;

import hostelry.node.api.DomainSpec;
import hostelry.node.api.HostFacts;
import hostelry.node.api.NicFacts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** Who lives in the estate before anybody looks: hosts and guests as a seed has them, always the same. */
final class Population {
    private static final long GIB = 1L << 30;
    private static final long DAY = 24L * 3600 * 1000;
    private static final List<String> ROLES = List.of("web", "web", "web", "app", "app", "app", "db", "db", "cache", "mail", "build",
            "build", "test", "test", "test",
            "proxy", "queue", "files", "mon", "ldap", "git", "wiki", "shop", "batch", "log", "dns");
    private static final int[] SIZES = {1, 2, 2, 2, 4, 4, 4, 4, 8, 8, 16, 32};
    private static final int[] HOST_MEMORY = {256, 256, 384, 512};
    private static final List<String> CPUS = List.of("AMD EPYC 7302 16-Core Processor", "Intel(R) Xeon(R) Gold 6226R CPU @ 2.90GHz",
            "AMD EPYC 9124 16-Core Processor");
    private static final double RUNNING = 0.8;
    /** Hosts are not filled to the brim. */
    private static final double FILLED = 0.8;

    /** What a guest takes on average, with room to spare. */
    private static final int GUEST_GIB = 9;
    private static final int MANY = 100;
    private static final int VERY_MANY = 400;

    private final long seed;
    private final long now;
    private final int perHost;

    /** @param perHost guests for each host: the more, the larger the hosts */
    Population(long seed, long now, int perHost) {
        this.seed = seed;
        this.now = now;
        this.perHost = perHost;
    }

    /** @param number from 1 */
    HostFacts host(int number) {
        SplittableRandom random = new SplittableRandom(seed * 31 + number);
        String name = "lodge" + number;
        int cpu = random.nextInt(CPUS.size());
        long memory = Math.max(HOST_MEMORY[random.nextInt(HOST_MEMORY.length)],
                (perHost * GUEST_GIB + 511L) / 512 * 512 * (perHost > MANY / 4 ? 1 : 0)) * GIB;
        int sockets = perHost > VERY_MANY ? 8 : 2;
        int cores = perHost > MANY ? 64 : 16;
        long booted = now - DAY - (long) (random.nextDouble() * 90 * DAY);
        return new HostFacts(id("host/" + name), name, "Debian GNU/Linux", "12 (bookworm)", "6.1.0-28-amd64", "x86_64", CPUS.get(cpu),
                cpu == 1 ? 2900 : 3000, sockets,
                cores, 2, memory, "9.0.0", "7.2.15", "simulated", "Nothing runs here: the host and its guests are simulated.", booted,
                List.of("ovirtmgmt", "guests", "storage"), nics(number),
                new SimHardware(number, cpu, sockets, cores, 2, memory).build());
    }

    /** Two cards in a bond that carries the guests, a VLAN on it, and a card of their own for what manages them. */
    private static List<NicFacts> nics(int number) {
        String mac = "52:54:%02x:%02x:%02x:0".formatted(number >> 16 & 255, number >> 8 & 255, number & 255);
        String address = "192.0.%d.%d/16".formatted(2 + number / 250, 1 + number % 250);
        long ten = 10_000_000_000L;
        return List.of(
                new NicFacts("bond0", mac + "1", 2 * ten, 9000, true, List.of(), "guests", "", List.of("eth1", "eth2"), 4, "", 0),
                new NicFacts("bond0.7", mac + "1", 2 * ten, 9000, true, List.of("10.7.%d.%d/16".formatted(number / 250, 1 + number % 250)),
                        "storage", "", List.of(), 0, "bond0", 7),
                new NicFacts("eth0", mac + "0", ten / 10, 1500, true, List.of(address), "ovirtmgmt", "", List.of(), 0, "", 0),
                new NicFacts("eth1", mac + "1", ten, 9000, true, List.of(), "", "bond0", List.of(), 0, "", 0),
                new NicFacts("eth2", mac + "2", ten, 9000, true, List.of(), "", "bond0", List.of(), 0, "", 0),
                new NicFacts("eth3", mac + "3", 0, 1500, false, List.of(), "", "", List.of(), 0, "", 0));
    }

    /** Spreads so many guests over the hosts, and starts most of them. */
    void settle(List<SimHost> hosts, int guests) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, Integer> numbers = new HashMap<>();
        Map<SimHost, Long> taken = new HashMap<>();
        for (int i = 0; i < guests; i++) {
            String role = ROLES.get(random.nextInt(ROLES.size()));
            DomainSpec spec = guest(role + numbers.merge(role, 1, Integer::sum), random);
            SimHost host = hosts.get(random.nextInt(hosts.size()));
            long memory = taken.getOrDefault(host, 0L) + spec.memory;
            boolean run = random.nextDouble() < RUNNING && memory <= host.state().facts.memory() * FILLED;
            if (run) {
                taken.put(host, memory);
            }
            long started = now - (long) (random.nextDouble() * DAY * 20);
            host.state().quietly(() -> place(host, spec, run, started));
        }
        hosts.forEach(host -> host.state().quietly(() -> host.state().step(1)));
    }

    private static void place(SimHost host, DomainSpec spec, boolean run, long started) {
        HostState state = host.state();
        Guest guest = new Guest(spec, new GuestLoad(spec.id, spec.memory, new SplittableRandom(spec.id.hashCode())));
        state.guests.put(guest.id, guest);
        guest.reason = "shutdown";
        if (run) {
            host.life().found(guest, Math.max(started, state.facts.bootTime()));
        }
    }

    private DomainSpec guest(String name, SplittableRandom random) {
        DomainSpec spec = new DomainSpec();
        spec.id = id("guest/" + name);
        spec.name = name;
        int size = SIZES[random.nextInt(SIZES.length)];
        spec.memory = size * GIB;
        spec.sockets = 1;
        spec.cores = Math.clamp(size / 2, 1, 8);
        spec.boot = new ArrayList<>(List.of("hd"));
        spec.graphics = new ArrayList<>(List.of(random.nextInt(5) == 0 ? "vnc" : "spice"));
        DomainSpec.Card card = new DomainSpec.Card();
        card.mac = String.format("56:6f:%02x:%02x:%02x:%02x", random.nextInt(256), random.nextInt(256), random.nextInt(256),
                random.nextInt(256));
        card.network = "ovirtmgmt";
        spec.cards = new ArrayList<>(List.of(card));
        return spec;
    }

    private String id(String what) {
        return UUID.nameUUIDFromBytes(("hostelry/sim/" + seed + "/" + what).getBytes(StandardCharsets.UTF_8)).toString();
    }
}
