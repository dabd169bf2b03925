package hostelry.engine.vm;

import hostelry.model.HostStatus;
import hostelry.model.VmStatus;
import java.util.Locale;

/** How states and sizes are written in sentences. */
final class Words {
    private Words() {}

    static String of(VmStatus status) {
        return switch (status) {
            case WAIT_FOR_LAUNCH -> "about to be launched";
            case REBOOT_IN_PROGRESS -> "rebooting";
            case SAVING_STATE -> "saving its state";
            case RESTORING_STATE -> "restoring its state";
            case UNKNOWN -> "in an unknown state, because its host does not answer";
            case UNASSIGNED -> "not assigned to a host";
            case IMAGE_ILLEGAL -> "unable to use its disks";
            case IMAGE_LOCKED -> "waiting for its disks, which are locked";
            case DOWN, UP, POWERING_UP, PAUSED, MIGRATING, NOT_RESPONDING, SUSPENDED, POWERING_DOWN -> plain(status.getLiteral());
        };
    }

    static String of(HostStatus status) {
        return switch (status) {
            case MAINTENANCE -> "in maintenance";
            case ERROR -> "in error";
            default -> plain(status.getLiteral());
        };
    }

    private static String plain(String literal) {
        return literal.replace('_', ' ');
    }

    /** Such as {@code 16 GiB} or {@code 1.5 GiB}: rounded down, so that what is promised fits. */
    static String bytes(long bytes) {
        String[] units = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
        int unit = 0;
        double value = bytes;
        while (Math.abs(value) >= 1024 && unit < units.length - 1) {
            value /= 1024;
            unit++;
        }
        double rounded = Math.floor(value * 10) / 10;
        return (rounded == Math.floor(rounded) ? String.valueOf((long) rounded) : String.format(Locale.ROOT, "%.1f", rounded)) + " "
                + units[unit];
    }
}
