package hostelry.model.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The CPU types that a cluster of x86-64 hosts may have; source: {@code ServerCPUList} of oVirt's cluster level 4.7. */
public final class CpuTypes {
    /** The one architecture that guests run on. */
    public static final String ARCHITECTURE = "x86_64";
    private static final String INTEL = "Intel";
    private static final String AMD = "AMD";
    private static final String SECURE = ",+spec-ctrl,+ssbd,+md-clear";
    private static final List<CpuType> ALL = all(
            intel("Nehalem", "Nehalem"), intel("Westmere", "Westmere"), intel("SandyBridge", "SandyBridge"),
            intel("IvyBridge", "IvyBridge"), intel("Haswell", "Haswell-noTSX"), intel("Broadwell", "Broadwell-noTSX"),
            intel("Skylake Client", "Skylake-Client-noTSX-IBRS"), intel("Skylake Server", "Skylake-Server-noTSX-IBRS"),
            intel("Cascadelake Server", "Cascadelake-Server-noTSX"), intel("Icelake Server", "Icelake-Server-noTSX"),
            List.of(new CpuType("AMD Opteron G4", 0, AMD, "Opteron_G4"), new CpuType("AMD Opteron G5", 0, AMD, "Opteron_G5"),
                    new CpuType("AMD EPYC", 0, AMD, "EPYC"), new CpuType("Secure AMD EPYC", 0, AMD, "EPYC,+ibpb,+virt-ssbd")));

    private CpuTypes() {}

    private static List<CpuType> intel(String family, String model) {
        return List.of(new CpuType("Intel " + family + " Family", 0, INTEL, model),
                new CpuType("Secure Intel " + family + " Family", 0, INTEL, model + SECURE));
    }

    @SafeVarargs
    private static List<CpuType> all(List<CpuType>... families) {
        List<CpuType> all = new ArrayList<>();
        for (List<CpuType> family : families) {
            for (CpuType type : family) {
                int level = 1 + (int) all.stream().filter(other -> other.vendor().equals(type.vendor())).count();
                all.add(new CpuType(type.name(), level, type.vendor(), type.model()));
            }
        }
        return List.copyOf(all);
    }

    /** Within one vendor in the order of their levels. */
    public static List<CpuType> all() {
        return ALL;
    }

    public static Optional<CpuType> find(String name) {
        return ALL.stream().filter(type -> type.name().equals(name)).findFirst();
    }
}
