package hostelry.model.data;

/**
 * A CPU that all hosts of a cluster can offer.
 *
 * @param name as a cluster has it in {@code cpu/type}
 * @param level the higher the more it can; only within one vendor
 * @param vendor as it stands in the names of CPUs: {@code Intel} or {@code AMD}
 * @param model libvirt's model, and features that it must have beside: {@code Nehalem,+spec-ctrl}
 */
public record CpuType(String name, int level, String vendor, String model) {}
