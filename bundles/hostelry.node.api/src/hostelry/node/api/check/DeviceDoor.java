package hostelry.node.api.check;

import hostelry.node.api.DomainSpec;
import hostelry.node.api.NodeFault;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The door before what a guest has beside disks and cards: kernel, random numbers, watchdog, weight, pinned CPUs, screens. */
final class DeviceDoor {
    private static final List<String> RANDOM = List.of("urandom", "hwrng");
    private static final List<String> WATCHDOGS = List.of("i6300esb");
    private static final List<String> ACTIONS = List.of("none", "reset", "poweroff", "dump", "pause");
    private static final List<String> DISCONNECTS = List.of("none", "lock_screen", "logout", "reboot", "shutdown");
    private static final Pattern CPU_SET = Pattern.compile("\\^?[0-9]{1,4}(-[0-9]{1,4})?(,\\^?[0-9]{1,4}(-[0-9]{1,4})?){0,127}");
    private static final long MOST_MEMORY = 1L << 50;
    private static final int MOST_SHARES = 10_000;
    private static final int MOST_MONITORS = 4;
    private static final int ARGUMENTS = 2000;
    private static final int MOST_MINUTES = 24 * 60;

    private DeviceDoor() {}

    static void check(DomainSpec spec) throws NodeFault {
        Words.between("The memory that a guest may have at most", spec.memoryMax, 0, MOST_MEMORY);
        Words.oneOf("The source of random numbers", spec.rng, RANDOM);
        Words.between("The random bytes of a period", spec.rngBytes, 0, Integer.MAX_VALUE);
        Words.between("The period of random bytes", spec.rngPeriod, 0, Integer.MAX_VALUE);
        image("kernel", spec.kernelStorage, spec.kernelDisk);
        image("first file system", spec.initrdStorage, spec.initrdDisk);
        Words.text("What a kernel is told", spec.kernelArguments, ARGUMENTS);
        if (spec.kernelDisk == null && (spec.initrdDisk != null || spec.kernelArguments != null && !spec.kernelArguments.isEmpty())) {
            throw Words.bad("A first file system and arguments belong to a kernel, and there is none.");
        }
        if (spec.shares != 0) {
            Words.between("The weight of a guest", spec.shares, 2, MOST_SHARES);
        }
        if (spec.watchdog != null) {
            Words.oneOf("The model of a watchdog", spec.watchdog, WATCHDOGS);
            Words.oneOf("The action of a watchdog", spec.watchdogAction, ACTIONS);
        }
        Words.between("The number of screens", spec.monitors, 1, MOST_MONITORS);
        Words.oneOf("What the last viewer's leaving asks for", spec.disconnect, DISCONNECTS);
        Words.between("The minutes after the last viewer's leaving", spec.disconnectMinutes, 0, MOST_MINUTES);
        pins(spec);
    }

    private static void image(String what, @Nullable String storage, @Nullable String disk) throws NodeFault {
        if (storage != null || disk != null) {
            Words.uuid("The id of the storage domain of a " + what, storage);
            Words.uuid("The id of the disk of a " + what, disk);
        }
    }

    private static void pins(DomainSpec spec) throws NodeFault {
        if (spec.pins == null) {
            throw Words.bad("The list of pinned CPUs is missing.");
        }
        Set<Integer> seen = new HashSet<>();
        for (DomainSpec.Pin pin : spec.pins) {
            if (pin == null || pin.set == null || !CPU_SET.matcher(pin.set).matches()) {
                throw Words.bad(
                        "The CPUs of the host are written such as 0-3,^2, and not " + Words.quoted(pin == null ? null : pin.set) + ".");
            }
            Words.between("The number of a pinned CPU", pin.cpu, 0, (long) spec.sockets * spec.cores * spec.threads - 1);
            if (!seen.add(pin.cpu)) {
                throw Words.bad("The CPU " + pin.cpu + " is pinned twice.");
            }
        }
    }
}
