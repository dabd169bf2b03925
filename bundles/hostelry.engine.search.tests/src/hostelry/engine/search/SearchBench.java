package hostelry.engine.search;

import hostelry.api.Search.Found;
import hostelry.api.Search.Query;
import hostelry.engine.work.run.EstateService;
import hostelry.model.Cluster;
import hostelry.model.DataCenter;
import hostelry.model.Entity;
import hostelry.model.Host;
import hostelry.model.HostelryFactory;
import hostelry.model.Tag;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.testkit.MemoryInventory;
import hostelry.testkit.TestWork;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

/**
 * How long searches over 200,000 machines take, and how much longer a stream over them does that looks up and compares as one would write it down. {@code SearchBench
 * [MACHINES] [ROUNDS]} prints a JSON object a line.
 */
public final class SearchBench {
    private static final HostelryFactory MODEL = HostelryFactory.eINSTANCE;
    private static final int CLUSTERS = 20;
    private static final int HOSTS = 2_000;
    private static final int TAGS = 50;
    private static final int PAGE = 100;
    private static final String HEADLINE = "Vms: status = up and cluster = Default and memory > 2gb sortby name desc page 2";
    private static final List<String> MIX = List.of(HEADLINE, "Vms: name = vm-0012345", "Vms: name = *99* sortby memory desc", "Vms: web",
            "Vms: hosts.status = up and status = down", "Vms: host = host-0042", "Vms: tag = tag-07 and status != up",
            "Vms: datacenter = dc-1 and cpu_usage > 90 sortby cpu_usage desc", "Vms: creationdate > -30d sortby creationdate page 3",
            "Vms: (name = vm-00* or comment = *blue*) and vcpus >= 4", "Vms: fqdn = *.example.com and memory < 2gb page 5",
            "Vms: sortby cluster page 2",
            "Vms: status = up or status = paused or status = suspended sortby uptime desc", "Hosts: vms.status = paused and cpu_usage > 50",
            "Clusters: vms.name = vm-00*");

    private final MemoryInventory inventory = new MemoryInventory();
    private final SearchService search = new SearchService(inventory, TestWork.EVERYTHING,
            new EstateService(inventory, TestWork.EVERYTHING), Clock.systemDefaultZone());
    private final int machines;
    private final int rounds;

    private SearchBench(int machines, int rounds) {
        this.machines = machines;
        this.rounds = rounds;
    }

    /** See the class. */
    public static void main(String... arguments) {
        SearchBench bench = new SearchBench(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000,
                arguments.length > 1 ? Integer.parseInt(arguments[1]) : 40);
        bench.build();
        bench.measure();
        bench.inventory.close();
        System.exit(0);
    }

    // -- the estate

    private void build() {
        Random random = new Random(1);
        inventory.change(draft -> {
            for (int i = 0; i < 4; i++) {
                DataCenter center = MODEL.createDataCenter();
                center.setId("dc" + i);
                center.setName("dc-" + i);
                draft.add(center);
            }
            for (int i = 0; i < CLUSTERS; i++) {
                Cluster cluster = MODEL.createCluster();
                cluster.setId("c" + i);
                cluster.setName(i == 0 ? "Default" : "cluster-" + i);
                cluster.setDataCenter("dc" + i % 4);
                if (i == 0) {
                    draft.all(Cluster.class).stream().toList().forEach(first -> draft.remove(Cluster.class, first.getId()));
                }
                draft.add(cluster);
            }
            for (int i = 0; i < HOSTS; i++) {
                Host host = MODEL.createHost();
                host.setId("h" + i);
                host.setName(String.format(Locale.ROOT, "host-%04d", i));
                host.setCluster("c" + i % CLUSTERS);
                host.setStatus(hostelry.model.HostStatus.VALUES.get(random.nextInt(4)));
                host.setCpuUsage(random.nextInt(100));
                draft.add(host);
            }
            for (int i = 0; i < TAGS; i++) {
                Tag tag = MODEL.createTag();
                tag.setId("t" + i);
                tag.setName(String.format(Locale.ROOT, "tag-%02d", i));
                draft.add(tag);
            }
            return null;
        });
        for (int from = 0; from < machines; from += 20_000) {
            int first = from;
            inventory.change(draft -> {
                for (int i = first; i < Math.min(machines, first + 20_000); i++) {
                    draft.add(machine(i, random));
                }
                return null;
            });
        }
    }

