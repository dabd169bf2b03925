package hostelry.engine.host;

import hostelry.api.Problem;
import hostelry.engine.work.Problems;
import hostelry.model.Cluster;
import hostelry.model.DataCenter;
import hostelry.model.MacPool;
import hostelry.model.Virtualization;
import hostelry.model.data.ClusterLevel;
import hostelry.model.data.CpuType;
import hostelry.model.data.CpuTypes;
import hostelry.model.data.SchedulingPolicy;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Pure questions about what a cluster says of its hosts and guests, each answered with every reason against. */
final class ClusterChecks {
    /** Boards and firmwares that guests may have; oVirt's words. */
    private static final List<String> BIOS = List.of("q35_sea_bios", "q35_ovmf", "q35_secure_boot", "i440fx_sea_bios");
    private static final int LEAST_OVERCOMMIT = 100;
    private static final int MOST_OVERCOMMIT = 1000;
    private final Floors floors;
    private final Problems problems;

    ClusterChecks(Floors floors, Problems problems) {
        this.floors = floors;
        this.problems = problems;
    }

    /** A cluster that is to be. */
    void fits(Cluster cluster) {
        problems.require(CpuTypes.ARCHITECTURE.equals(cluster.getArchitecture()), () -> Problem.badInput("architecture",
                "Guests of the architecture " + Checks.clipped(cluster.getArchitecture()) + " can't be run.", "Take x86_64."));
        cpu(cluster);
        pool(cluster);
        words(cluster);
        level(cluster.getVersionMajor(), cluster.getVersionMinor()).ifPresent(level -> floors
                .find(DataCenter.class, cluster.getDataCenter()).ifPresent(center -> notOlder(level, center)));
    }

    /** A cluster as it is and as it is to be: what stays as it is, is not asked for. */
    void becomes(Cluster now, Cluster wanted) {
        if (!Objects.equals(now.getCpuType(), wanted.getCpuType())) {
            cpu(wanted);
        }
        if (!Objects.equals(now.getMacPool(), wanted.getMacPool())) {
            pool(wanted);
        }
        words(wanted);
        ClusterLevel before = new ClusterLevel(now.getVersionMajor(), now.getVersionMinor());
        if (!before.equals(new ClusterLevel(wanted.getVersionMajor(), wanted.getVersionMinor()))) {
            level(wanted.getVersionMajor(), wanted.getVersionMinor()).ifPresent(level -> rises("cluster", before, level));
        }
    }

    /** A data center as it is and as it is to be. */
    void level(DataCenter now, DataCenter wanted) {
        ClusterLevel before = new ClusterLevel(now.getVersionMajor(), now.getVersionMinor());
        if (before.equals(new ClusterLevel(wanted.getVersionMajor(), wanted.getVersionMinor()))) {
            return;
        }
        level(wanted.getVersionMajor(), wanted.getVersionMinor()).ifPresent(level -> {
            rises("data center", before, level);
            String older = floors.clusters(now.getId()).stream()
                    .filter(cluster -> new ClusterLevel(cluster.getVersionMajor(), cluster.getVersionMinor()).compareTo(level) < 0)
                    .map(Cluster::getName).collect(Collectors.joining(", "));
            problems.require(older.isEmpty(), () -> Problem.conflict(now.getId(),
                    "Clusters are of an older compatibility level than " + level + ": " + older + ".", "Raise theirs first."));
        });
    }

    Optional<ClusterLevel> level(int major, int minor) {
        Optional<ClusterLevel> level = ClusterLevel.find(major + "." + minor);
        problems.require(level.isPresent(),
                () -> Problem.badInput("version", "There is no compatibility level " + major + "." + minor + ".", "Take one of "
                        + ClusterLevel.all().stream().map(ClusterLevel::toString).collect(Collectors.joining(", ")) + "."));
        return level;
    }

    private void rises(String what, ClusterLevel before, ClusterLevel level) {
        problems.require(level.compareTo(before) > 0, () -> Problem.badInput("version",
                "The compatibility level of a " + what + " can't go back from " + before + " to " + level + ".", "Leave it, or raise it."));
    }

    private void notOlder(ClusterLevel level, DataCenter center) {
        ClusterLevel least = new ClusterLevel(center.getVersionMajor(), center.getVersionMinor());
        problems.require(level.compareTo(least) >= 0, () -> Problem.badInput("version",
                "The compatibility level " + level + " is older than that of data center " + center.getName() + ", which is " + least + ".",
                "Take " + least + " or a newer one."));
    }

    private void cpu(Cluster cluster) {
        if (cluster.getCpuType() == null || cluster.getCpuType().isEmpty()) {
            return;
        }
        Optional<CpuType> type = CpuTypes.find(cluster.getCpuType());
        if (type.isEmpty()) {
            problems.add(Problem.badInput("cpuType", "There is no CPU type " + Checks.clipped(cluster.getCpuType()) + ".",
                    "Take one of " + CpuTypes.all().stream().map(CpuType::name).collect(Collectors.joining(", ")) + "."));
        } else if (cluster.getId() != null) {
            floors.hosts(cluster.getId()).forEach(
                    host -> offers(host.getName(), host.getCpuModel(), host.getVirtualization() == Virtualization.KVM, type.get()));
        }
    }

    /** A host of another vendor can't offer the CPU, unless it emulates all of it. */
    void offers(String host, @Nullable String cpu, boolean kvm, CpuType type) {
        String model = cpu == null ? "" : cpu.toLowerCase(Locale.ROOT);
        boolean other = CpuTypes.all().stream().map(CpuType::vendor).filter(vendor -> !vendor.equals(type.vendor()))
                .anyMatch(vendor -> model.contains(vendor.toLowerCase(Locale.ROOT)));
        problems.require(!other || !kvm, () -> Problem.conflict(null,
                "Host " + host + " can't offer the CPU type " + type.name() + ": its CPU is " + cpu + ".",
                "Take a type of its vendor, or another cluster for the host."));
    }

    private void pool(Cluster cluster) {
        problems.require(floors.find(MacPool.class, cluster.getMacPool()).isPresent(), () -> Problem.badInput("macPool",
                "There is no MAC pool " + Checks.clipped(String.valueOf(cluster.getMacPool())) + ".", "Choose one of the list."));
    }

    private void words(Cluster cluster) {
        String policy = cluster.getSchedulingPolicy();
        problems.require(policy == null || SchedulingPolicy.all().stream().anyMatch(known -> known.name().equals(policy)),
                () -> Problem.badInput("schedulingPolicy", "There is no scheduling policy " + Checks.clipped(policy) + ".", "Take one of "
                        + SchedulingPolicy.all().stream().map(SchedulingPolicy::name).collect(Collectors.joining(", ")) + "."));
        problems.require(cluster.getBiosType() == null || BIOS.contains(cluster.getBiosType()),
                () -> Problem.badInput("biosType", "There is no BIOS type " + Checks.clipped(cluster.getBiosType()) + " of a cluster.",
                        "Take one of " + String.join(", ", BIOS) + "."));
        problems.require(cluster.getMemoryOvercommit() >= LEAST_OVERCOMMIT && cluster.getMemoryOvercommit() <= MOST_OVERCOMMIT,
                () -> Problem.badInput("memoryOvercommit", "A memory overcommit of " + cluster.getMemoryOvercommit() + " % can't be.",
                        "Take " + LEAST_OVERCOMMIT + " to " + MOST_OVERCOMMIT + "; 100 promises no more than there is."));
    }
}
