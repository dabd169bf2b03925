package hostelry.engine.vm;

import hostelry.api.Problem;
import hostelry.engine.work.Problems;
import hostelry.model.GraphicsType;
import hostelry.model.Vm;
import hostelry.model.data.OperatingSystem;
import hostelry.model.data.OperatingSystems;
import hostelry.model.data.WindowsZones;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Pure questions about what a machine shows its guest: system, clock, board, CPU, serial number. Words are oVirt's. */
final class BoardChecks {
    static final List<String> BIOS = List.of("cluster_default", "q35_sea_bios", "q35_ovmf", "q35_secure_boot", "i440fx_sea_bios");
    static final List<String> CPU_MODES = List.of("custom", "host_model", "host_passthrough");
    private static final List<String> SERIALS = List.of("none", "host", "vm", "custom");
    private static final List<String> PLACEMENTS = List.of("migratable", "user_migratable", "pinned");
    private static final Pattern CPU = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}(,[+-][a-z0-9][a-z0-9._-]{0,63}){0,32}");
    private static final Pattern MACHINE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Pattern SERIAL = Pattern.compile("[\\x21-\\x7e]{1,64}");
    private static final int MOST_IO_THREADS = 16;
    private static final int MOST_PRIORITY = 100;
    private final Problems problems;

    BoardChecks(Problems problems) {
        this.problems = problems;
    }

    void all(Vm vm) {
        system(vm.getOsType());
        clock(vm.getTimeZone());
        word("biosType", "BIOS type", vm.getBiosType(), BIOS);
        word("cpuMode", "CPU mode", vm.getCpuMode(), CPU_MODES);
        word("serialPolicy", "policy of serial numbers", vm.getSerialPolicy(), SERIALS);
        word("placement", "placement", vm.getPlacement(), PLACEMENTS);
        pattern("customCpuModel", "a CPU model", vm.getCustomCpuModel(), CPU, "Write it as libvirt does: Nehalem,+spec-ctrl.");
        pattern("customEmulatedMachine", "the version of a board", vm.getCustomEmulatedMachine(), MACHINE,
                "Write it as QEMU does: pc-q35-7.2.");
        pattern("serialNumber", "a serial number", vm.getSerialNumber(), SERIAL, "Take 1 to 64 visible ASCII characters.");
        problems.require(!"custom".equals(vm.getSerialPolicy()) || vm.getSerialNumber() != null && !vm.getSerialNumber().isEmpty(),
                () -> Problem.badInput("serialNumber", "The policy custom wants a serial number.", "Give one, or take the policy vm."));
        boards(vm);
        new DeviceChecks(problems).all(vm);
        between("ioThreads", "threads for disks", vm.getIoThreads(), MOST_IO_THREADS);
        between("priority", "the priority", vm.getPriority(), MOST_PRIORITY);
        problems.require(!vm.isUsb() || vm.getGraphics().contains(GraphicsType.SPICE), () -> Problem.badInput("usb",
                "Devices of the viewer are plugged in through SPICE, and the VM has no such console.", "Give it SPICE, or leave USB out."));
    }

    private void boards(Vm vm) {
        String machine = vm.getCustomEmulatedMachine();
        if (machine != null && !machine.isEmpty() && vm.getBiosType() != null) {
            boolean old = vm.getBiosType().startsWith("i440fx");
            boolean q35 = machine.contains("q35");
            problems.require(old != q35 || vm.getBiosType().equals("cluster_default"), () -> Problem.badInput("customEmulatedMachine",
                    "The board " + machine + " and the BIOS type " + vm.getBiosType() + " do not fit.", "Change one of them."));
        }
    }

    private void system(@Nullable String name) {
        problems.require(name == null || OperatingSystems.find(name).isPresent(),
                () -> Problem.badInput("osType", "There is no operating system " + VmChecks.clipped(String.valueOf(name)) + ".",
                        "Take one of "
                                + OperatingSystems.all().stream().map(OperatingSystem::name).collect(Collectors.joining(", ")) + "."));
    }

    private void clock(@Nullable String zone) {
        if (zone == null || zone.isEmpty()) {
            return;
        }
        problems.require(WindowsZones.zone(zone).isPresent(),
                () -> Problem.badInput("timeZone", "There is no time zone " + VmChecks.clipped(zone) + ".",
                        "Take a name of the IANA database, such as Europe/Berlin or Etc/GMT, or one of Windows, such as GMT Standard Time."));
    }

    private void word(String field, String what, @Nullable String word, List<String> words) {
        problems.require(word == null || word.isEmpty() || words.contains(word), () -> Problem.badInput(field,
                "There is no " + what + " " + VmChecks.clipped(String.valueOf(word)) + ".",
                "Take one of " + String.join(", ", words) + "."));
    }

    private void pattern(String field, String what, @Nullable String text, Pattern pattern, String advice) {
        problems.require(text == null || text.isEmpty() || pattern.matcher(text).matches(),
                () -> Problem.badInput(field, "'" + VmChecks.clipped(String.valueOf(text)) + "' can't be " + what + ".", advice));
    }

    private void between(String field, String what, int number, int most) {
        problems.require(number >= 0 && number <= most,
                () -> Problem.badInput(field, number + " can't be " + what + ".", "Take 0 to " + most + "."));
    }
}