    private static Vm machine(int i, Random random) {
        Vm vm = MODEL.createVm();
        vm.setId(new java.util.UUID(random.nextLong(), random.nextLong()).toString());
        vm.setName(String.format(Locale.ROOT, i % 7 == 0 ? "web-%07d" : "vm-%07d", i));
        int host = random.nextInt(HOSTS);
        vm.setCluster("c" + host % CLUSTERS);
        vm.setStatus(random.nextInt(10) < 6 ? VmStatus.UP : VmStatus.VALUES.get(random.nextInt(VmStatus.VALUES.size())));
        vm.setHost(vm.getStatus() == VmStatus.DOWN ? null : "h" + host);
        vm.setMemory((1L + random.nextInt(16)) << 30);
        vm.setCpuSockets(1);
        vm.setCpuThreads(1);
        vm.setCpuCores(1 + random.nextInt(8));
        vm.setCpuUsage(random.nextInt(100));
        vm.setComment(random.nextInt(50) == 0 ? "a blue one" : null);
        vm.setFqdn(i % 3 == 0 ? "m" + i + ".example.com" : "m" + i + ".example.org");
        vm.setCreationTime(Instant.now().minusSeconds(random.nextInt(10_000_000)));
        vm.setStartTime(Instant.now().minusSeconds(random.nextInt(1_000_000)));
        if (i % 5 == 0) {
            vm.getTags().add("t" + random.nextInt(TAGS));
        }
        return vm;
    }

    // -- the measure

    private void measure() {
        double[][] times = new double[MIX.size()][rounds];
        double[] naive = new double[rounds];
        double[] changed = new double[rounds];
        for (int round = -rounds / 2; round < rounds; round++) {
            for (int i = 0; i < MIX.size(); i++) {
                String text = MIX.get(i);
                double time = time(() -> find(text));
                keep(times[i], round, time);
            }
            keep(naive, round, time(this::naive));
            // a busy estate: something has changed since the last look
            inventory.change(draft -> {
                Vm vm = draft.edit(Vm.class, draft.all(Vm.class).iterator().next().getId());
                vm.setCpuUsage(vm.getCpuUsage() + 1);
                return null;
            });
            keep(changed, round, time(() -> find(HEADLINE)));
        }
        if (!ids(find(HEADLINE).objects()).equals(ids(naive()))) {
            throw new IllegalStateException("the two do not find the same");
        }
        String how = machines + " machines in memory, " + rounds + " rounds after a warm-up, pages of " + PAGE + ": ";
        for (int i = 0; i < MIX.size(); i++) {
            result("search.p95." + i, at(times[i], 0.95), "ms", how + MIX.get(i));
        }
        double[] all = Arrays.stream(times).flatMapToDouble(Arrays::stream).toArray();
        result("search.p50", at(all, 0.5), "ms", how + "all " + MIX.size() + " queries");
        result("search.p95", at(all, 0.95), "ms", how + "all " + MIX.size() + " queries");
        result("search.changed.p95", at(changed, 0.95), "ms", how + "the first query, each time right after a machine has changed");
        result("search.naive.p50", at(naive, 0.5), "ms",
                "a stream over the same machines for the first query: filter, look up, sort, skip");
        result("search.naive-ratio", at(naive, 0.5) / at(times[0], 0.5), "ratio",
                "that stream / the first query, medians of the same rounds");
    }

    private static void keep(double[] times, int round, double time) {
        if (round >= 0) {
            times[round] = time;
        }
    }

    private Found find(String text) {
        return search.find(TestWork.ADMIN, new Query(null, text, true, PAGE));
    }

    private List<Vm> naive() {
        return inventory.all(Vm.class).stream()
                .filter(vm -> vm.getStatus().getLiteral().toLowerCase(Locale.ROOT).equals("up")
                        && inventory.find(Cluster.class, vm.getCluster()).map(Cluster::getName).orElse("").equals("Default")
                        && vm.getMemory() > 2L << 30 && TestWork.EVERYTHING.sees(TestWork.ADMIN, vm))
                .sorted(Comparator.comparing((Vm vm) -> vm.getName().toLowerCase(Locale.ROOT)).reversed()).skip(PAGE).limit(PAGE).toList();
    }

    private static List<String> ids(List<? extends Entity> objects) {
        return objects.stream().map(Entity::getId).toList();
    }

    private static double time(Supplier<?> work) {
        long start = System.nanoTime();
        Object result = work.get();
        double time = (System.nanoTime() - start) / 1e6;
        if (result == null) {
            throw new IllegalStateException("nothing was found out");
        }
        return time;
    }

    private static double at(double[] times, double part) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(part * (sorted.length - 1)))];
    }

    private static void result(String name, double value, String unit, String how) {
        System.out.printf(Locale.ROOT, "{\"name\":\"%s\",\"value\":%.3f,\"unit\":\"%s\",\"how\":\"%s\"}%n", name, value, unit,
                how.replace("\"", "\\\""));
    }
}
