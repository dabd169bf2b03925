package hostelry.model.nextrun;

import hostelry.model.Vm;
import hostelry.model.VmStatus;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Which field of a machine may change while its guest runs, and why another must wait. */
public final class EditRules {
    /** Memory comes and goes in pieces of so many bytes, as in oVirt: Linux takes 128 MiB, Windows more. */
    public static final long PIECE = 256L << 20;
    /** oVirt's MaxNumOfVmSockets. */
    private static final int MOST_SOCKETS = 16;
    /** QEMU's boards count 255 CPUs at most. */
    private static final int MOST_CPUS = 240;
    private static final Set<VmStatus> LISTENS = Set.of(VmStatus.UP, VmStatus.POWERING_UP);
    /** What the guest does not see. */
    private static final Set<String> AT_ONCE = Set.of("name", "description", "comment", "deleteProtected", "stopReason", "highAvailability",
            "priority", "placement", "placementHosts", "startPaused", "memoryGuaranteed");
    /** What says nothing of hardware at all. */
    private static final Set<String> QUIET = Set.of("name", "description", "comment", "deleteProtected", "stopReason", "highAvailability",
            "priority");
    /** What a guest is told at its first start: never kept beside the machine, for a password's hash is among it. */
    private static final Set<String> INIT = Set.of("initHostName", "initUserName", "initPassword", "initSshKeys", "initTimeZone",
            "initDnsServers", "initDnsSearch", "initScript", "initRegenerateKeys", "initNics", "initialized");
    private static final Map<String, String> WAITS = waits();

    private EditRules() {}

    private static Map<String, String> waits() {
        Map<String, String> waits = new TreeMap<>();
        put(waits, "It is part of the board that the guest was started with.", "biosType", "customEmulatedMachine", "cpuMode",
                "customCpuModel", "architecture", "serialPolicy", "serialNumber", "timeZone", "tpm");
        put(waits, "The guest finds the device when it starts.", "console", "rngSource", "rngBytes", "rngPeriod", "virtioScsi",
                "watchdogModel", "watchdogAction", "soundcard", "usb", "smartcard", "monitors", "graphics", "ballooning", "ioThreads");
        put(waits, "It is read when the guest is started.", "osType", "type", "bootDevices", "cdrom", "kernel", "initrd",
                "kernelArguments", "stateless", "cpuShares", "vcpuPins", "disconnectAction", "disconnectDelay", "customProperties");
        put(waits, "How its CPUs are arranged is settled when it is started.", "cpuCores", "cpuThreads");
        put(waits, "The room for more memory is settled when it is started.", "memoryMax");
        put(waits, "", "cpuSockets", "memory");
        return Map.copyOf(waits);
    }

    private static void put(Map<String, String> waits, String reason, String... fields) {
        for (String field : fields) {
            waits.put(field, reason);
        }
    }

    /** May it be changed while something runs, now or from the next start on? */
    public static boolean known(String field) {
        return AT_ONCE.contains(field) || INIT.contains(field) || WAITS.containsKey(field);
    }

    /** Is it never kept for later, even by who wishes so? */
    static boolean neverWaits(String field) {
        return INIT.contains(field);
    }

    /** Do they say nothing of what a machine is made of, and where it may run? */
    public static boolean quiet(Collection<String> fields) {
        return QUIET.containsAll(fields);
    }

    /** A guest that takes CPUs and memory, and lets go of them. */
    public static boolean listens(Vm vm) {
        return LISTENS.contains(vm.getStatus()) && vm.getHost() != null;
    }

    /** Sockets up to which a guest is started with room for CPUs: as many as oVirt gives, fewer where each has many CPUs, never fewer than it has. */
    public static int mostSockets(Vm vm) {
        int each = Math.max(1, vm.getCpuCores()) * Math.max(1, vm.getCpuThreads());
        return Math.max(vm.getCpuSockets(), Math.min(MOST_SOCKETS, MOST_CPUS / each));
    }

    /** Why that field can't become what is wanted while the guest runs; empty where it can. */
    static Optional<String> waits(String field, Vm vm, Vm wanted) {
        return switch (field) {
            case "cpuSockets" -> cpus(vm, wanted);
            case "memory" -> memory(vm, wanted);
            case "memoryGuaranteed" -> vm.getMemory() < wanted.getMemoryGuaranteed() && memory(vm, wanted).isPresent()
                    ? Optional.of("It is more than the memory that the guest has now.")
                    : Optional.empty();
            default -> Optional.ofNullable(WAITS.get(field));
        };
    }

    private static Optional<String> cpus(Vm vm, Vm wanted) {
        if (!listens(vm)) {
            return Optional.of("The guest takes CPUs only while it is up.");
        }
        if (vm.getCpuCores() != wanted.getCpuCores() || vm.getCpuThreads() != wanted.getCpuThreads()) {
            return Optional.of("How its CPUs are arranged is settled when it is started.");
        }
        if (!Objects.equals(vm.getVcpuPins(), wanted.getVcpuPins())) {
            return Optional.of("Its CPUs are to be pinned otherwise, which is settled when it is started.");
        }
        return wanted.getCpuSockets() > mostSockets(vm)
                ? Optional.of("It was started with room for " + mostSockets(vm) + " sockets.")
                : Optional.empty();
    }

    private static Optional<String> memory(Vm vm, Vm wanted) {
        if (!listens(vm)) {
            return Optional.of("The guest takes memory only while it is up.");
        }
        if (wanted.getMemory() > vm.getMemoryMax()) {
            return Optional.of("It was started with room for " + (vm.getMemoryMax() >> 20) + " MiB at most.");
        }
        return (wanted.getMemory() - vm.getMemory()) % PIECE != 0
                ? Optional.of("While it runs, memory comes and goes in pieces of " + (PIECE >> 20) + " MiB.")
                : Optional.empty();
    }
}
