package hostelry.console.kit.look;

import hostelry.console.kit.words.Times;
import hostelry.console.kit.words.Words;
import hostelry.model.DataCenter;
import hostelry.model.Disk;
import hostelry.model.DiskStatus;
import hostelry.model.Entity;
import hostelry.model.Event;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.Job;
import hostelry.model.JobStatus;
import hostelry.model.Severity;
import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainStatus;
import hostelry.model.User;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A status as people see it: shape, colour and word together.
 *
 * @param detail why, where that is known; empty otherwise
 */
public record StatusWord(Status status, String word, String detail) {
    /** Of any noun that has one; null where it has none. */
    public static @Nullable StatusWord of(Entity entity) {
        return switch (entity) {
            case Vm vm -> of(shape(vm.getStatus()), vm.getStatus().getLiteral(), vm.getStatusDetail());
            case Host host -> of(shape(host.getStatus()), host.getStatus().getLiteral(), host.getStatusDetail());
            case StorageDomain domain -> of(shape(domain.getStatus()), domain.getStatus().getLiteral(), domain.getStatusDetail());
            case Disk disk -> disk.getStatus() == DiskStatus.OK
                    ? new StatusWord(Status.OK, "OK", "")
                    : of(disk.getStatus() == DiskStatus.LOCKED ? Status.LOCKED : Status.LOST, disk.getStatus().getLiteral(),
                            disk.getStatusDetail());
            case DataCenter center -> of(shape(center), center.getStatus().getLiteral(), null);
            case User user -> user.isDisabled()
                    ? of(Status.DOWN, "disabled", null)
                    : user.getLockedUntil() != null && user.getLockedUntil().isAfter(Instant.now())
                            ? of(Status.LOCKED, "locked", "too many wrong passwords; until " + Times.exact(user.getLockedUntil()))
                            : of(Status.OK, "active", null);
            case Job job -> of(shape(job.getStatus()), word(job.getStatus()), job.getDetail());
            default -> null;
        };
    }

    public static Icon of(Severity severity) {
        return switch (severity) {
            case NORMAL -> Icon.NORMAL;
            case WARNING -> Icon.WARNING;
            case ERROR -> Icon.ERROR;
            case ALERT -> Icon.ALERT;
        };
    }

    /** What people call it: a user by what they log in with. */
    public static String name(Entity entity) {
        return entity instanceof User user && user.getUserName() != null ? user.getUserName() : Words.orEmpty(entity.getName());
    }

    /** The noun's own icon. */
    public static Icon icon(Entity entity) {
        return switch (entity) {
            case Vm vm -> Icon.VM;
            case Host host -> Icon.HOST;
            case StorageDomain domain -> Icon.STORAGE;
            case Disk disk -> disk.getContentType() == hostelry.model.DiskContentType.ISO ? Icon.DISC : Icon.DISK;
            case DataCenter center -> Icon.DATACENTER;
            case hostelry.model.Cluster cluster -> Icon.CLUSTER;
            case hostelry.model.Network network -> Icon.NETWORK;
            case hostelry.model.Nic nic -> Icon.NIC;
            case User user -> Icon.USER;
            case hostelry.model.Group group -> Icon.GROUP;
            case hostelry.model.Role role -> Icon.ROLE;
            case hostelry.model.Permission permission -> Icon.PERMISSION;
            case hostelry.model.Tag tag -> Icon.TAG;
            case hostelry.model.Bookmark bookmark -> Icon.STAR;
            case hostelry.model.Template template -> Icon.TEMPLATE;
            case Event event -> of(event.getSeverity());
            default -> Icon.TASK;
        };
    }

    private static StatusWord of(Status shape, String literal, @Nullable String detail) {
        return new StatusWord(shape, Words.sentence(literal), Words.orEmpty(detail));
    }

    private static Status shape(VmStatus status) {
        return switch (status) {
            case UP -> Status.UP;
            case WAIT_FOR_LAUNCH, POWERING_UP, POWERING_DOWN, REBOOT_IN_PROGRESS, MIGRATING, SAVING_STATE, RESTORING_STATE -> Status.BUSY;
            case PAUSED, SUSPENDED -> Status.PAUSED;
            case DOWN -> Status.DOWN;
            case NOT_RESPONDING, IMAGE_ILLEGAL -> Status.LOST;
            case IMAGE_LOCKED -> Status.LOCKED;
            case UNKNOWN, UNASSIGNED -> Status.UNKNOWN;
        };
    }

    private static Status shape(HostStatus status) {
        return switch (status) {
            case UP -> Status.UP;
            case DOWN -> Status.DOWN;
            case MAINTENANCE -> Status.MAINTENANCE;
            case NON_RESPONSIVE, ERROR, INSTALL_FAILED, KDUMPING -> Status.LOST;
            case NON_OPERATIONAL, PENDING_APPROVAL -> Status.WARNING;
            case INSTALLING, REBOOT, PREPARING_FOR_MAINTENANCE, INITIALIZING, CONNECTING, INSTALLING_OS -> Status.BUSY;
            case UNASSIGNED -> Status.UNKNOWN;
        };
    }

    private static Status shape(StorageDomainStatus status) {
        return switch (status) {
            case ACTIVE -> Status.OK;
            case MAINTENANCE -> Status.MAINTENANCE;
            case INACTIVE -> Status.LOST;
            case LOCKED -> Status.LOCKED;
            case PREPARING_FOR_MAINTENANCE, DETACHING, ACTIVATING -> Status.BUSY;
            case UNATTACHED -> Status.DOWN;
            case UNKNOWN, UNINITIALIZED -> Status.UNKNOWN;
        };
    }

    private static Status shape(DataCenter center) {
        return switch (center.getStatus()) {
            case UP -> Status.OK;
            case MAINTENANCE -> Status.MAINTENANCE;
            case NOT_OPERATIONAL -> Status.LOST;
            case PROBLEMATIC, CONTEND -> Status.WARNING;
            case UNINITIALIZED -> Status.UNKNOWN;
        };
    }

    private static Status shape(JobStatus status) {
        return switch (status) {
            case STARTED -> Status.BUSY;
            case FINISHED -> Status.OK;
            case FAILED -> Status.LOST;
            case ABORTED -> Status.DOWN;
            case UNKNOWN -> Status.UNKNOWN;
        };
    }

    private static String word(JobStatus status) {
        return switch (status) {
            case STARTED -> "running";
            case FINISHED -> "done";
            case FAILED -> "failed";
            case ABORTED -> "cancelled";
            case UNKNOWN -> "unknown";
        };
    }
}
