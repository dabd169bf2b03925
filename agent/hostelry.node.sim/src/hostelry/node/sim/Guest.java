package hostelry.node.sim;

import hostelry.node.api.DomainSpec;
import hostelry.node.api.Report.DomainState;
import hostelry.node.api.Report.FileSystem;
import hostelry.node.api.Report.GuestFacts;
import hostelry.node.api.Report.Screen;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A guest as its host has it. Guarded by the host's lock. */
final class Guest {
    /** Bytes of the file system that each shows. */
    private static final long DISK = 10L << 30;

    enum State {
        OFF("off"), LAUNCHING("off"), RUNNING("running"), PAUSED("paused"), CRASHED("crashed");

        private final String word;

        State(String word) {
            this.word = word;
        }
    }

    final String id;
    DomainSpec spec;
    GuestLoad load;
    State state = State.OFF;
    String reason = "";
    long startTime;
    /** Counts starts: an event that was planned in an earlier life must not touch this one. */
    int life;
    boolean agent;
    boolean leaving;
    /** Nobody is logged in any more. */
    boolean loggedOut;
    /** Its memory is on the host's disk. */
    boolean saved;
    int port = -1;
    /** Who listens at its serial line; null: nobody. */
    @Nullable
    SimLine line;
    /** As it runs, with what was plugged in since its start; 0: as specified. */
    int cpus;
    long memory;

    Guest(DomainSpec spec, GuestLoad load) {
        this.id = spec.id;
        this.spec = spec;
        this.load = load;
    }

    /** Its memory is taken. */
    boolean alive() {
        return state == State.RUNNING || state == State.PAUSED || state == State.LAUNCHING;
    }

    /** It is not here any more. */
    void hangUp(String why) {
        if (line != null) {
            line.end(why);
            line = null;
        }
    }

    /** QEMU runs, even if the guest stands still. */
    boolean running() {
        return state == State.RUNNING || state == State.PAUSED;
    }

    /** @param address of its host */
    DomainState report(String address) {
        return new DomainState(id, spec.name, state.word, reason, running() ? startTime : 0, List.copyOf(spec.graphics), memory(),
                cpus(), running() ? screens(address) : List.of());
    }

    private List<Screen> screens(String address) {
        return spec.graphics.stream().map(graphics -> new Screen(graphics, address, port + spec.graphics.indexOf(graphics), -1, ""))
                .toList();
    }

    int cpus() {
        return cpus > 0 ? cpus : bornCpus();
    }

    /** Those that it was started with. */
    int bornCpus() {
        return spec.sockets * spec.cores * spec.threads;
    }

    long memory() {
        return memory > 0 ? memory : spec.memory;
    }

    GuestFacts facts() {
        if (!agent) {
            return new GuestFacts(id, false, "", "", List.of());
        }
        int hash = id.hashCode();
        String address = "10." + (hash >>> 24 & 0x7F) + "." + (hash >>> 12 & 0xFF) + "." + (1 + (hash & 0xFF) % 254);
        return new GuestFacts(id, true, spec.name.toLowerCase(Locale.ROOT), "Debian GNU/Linux 12 (bookworm)", List.of(address), "UTC", 0,
                loggedOut ? List.of() : List.of("admin"),
                List.of(new FileSystem("/", "ext4", DISK, DISK / 3), new FileSystem("/boot/efi", "vfat", 1L << 29, 6L << 20)));
    }

    boolean uses(String storage, String disk) {
        return spec.drives.stream().anyMatch(drive -> drive.storage.equals(storage) && drive.disk.equals(disk))
                || storage.equals(spec.cdStorage) && disk.equals(spec.cdDisk);
    }

    boolean uses(String storage) {
        return spec.drives.stream().anyMatch(drive -> drive.storage.equals(storage)) || storage.equals(spec.cdStorage);
    }
}
