package hostelry.node.api;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One message of a node. All lists may be empty; an empty report is a heartbeat.
 *
 * @param number counts from 1 in each watch without a gap
 * @param time when it was made, milliseconds since 1970
 * @param full true: {@code domains} and {@code storages} hold everything there is, what they lack is gone
 * @param host the facts of the host, in a full report and when they change
 * @param load of the host, in batches
 * @param domains states of guests that changed
 * @param gone ids of domains that libvirt no longer knows
 * @param loads of guests, in batches
 * @param guests what guest agents said, when it changed
 * @param storages space of storage domains that are connected, in batches
 * @param notes what an administrator should read, in order; kept until somebody listens
 */
public record Report(
        long number,
        long time,
        boolean full,
        @Nullable HostFacts host,
        @Nullable HostLoad load,
        List<DomainState> domains,
        List<String> gone,
        List<DomainLoad> loads,
        List<GuestFacts> guests,
        List<StorageFacts> storages,
        List<Note> notes) {

    /** Without notes. */
    public Report(long number, long time, boolean full, @Nullable HostFacts host, @Nullable HostLoad load, List<DomainState> domains,
            List<String> gone,
            List<DomainLoad> loads, List<GuestFacts> guests, List<StorageFacts> storages) {
        this(number, time, full, host, load, domains, gone, loads, guests, storages, List.of());
    }

    /** A node of an older version sends no notes. */
    public Report {
        notes = Objects.requireNonNullElse(notes, List.of());
    }

    /**
     * A guest's state as libvirt has it.
     *
     * @param state one of {@code running, paused, shutting-down, off, crashed, saving}
     * @param reason libvirt's reason in a word, such as {@code booted}, {@code user}, {@code io-error}, {@code shutdown}, {@code destroyed}, {@code failed}; empty where none
     * @param startTime when it was started, milliseconds since 1970; 0 where it does not run
     * @param graphics of {@code spice}, {@code vnc}
     * @param memory that it has at most, in bytes; 0 where that is not known: a node of an older version does not say it
     * @param cpus that it has; 0 where that is not known
     * @param screens where its graphics listen while it runs
     */
    public record DomainState(String id, String name, String state, String reason, long startTime, List<String> graphics, long memory,
            int cpus, List<Screen> screens) {
        /** Without screens, as a node of an older version tells it. */
        public DomainState(String id, String name, String state, String reason, long startTime, List<String> graphics, long memory,
                int cpus) {
            this(id, name, state, reason, startTime, graphics, memory, cpus, List.of());
        }

        public DomainState {
            screens = Objects.requireNonNullElse(screens, List.of());
        }
    }

    /**
     * Where a graphics console listens.
     *
     * @param graphics {@code spice} or {@code vnc}
     * @param port −1 where there is none
     * @param tlsPort −1 where there is none
     * @param tlsSubject that the TLS certificate must have; empty without TLS
     */
    public record Screen(String graphics, String address, int port, int tlsPort, String tlsSubject) {}

    /**
     * Load of a host: percent of all its CPUs, bytes of memory in use, load average of a minute, bytes a second.
     *
     * @param swapTotal bytes
     * @param swapUsed bytes
     * @param shared bytes of guests' memory that KSM holds only once; 0 where it does not run
     * @param read bytes a second of its disks
     * @param write bytes a second of its disks
     */
    public record HostLoad(double cpu, long memoryUsed, double load1, double receive, double transmit, long swapTotal, long swapUsed,
            long shared, double read,
            double write) {
        /** Without swap, KSM and disks, as a node of an older version tells it. */
        public HostLoad(double cpu, long memoryUsed, double load1, double receive, double transmit) {
            this(cpu, memoryUsed, load1, receive, transmit, 0, 0, 0, 0, 0);
        }
    }

    /** Load of a guest: percent of its CPUs, bytes of memory in use, bytes a second. */
    public record DomainLoad(String id, double cpu, long memoryUsed, double receive, double transmit, double read, double write) {}

    /**
     * What a guest's agent said; {@code agent} false: it does not answer, and the rest is empty.
     *
     * @param timeZone its name, such as {@code CET}
     * @param offset minutes by which its local time is ahead of UTC
     * @param users names of those who are logged in, in order
     * @param fileSystems that are mounted, in the order of their places
     */
    public record GuestFacts(String id, boolean agent, String hostname, String os, List<String> addresses, String timeZone, int offset,
            List<String> users,
            List<FileSystem> fileSystems) {
        /** Name, system and addresses only, as a node of an older version tells it. */
        public GuestFacts(String id, boolean agent, String hostname, String os, List<String> addresses) {
            this(id, agent, hostname, os, addresses, "", 0, List.of(), List.of());
        }

        public GuestFacts {
            timeZone = Objects.requireNonNullElse(timeZone, "");
            users = Objects.requireNonNullElse(users, List.of());
            fileSystems = Objects.requireNonNullElse(fileSystems, List.of());
        }
    }

    /** A file system of a guest: where it is mounted, its type, and bytes; 0 where its agent does not tell them. */
    public record FileSystem(String path, String type, long total, long used) {}

    /**
     * Something that happened on the node, and that nobody asked it for, such as a hook that failed.
     *
     * @param time when, milliseconds since 1970
     * @param guest id of the guest that it is about; empty: the host
     * @param severity {@code normal}, {@code warning} or {@code error}
     * @param text a sentence or more
     */
    public record Note(long time, String guest, String severity, String text) {}

    /** Space of a storage domain in bytes; {@code trouble} is empty where all is well. */
    public record StorageFacts(String id, long total, long free, String trouble) {}
}
