package hostelry.model.data;

import java.util.List;
import java.util.Optional;

/**
 * How a cluster spreads its guests over its hosts. A cluster keeps the name; the scheduler acts on it.
 *
 * @param id oVirt's id of it
 */
public record SchedulingPolicy(String id, String name, String description) {
    private static final List<SchedulingPolicy> ALL = List.of(
            new SchedulingPolicy("b4ed2332-a7ac-4d5f-9596-99a439cb2812", "none", "Guests stay where they were started"),
            new SchedulingPolicy("20d25257-b4bd-4589-92a6-c4c5c5d3fd1a", "evenly_distributed", "Load is spread over all hosts"),
            new SchedulingPolicy("5a2b0939-7d46-4b73-a469-e9c2c7fc6a53", "power_saving",
                    "Load is drawn together, so that hosts can be off"),
            new SchedulingPolicy("8d5d7bec-68de-4a67-b53e-0ac54686d579", "vm_evenly_distributed", "Each host has as many guests"),
            new SchedulingPolicy("7677771e-5eab-422e-83fa-dc04080d21b7", "cluster_maintenance",
                    "Only guests with high availability start"));

    public static List<SchedulingPolicy> all() {
        return ALL;
    }

    public static Optional<SchedulingPolicy> find(String idOrName) {
        return ALL.stream().filter(policy -> policy.id().equals(idOrName) || policy.name().equals(idOrName)).findFirst();
    }
}
