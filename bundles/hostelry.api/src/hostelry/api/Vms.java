package hostelry.api;

import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.GraphicsType;
import hostelry.model.Nic;
import hostelry.model.Vm;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.ENamedElement;
import org.jspecify.annotations.Nullable;

/** The verbs of virtual machines. Each throws {@link Refusal} at once where it may not be, and otherwise goes on as a job. */
public interface Vms {
    /** Would {@link #add} be accepted? Names every field that is wrong. */
    Verdict check(Caller caller, NewVm request);

    /** Defines a machine with its disks and NICs, as one act: all of it or nothing. It is down then. */
    Act<Vm> add(Caller caller, NewVm request);

    /**
     * Makes a machine like one that is down, with copies of its disks and new addresses for its NICs. It is {@code image_locked} while they are copied, and so is the first one.
     *
     * @param wanted its name, and its description and comment where they are to be others
     */
    Act<Vm> clone(Caller caller, String vm, Vm wanted);

    /**
     * Changes the definition. While it runs, what its guest does not see changes at once; sockets of CPUs and pieces of memory are plugged in and out as far as it was started
     * with room for them; all else waits for its next start ({@code nextRun} of the machine). Rehearsed, the verdict's {@code waiting} says which and why.
     */
    Act<Vm> update(Caller caller, String vm, Patch<Vm> patch);

    /** The same, but nothing changes at once while it runs. */
    Act<Vm> updateNextRun(Caller caller, String vm, Patch<Vm> patch);

    /** Forgets what waits for its next start: it stays as it runs. */
    Act<Vm> discardNextRun(Caller caller, String vm);

    /**
     * Takes over a machine that somebody made on a host with other tools ({@code origin} is {@code external}): from now on it is started, suspended and protected like the
     * others, on its host and as that host defines it ({@code adopted}). Its guest is not touched.
     */
    Act<Vm> adopt(Caller caller, String vm);

    /** Forgets a machine that is down. */
    Act<Void> remove(Caller caller, String vm, boolean withDisks);

    /** Runs it on a host that fits, or lets it go on where it is paused or suspended. Done when the host has it running; the guest then boots ({@code powering_up}, {@code up}). */
    Act<Vm> start(Caller caller, String vm);

    /**
     * Runs one that is down with other values for this start alone: what is written of it stays as it is.
     *
     * @param once of {@code bootDevices}, {@code cdrom}, {@code startPaused}, {@code kernel}, {@code initrd}, {@code kernelArguments}, {@code customProperties},
     *     {@code placementHosts}; others are refused unless they are as they are
     */
    Act<Vm> runOnce(Caller caller, String vm, Patch<Vm> once);

    /** Asks the guest to shut down; done when it is down, or fails in a sentence when the guest does not react within 120 s. */
    Act<Vm> shutdown(Caller caller, String vm);

    /** Pulls the plug. */
    Act<Vm> stop(Caller caller, String vm);

    /** Asks the guest to boot anew; done when it was asked. */
    Act<Vm> reboot(Caller caller, String vm);

    /** Presses the reset button. */
    Act<Vm> reset(Caller caller, String vm);

    /** Lets the guest stand still where it is: its memory and its devices stay, and {@link #start} lets it go on. */
    Act<Vm> pause(Caller caller, String vm);

    /** Writes the guest's memory to its host and ends it; {@link #start} goes on from there, on that host. {@link #stop} throws the memory away. */
    Act<Vm> suspend(Caller caller, String vm);

    /** Moves a machine that runs to another host of its cluster; rehearsed, it says of each host what speaks against it. Done when it runs there. To cancel it, cancel its job: it stays where it was. */
    Act<Vm> migrate(Caller caller, String vm, MigrationWish wish);

    /** A one-time ticket for the graphics console, valid for {@code seconds} (5 to 7,200; 120 is usual). */
    Act<ConsoleTicket> ticket(Caller caller, String vm, @Nullable GraphicsType graphics, int seconds);

    /** Adds a new disk, or one that exists where {@code disk} carries an id. A guest that runs gets it at once, by virtio or virtio_scsi. */
    Act<DiskAttachment> attachDisk(Caller caller, String vm, NewDisk disk);

