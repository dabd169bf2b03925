package hostelry.node.libvirt.facts;

import hostelry.node.libvirt.link.StateOfGuest;
import java.util.List;

/** libvirt's numbers of states and reasons in the words of a report. */
final class StateWords {
    private static final int RUNNING = 1;
    private static final int BLOCKED = 2;
    private static final int PAUSED = 3;
    private static final int SHUTTING_DOWN = 4;
    private static final int OFF = 5;
    private static final int CRASHED = 6;
    private static final int SUSPENDED = 7;
    private static final int PAUSED_SAVING = 3;
    private static final int PAUSED_STARTING = 11;
    private static final int OFF_CRASHED = 3;
    private static final int WOKEN_UP = 4;
    private static final int RUNNING_WOKEN_UP = 8;

    private static final List<String> RUNNING_REASONS = List.of("", "booted", "migrated", "restored", "from-snapshot", "user",
            "migration-canceled", "save-canceled",
            "wakeup", "crashed", "post-copy");
    private static final List<String> PAUSED_REASONS = List.of("", "user", "migration", "saving", "dump", "io-error", "watchdog",
            "from-snapshot", "shutting-down",
            "snapshot", "crashed", "starting", "post-copy", "post-copy-failed");
    private static final List<String> OFF_REASONS = List.of("", "shutdown", "destroyed", "crashed", "migrated", "saved", "failed",
            "from-snapshot", "daemon");

    private StateWords() {}

    static String state(StateOfGuest now) {
        return switch (now.state()) {
            case RUNNING, BLOCKED -> "running";
            case PAUSED -> now.reason() == PAUSED_SAVING ? "saving" : "paused";
            case SUSPENDED -> "paused";
            case SHUTTING_DOWN -> "shutting-down";
            case CRASHED -> "crashed";
            case OFF -> now.reason() == OFF_CRASHED ? "crashed" : "off";
            default -> "off";
        };
    }

    static String reason(StateOfGuest now) {
        return switch (now.state()) {
            case RUNNING, BLOCKED -> word(RUNNING_REASONS, now.reason());
            case PAUSED -> word(PAUSED_REASONS, now.reason());
            case SUSPENDED -> "suspended";
            case OFF -> word(OFF_REASONS, now.reason());
            default -> "";
        };
    }

    /** QEMU is there, but the guest's first instruction has not run: that is no pause anybody asked for. */
    static boolean starting(StateOfGuest now) {
        return now.state() == PAUSED && now.reason() == PAUSED_STARTING;
    }

    static boolean alive(StateOfGuest now) {
        return now.state() >= RUNNING && now.state() <= SHUTTING_DOWN || now.state() == SUSPENDED;
    }

    /** The state that a lifecycle event of a start means. */
    static StateOfGuest started(int detail) {
        return new StateOfGuest(RUNNING, detail < WOKEN_UP ? detail + 1 : RUNNING_WOKEN_UP);
    }

    /** The state that a lifecycle event of an end means: its details are the reasons but one. */
    static StateOfGuest stopped(int detail) {
        return new StateOfGuest(OFF, detail + 1);
    }

    private static String word(List<String> words, int number) {
        return number >= 0 && number < words.size() ? words.get(number) : "";
    }
}
