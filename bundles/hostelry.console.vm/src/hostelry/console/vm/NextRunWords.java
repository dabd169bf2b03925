package hostelry.console.vm;

import hostelry.console.kit.words.Bytes;
import hostelry.console.kit.words.Words;
import hostelry.model.Disk;
import hostelry.model.Entity;
import hostelry.model.Host;
import hostelry.model.nextrun.Postponed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fields of a machine in words for people: what each is called, how its value reads, and what waits for the next start. Pure. */
final class NextRunWords {
    private static final Set<String> BYTES = Set.of("memory", "memoryMax", "memoryGuaranteed");
    private static final Set<String> DISKS = Set.of("cdrom", "kernel", "initrd");
    private static final Map<String, String> LABELS = Map.ofEntries(Map.entry("name", "Name"), Map.entry("description", "Description"),
            Map.entry("comment", "Comment"), Map.entry("osType", "Operating system"), Map.entry("type", "Made for"),
            Map.entry("deleteProtected", "Protected against deletion"), Map.entry("memory", "Memory"),
            Map.entry("memoryMax", "Maximum memory"), Map.entry("memoryGuaranteed", "Guaranteed memory"),
            Map.entry("cpuSockets", "Sockets"), Map.entry("cpuCores", "Cores of a socket"), Map.entry("cpuThreads", "Threads of a core"),
            Map.entry("biosType", "Firmware"), Map.entry("tpm", "TPM 2.0 (wants UEFI)"), Map.entry("timeZone", "Time zone"),
            Map.entry("customEmulatedMachine", "Version of the board"), Map.entry("customCpuModel", "CPU model"),
            Map.entry("cpuMode", "CPU mode"), Map.entry("rngSource", "Random numbers"), Map.entry("graphics", "Screen by"),
            Map.entry("monitors", "Screens"), Map.entry("disconnectAction", "When its last viewer leaves"),
            Map.entry("disconnectDelay", "After"), Map.entry("smartcard", "Smart cards of the viewer"),
            Map.entry("usb", "USB devices of the viewer"), Map.entry("soundcard", "Sound card"), Map.entry("console", "Serial console"),
            Map.entry("placementHosts", "Runs on"), Map.entry("placement", "Migration"),
            Map.entry("highAvailability", "Started elsewhere when its host fails"), Map.entry("priority", "Priority"),
            Map.entry("watchdogModel", "Watchdog"), Map.entry("watchdogAction", "What the watchdog does"),
            Map.entry("ballooning", "Memory balloon"), Map.entry("cpuShares", "CPU weight"), Map.entry("vcpuPins", "Pinned CPUs"),
            Map.entry("ioThreads", "I/O threads"), Map.entry("virtioScsi", "VirtIO SCSI controller"),
            Map.entry("bootDevices", "Boots from"), Map.entry("cdrom", "Disc in the drive"),
            Map.entry("startPaused", "Left paused at its start"), Map.entry("kernel", "Kernel"), Map.entry("initrd", "Initial RAM disk"),
            Map.entry("kernelArguments", "Kernel arguments"), Map.entry("customProperties", "Custom properties"));
    private final BiFunction<Class<? extends Entity>, String, String> names;

    /** @param names tells the name of an object by its id */
    NextRunWords(BiFunction<Class<? extends Entity>, String, String> names) {
        this.names = names;
    }

    /** What a field is called; one that the window does not show keeps the model's name. */
    static String label(String field) {
        return LABELS.getOrDefault(field, field);
    }

    private String value(String field, String text) {
        if (text.isEmpty()) {
            return "nothing";
        }
        if (BYTES.contains(field)) {
            return Bytes.text(Long.parseLong(text));
        }
        if (DISKS.contains(field)) {
            return names.apply(Disk.class, text);
        }
        if (field.equals("placementHosts")) {
            return Stream.of(text.split(", ")).map(id -> names.apply(Host.class, id)).collect(Collectors.joining(", "));
        }
        return text.equals("true") ? "yes" : text.equals("false") ? "no" : text;
    }

    /** Such as {@code Memory: 1 GiB → 2 GiB}. */
    String change(Postponed one) {
        return label(one.field()) + ": " + value(one.field(), one.now()) + " → " + value(one.field(), one.next());
    }

    /** A line for each change, with the reason why it waits. */
    String lines(List<Postponed> waiting) {
        return waiting.stream().map(one -> "• " + change(one) + ".  " + one.reason()).collect(Collectors.joining("\n"));
    }

    /** On one line of a page; empty where nothing waits. */
    String line(List<Postponed> waiting) {
        return waiting.isEmpty()
                ? ""
                : Words.count(waiting.size(), "change waits", "changes wait") + ": "
                        + waiting.stream().map(this::change).collect(Collectors.joining("; "));
    }
}