    /** Changes how a machine has a disk: bootable, interface and read-only while it is down; {@code active}, whether the guest has it, while it runs as well. */
    Act<DiskAttachment> updateDisk(Caller caller, String vm, String disk, Patch<DiskAttachment> patch);

    /** Takes a disk from a machine. A guest that runs must let go of it: where it does not, nothing is changed. */
    Act<Void> detachDisk(Caller caller, String vm, String disk, boolean delete);

    /** Adds a NIC; a guest that runs gets it at once. */
    Act<Nic> addNic(Caller caller, String vm, Nic nic);

    /** Changes a NIC; while the guest has it, not its address and its interface. {@code plugged}: whether the guest has it. */
    Act<Nic> updateNic(Caller caller, String vm, String nic, Patch<Nic> patch);

    /** Takes a NIC from a machine, as {@link #detachDisk} does with a disk. */
    Act<Void> removeNic(Caller caller, String vm, String nic);

    /** Puts a disc (id of a disk with ISO content) into the drive, or takes it out; at once where it runs, and for the next start. */
    Act<Vm> changeCd(Caller caller, String vm, @Nullable String disc);

    /**
     * How a machine is to move.
     *
     * @param host id of the host that is to take it; null: the one that fits best
     * @param policy one of {@link #POLICIES}: what is done about a guest that writes faster than the network carries (contract §4)
     * @param bandwidth MiB a second at most; 0: as fast as it goes
     * @param encrypted what is sent can be read by nobody on the way
     */
    record MigrationWish(@Nullable String host, String policy, long bandwidth, boolean encrypted) {
        /** It stands still for half a second at most, or stays. */
        public static final String MINIMAL_DOWNTIME = "minimal-downtime";
        /** It goes on at the other end, and the rest of its memory follows; if a host dies then, so does the guest. */
        public static final String POST_COPY = "post-copy";
        /** It may stand still for five seconds. */
        public static final String SUSPEND = "suspend";
        public static final List<String> POLICIES = List.of(MINIMAL_DOWNTIME, POST_COPY, SUSPEND);
        public static final long MOST_BANDWIDTH = 1L << 20;

        public static MigrationWish usual() {
            return new MigrationWish(null, MINIMAL_DOWNTIME, 0, true);
        }
    }

    /**
     * A machine to be: name, memory, cluster and so on in {@code vm} (cluster by id; empty: the template's, or the only one). A NIC with an empty vnicProfile is not plugged in; no
     * NICs and no disks are fine. What is not said comes from the template: hardware, copies of its disks, and its NICs (one of the same name stands for it) with new addresses.
     *
     * @param said names of the features of {@code vm} that count; the others come from the template
     */
    record NewVm(Vm vm, List<NewDisk> disks, List<Nic> nics, Set<String> said) {
        public NewVm {
            disks = List.copyOf(disks);
            nics = List.copyOf(nics);
            said = Set.copyOf(said);
        }

        /** Says what is set in {@code vm}. */
        public NewVm(Vm vm, List<NewDisk> disks, List<Nic> nics) {
            this(vm, disks, nics, vm.eClass().getEAllStructuralFeatures().stream().filter(vm::eIsSet).map(ENamedElement::getName)
                    .collect(Collectors.toSet()));
        }
    }

    /** A disk (with an id: one that exists) and how the machine has it. An empty storage domain means the active data domain with most space. */
    record NewDisk(Disk disk, DiskAttachment attachment) {}

    /**
     * What opens a console. {@code value} is the secret; it is told once, here, and never logged or shown again.
     *
     * @param port 0 or less: the console speaks TLS only
     * @param tlsPort 0 or less: it speaks no TLS
     * @param tlsSubject of the certificate that it shows
     * @param tlsAuthority certificate of the authority that has signed that, as PEM text
     * @param seconds that it counts
     */
    record ConsoleTicket(GraphicsType graphics, String address, int port, int tlsPort, @Nullable String tlsSubject,
            @Nullable String tlsAuthority, String value, int seconds) {
        /** Of a console whose authority is not told. */
        public ConsoleTicket(GraphicsType graphics, String address, int port, int tlsPort, @Nullable String tlsSubject, String value,
                int seconds) {
            this(graphics, address, port, tlsPort, tlsSubject, null, value, seconds);
        }
    }
}
