package hostelry.engine.vm;

import hostelry.api.Problem;
import hostelry.engine.work.Problems;
import hostelry.model.GraphicsType;
import hostelry.model.Vm;
import hostelry.model.data.CustomProperties;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pure questions about what a machine has beside disks and cards, and how its CPUs stand among others. Words are oVirt's. */
final class DeviceChecks {
    static final List<String> RANDOM = List.of("urandom", "hwrng");
    static final List<String> WATCHDOGS = List.of("i6300esb");
    static final List<String> WATCHDOG_ACTIONS = List.of("none", "reset", "poweroff", "dump", "pause");
    private static final List<String> ARCHITECTURES = List.of("x86_64", "undefined");
    private static final List<String> DISCONNECTS = List.of("none", "lock_screen", "logout", "reboot", "shutdown");
    private static final List<Integer> MONITORS = List.of(1, 2, 4);
    /** What both generations of the kernel's control groups take. */
    private static final int MOST_SHARES = 10_000;
    private static final int MOST_PROPERTIES = 64;
    private static final int ARGUMENTS = 2000;
    private static final int MOST_MINUTES = 24 * 60;
    private final Problems problems;

    DeviceChecks(Problems problems) {
        this.problems = problems;
    }

    void all(Vm vm) {
        word("architecture", "architecture", vm.getArchitecture(), ARCHITECTURES);
        word("rngSource", "source of random numbers", vm.getRngSource(), RANDOM);
        word("disconnectAction", "action at the viewer's leaving", vm.getDisconnectAction(), DISCONNECTS);
        problems.require(vm.getDisconnectDelay() >= 0 && vm.getDisconnectDelay() <= MOST_MINUTES, () -> Problem.badInput("disconnectDelay",
                "What the viewer's leaving asks for can't be done " + vm.getDisconnectDelay() + " minutes later.",
                "Take 0 to " + MOST_MINUTES + "."));
        problems.require(vm.getRngBytes() >= 0 && vm.getRngPeriod() >= 0, () -> Problem.badInput("rngBytes",
                "The rate of random numbers can't be below 0.", "Take 0 for no limit."));
        problems.require(vm.getCpuShares() == 0 || vm.getCpuShares() >= 2 && vm.getCpuShares() <= MOST_SHARES,
                () -> Problem.badInput("cpuShares", vm.getCpuShares() + " can't be the weight of a VM's CPUs.",
                        "Take 2 to " + MOST_SHARES + ", or 0 for the weight that all have."));
        watchdog(vm);
        screens(vm);
        kernel(vm);
        pins(vm);
        properties(vm.getCustomProperties());
        new InitChecks(problems).all(vm);
        problems.require(!vm.isTpm() || vm.getBiosType() == null || !vm.getBiosType().endsWith("sea_bios"),
                () -> Problem.badInput("tpm", "A TPM wants UEFI, and the VM has a BIOS.",
                        "Take the BIOS type q35_ovmf, or leave the TPM out."));
    }

    private void watchdog(Vm vm) {
        word("watchdogModel", "watchdog", vm.getWatchdogModel(), WATCHDOGS);
        word("watchdogAction", "action of watchdogs", vm.getWatchdogAction(), WATCHDOG_ACTIONS);
        problems.require(!empty(vm.getWatchdogModel()) || empty(vm.getWatchdogAction()), () -> Problem.badInput("watchdogModel",
                "It is not said which watchdog the VM is to have.", "Take i6300esb."));
    }

    private void screens(Vm vm) {
        boolean spice = vm.getGraphics().contains(GraphicsType.SPICE) || vm.getGraphics().isEmpty();
        problems.require(MONITORS.contains(vm.getMonitors()), () -> Problem.badInput("monitors",
                "A VM can't have " + vm.getMonitors() + " screens.", "Take 1, 2 or 4."));
        problems.require(spice || vm.getMonitors() <= 1, () -> Problem.badInput("monitors",
                "Several screens are seen through SPICE, and the VM has no such console.", "Give it SPICE, or one screen."));
        problems.require(spice || !vm.isSmartcard(), () -> Problem.badInput("smartcard",
                "Smart cards of the viewer come through SPICE, and the VM has no such console.",
                "Give it SPICE, or leave smart cards out."));
    }

    private void kernel(Vm vm) {
        String arguments = vm.getKernelArguments();
        problems.require(!empty(vm.getKernel()) || empty(vm.getInitrd()) && empty(arguments), () -> Problem.badInput("kernel",
                "The first file system and the arguments belong to a kernel, and none is given.", "Give a kernel, or leave them out."));
        problems.require(arguments == null || arguments.length() <= ARGUMENTS && arguments.chars().noneMatch(Character::isISOControl),
                () -> Problem.badInput("kernelArguments", "The arguments of a kernel are one line of at most " + ARGUMENTS + " characters.",
                        "Make them shorter."));
    }

    private void pins(Vm vm) {
        Set<Integer> seen = new HashSet<>();
        for (String text : vm.getVcpuPins()) {
            Optional<CpuPin> pin = CpuPin.parse(text);
            if (pin.isEmpty()) {
                problems.add(Problem.badInput("vcpuPins", "'" + VmChecks.clipped(text) + "' does not say where a CPU runs.",
                        "Write CPUs of the host such as 1-3,5,^2."));
            } else if (pin.get().cpu() >= Guests.cpus(vm)) {
                problems.add(Problem.badInput("vcpuPins", "There is no CPU " + pin.get().cpu() + " to be pinned: the VM has "
                        + Guests.cpus(vm) + ", counted from 0.", "Pin one that it has."));
            } else if (!seen.add(pin.get().cpu())) {
                problems.add(Problem.badInput("vcpuPins", "CPU " + pin.get().cpu() + " is pinned twice.",
                        "Write all of its CPUs into one set."));
            }
        }
    }

    private void properties(List<String> properties) {
        problems.require(properties.size() <= MOST_PROPERTIES, () -> Problem.badInput("customProperties",
                "A VM has at most " + MOST_PROPERTIES + " custom properties.", "Leave some out."));
        Set<String> names = new HashSet<>();
        for (String property : properties) {
            String name = CustomProperties.name(property);
            CustomProperties.against(property).ifPresent(trouble -> problems.add(Problem.badInput("customProperties", trouble, "")));
            problems.require(names.add(name), () -> Problem.badInput("customProperties",
                    "The custom property " + VmChecks.clipped(name) + " stands twice.", "Leave one out."));
        }
    }

    private void word(String field, String what, @Nullable String word, List<String> words) {
        problems.require(empty(word) || words.contains(word), () -> Problem.badInput(field,
                "There is no " + what + " " + VmChecks.clipped(String.valueOf(word)) + ".",
                "Take one of " + String.join(", ", words) + "."));
    }

    private static boolean empty(@Nullable String text) {
        return text == null || text.isEmpty();
    }
}
