package hostelry.node.api;

import java.util.List;
import java.util.Objects;

/**
 * The hardware and software of a host.
 *
 * @param memory bytes
 * @param cpuMhz 0 where it can't be known
 * @param virtualization {@code kvm} only if a probe guest really ran; {@code qemu} for emulation, {@code simulated} for the sim
 * @param virtualizationDetail one sentence that says how that was found out
 * @param networks names of logical networks that a card can plug into here
 * @param nics its network cards, by name
 * @param hardware what it is built of
 */
public record HostFacts(
        String hostId,
        String hostname,
        String os,
        String osVersion,
        String kernel,
        String architecture,
        String cpuModel,
        int cpuMhz,
        int sockets,
        int cores,
        int threads,
        long memory,
        String libvirtVersion,
        String qemuVersion,
        String virtualization,
        String virtualizationDetail,
        long bootTime,
        List<String> networks,
        List<NicFacts> nics,
        Hardware hardware) {

    /** Without its cards. */
    public HostFacts(String hostId, String hostname, String os, String osVersion, String kernel, String architecture, String cpuModel,
            int cpuMhz, int sockets, int cores, int threads, long memory, String libvirtVersion, String qemuVersion, String virtualization,
            String virtualizationDetail, long bootTime, List<String> networks) {
        this(hostId, hostname, os, osVersion, kernel, architecture, cpuModel, cpuMhz, sockets, cores, threads, memory, libvirtVersion,
                qemuVersion, virtualization, virtualizationDetail, bootTime, networks, List.of());
    }

    /** Without what it is built of. */
    public HostFacts(String hostId, String hostname, String os, String osVersion, String kernel, String architecture, String cpuModel,
            int cpuMhz, int sockets, int cores, int threads, long memory, String libvirtVersion, String qemuVersion, String virtualization,
            String virtualizationDetail, long bootTime, List<String> networks, List<NicFacts> nics) {
        this(hostId, hostname, os, osVersion, kernel, architecture, cpuModel, cpuMhz, sockets, cores, threads, memory, libvirtVersion,
                qemuVersion, virtualization, virtualizationDetail, bootTime, networks, nics, Hardware.UNKNOWN);
    }

    /** A node of an older version tells neither its cards nor what it is built of. */
    public HostFacts {
        nics = Objects.requireNonNullElse(nics, List.of());
        hardware = Objects.requireNonNullElse(hardware, Hardware.UNKNOWN);
    }
}
