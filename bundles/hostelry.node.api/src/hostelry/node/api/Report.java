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
     */
    public record DomainState(String id, String name, String state, String reason, long startTime, List<String> graphics, long memory,
            int cpus) {}

    /** Load of a host: percent of all its CPUs, bytes of memory in use, load average of a minute, bytes a second. */
    public record HostLoad(double cpu, long memoryUsed, double load1, double receive, double transmit) {}

    /** Load of a guest: percent of its CPUs, bytes of memory in use, bytes a second. */
    public record DomainLoad(String id, double cpu, long memoryUsed, double receive, double transmit, double read, double write) {}

    /** What a guest's agent said; {@code agent} false: it does not answer, and the rest is empty. */
    public record GuestFacts(String id, boolean agent, String hostname, String os, List<String> addresses) {}

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
