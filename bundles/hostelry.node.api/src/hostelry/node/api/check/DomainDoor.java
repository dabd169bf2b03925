package hostelry.node.api.check;

import hostelry.node.api.Display;
import hostelry.node.api.DomainSpec;
import hostelry.node.api.DomainWork;
import hostelry.node.api.Domains;
import hostelry.node.api.NodeFault;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The door before the verbs of guests. */
final class DomainDoor implements Domains {
    private static final long MIB = 1L << 20;
    private static final long MOST_MEMORY = 1L << 46;
    private static final int MOST_CPUS = 1024;
    private static final int DESCRIPTION = 4096;
    private static final List<String> BOOT = List.of("hd", "cdrom", "network");
    private static final Pattern VNC_PASSWORD = Pattern.compile("[\\x21-\\x7e]{1,8}");
    private static final Pattern SPICE_PASSWORD = Pattern.compile("[\\x21-\\x7e]{1,60}");
    private static final int LEAST_SECONDS = 5;
    private static final int MOST_SECONDS = 7200;

    private static final List<String> BOARDS = List.of("q35", "pc");
    private static final List<String> FIRMWARES = List.of("bios", "uefi", "uefi-secure");
    private static final Pattern MACHINE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Pattern CPU = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}(,[+-][a-z0-9][a-z0-9._-]{0,63}){0,32}");
    private static final Pattern SERIAL = Pattern.compile("[\\x21-\\x7e]{1,64}");
    /** No zone of the world is further from UTC. */
    private static final int MOST_CLOCK = 18 * 3600;
    private static final int MOST_IO_THREADS = 16;

    private final Domains node;

    DomainDoor(Domains node) {
        this.node = node;
    }

    @Override
    public void start(String key, DomainSpec spec) throws NodeFault {
        key(key);
        check(spec);
        node.start(key, spec);
    }

    @Override
    public void shutdown(String key, String id) throws NodeFault {
        key(key);
        id(id);
        node.shutdown(key, id);
    }

    @Override
    public void stop(String key, String id) throws NodeFault {
        key(key);
        id(id);
        node.stop(key, id);
    }

    @Override
    public void remove(String key, String id) throws NodeFault {
        key(key);
        id(id);
        node.remove(key, id);
    }

    @Override
    public Display ticket(String key, String id, String graphics, String password, int seconds) throws NodeFault {
        key(key);
        id(id);
        Words.oneOf("The kind of graphics", graphics, Words.GRAPHICS);
        boolean vnc = graphics.equals("vnc");
        if (password == null || !(vnc ? VNC_PASSWORD : SPICE_PASSWORD).matcher(password).matches()) {
            throw Words.bad("The password of a console has 1 to " + (vnc ? 8 : 60) + " visible ASCII characters.");
        }
        Words.between("The life of a ticket in seconds", seconds, LEAST_SECONDS, MOST_SECONDS);
        return node.ticket(key, id, graphics, password, seconds);
    }

    @Override
    public void changeCd(String key, String id, String storage, String disk) throws NodeFault {
        key(key);
        id(id);
        if (storage == null || !storage.isEmpty()) {
            Words.uuid("The id of a storage domain", storage);
            Words.uuid("The id of a disc", disk);
        }
        node.changeCd(key, id, storage, disk);
    }

    static void key(@Nullable String key) throws NodeFault {
        Words.uuid("The key of a call", key);
    }

    static void id(@Nullable String id) throws NodeFault {
        Words.uuid("The id of a guest", id);
    }

    static void check(@Nullable DomainSpec spec) throws NodeFault {
        if (spec == null) {
            throw Words.bad("The guest is missing.");
        }
        id(spec.id);
        if (spec.asDefined) {
            return; // nothing of the rest is used
        }
        Words.name("The name of a guest", spec.name);
        Words.text("The description of a guest", spec.description, DESCRIPTION);
        Words.between("The memory of a guest in bytes", spec.memory, MIB, MOST_MEMORY);
        Words.between("The number of sockets", spec.sockets, 1, MOST_CPUS);
        Words.between("The number of cores of a socket", spec.cores, 1, MOST_CPUS);
        Words.between("The number of threads of a core", spec.threads, 1, MOST_CPUS);
        Words.between("The number of CPUs in all", (long) spec.sockets * spec.cores * spec.threads, 1, MOST_CPUS);
        Words.between("The number of CPUs that a guest may have at most", (long) spec.socketsMax * spec.cores * spec.threads, 0, MOST_CPUS);
        Words.distinct("The boot order", spec.boot, BOOT);
        Words.distinct("The list of graphics", spec.graphics, Words.GRAPHICS);
        board(spec);
        PartDoor.drives(spec.drives);
        PartDoor.cards(spec.cards);
        PartDoor.properties(spec.properties);
        SeedDoor.check(spec.seed);
        if (spec.cdStorage != null || spec.cdDisk != null) {
            Words.uuid("The id of a storage domain", spec.cdStorage);
            Words.uuid("The id of a disc", spec.cdDisk);
        }
    }

    private static void board(DomainSpec spec) throws NodeFault {
        Words.oneOf("The board of a guest", spec.board, BOARDS);
        Words.oneOf("The firmware of a guest", spec.firmware, FIRMWARES);
        if (spec.board.equals("pc") && !spec.firmware.equals("bios")) {
            throw Words.bad("The board pc has a BIOS only.");
        }
        if (spec.machine != null && !MACHINE.matcher(spec.machine).matches()) {
            throw Words.bad(
                    "The version of a board has 1 to 64 of a-z, digits, '.', '_' and '-', and is not " + Words.quoted(spec.machine) + ".");
        }
        if (spec.cpu != null && !CPU.matcher(spec.cpu).matches()) {
            throw Words.bad("The CPU of a guest is a model of libvirt, and not " + Words.quoted(spec.cpu) + ".");
        }
        if (spec.serial != null && !SERIAL.matcher(spec.serial).matches()) {
            throw Words.bad("The serial number of a guest has 1 to 64 visible ASCII characters.");
        }
        Words.between("The seconds of a guest's clock ahead of UTC", spec.clock, -MOST_CLOCK, MOST_CLOCK);
        Words.between("The number of threads for drives", spec.ioThreads, 0, MOST_IO_THREADS);
        DeviceDoor.check(spec);
    }

    @Override
    public void pause(String key, String id) throws NodeFault {
        key(key);
        id(id);
        node.pause(key, id);
    }

    @Override
    public void resume(String key, String id) throws NodeFault {
        key(key);
        id(id);
        node.resume(key, id);
    }

    @Override
    public void suspend(String key, String id) throws NodeFault {
        key(key);
        id(id);
        node.suspend(key, id);
    }

    @Override
    public void discard(String key, String id) throws NodeFault {
        key(key);
        id(id);
        node.discard(key, id);
    }

    @Override
    public void reboot(String key, String id) throws NodeFault {
        key(key);
        id(id);
        node.reboot(key, id);
    }

    @Override
    public void reset(String key, String id) throws NodeFault {
        key(key);
        id(id);
        node.reset(key, id);
    }

    @Override
    public DomainWork work(String id) throws NodeFault {
        id(id);
        return node.work(id);
    }

    @Override
    public void breakOff(String id) throws NodeFault {
        id(id);
        node.breakOff(id);
    }

    @Override
    public void plugDrive(String key, String id, DomainSpec.Drive drive) throws NodeFault {
        key(key);
        id(id);
        PartDoor.pluggable(drive);
        node.plugDrive(key, id, drive);
    }

    @Override
    public void unplugDrive(String key, String id, String storage, String disk) throws NodeFault {
        key(key);
        id(id);
        Words.uuid("The id of a storage domain", storage);
        Words.uuid("The id of a disk", disk);
        node.unplugDrive(key, id, storage, disk);
    }

    @Override
    public void plugCard(String key, String id, DomainSpec.Card card) throws NodeFault {
        key(key);
        id(id);
        PartDoor.card(card);
        node.plugCard(key, id, card);
    }

    @Override
    public void changeCard(String key, String id, DomainSpec.Card card) throws NodeFault {
        key(key);
        id(id);
        PartDoor.card(card);
        node.changeCard(key, id, card);
    }

    @Override
    public void unplugCard(String key, String id, String mac) throws NodeFault {
        key(key);
        id(id);
        PartDoor.mac(mac);
        node.unplugCard(key, id, mac);
    }

    @Override
    public void setCpus(String key, String id, int cpus) throws NodeFault {
        key(key);
        id(id);
        Words.between("The number of CPUs in all", cpus, 1, MOST_CPUS);
        node.setCpus(key, id, cpus);
    }

    @Override
    public void setMemory(String key, String id, long memory) throws NodeFault {
        key(key);
        id(id);
        Words.between("The memory of a guest in bytes", memory, MIB, MOST_MEMORY);
        node.setMemory(key, id, memory);
    }
}
