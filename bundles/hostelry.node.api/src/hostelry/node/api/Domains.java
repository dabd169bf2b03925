package hostelry.node.api;

import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebService;

/**
 * The verbs of guests. Each is idempotent: done twice with the same key, or found already done, it succeeds without a second effect.
 *
 * <p>{@code key} is the idempotency key, a UUID of the engine's task; it also stands in the node's log.
 */
@WebService(targetNamespace = "urn:hostelry:node:1", name = "Domains")
public interface Domains {
    /**
     * Defines the domain anew from {@code spec} and starts it; or starts it as it is, where the specification says so: NOT_FOUND where the host does not know it. A domain of
     * that id that already runs is left alone.
     *
     * @throws NodeFault BAD_INPUT (a name, size or disk that the node refuses), NOT_FOUND (a disk that is not there), NO_MEMORY,
     *     CONFLICT (another domain has the name), UNAVAILABLE (libvirt does not answer), FAILED (libvirt or QEMU refused; detail in its words)
     */
    @WebMethod
    void start(@WebParam(name = "key") String key, @WebParam(name = "spec") DomainSpec spec) throws NodeFault;

    /** Asks the guest to shut down: through its agent where it answers, else by the ACPI power button. Returns once asked. */
    @WebMethod
    void shutdown(@WebParam(name = "key") String key, @WebParam(name = "id") String id) throws NodeFault;

    /** Pulls the plug. A domain that does not run, or is not there, is a success. */
    @WebMethod
    void stop(@WebParam(name = "key") String key, @WebParam(name = "id") String id) throws NodeFault;

    /** Forgets a domain that does not run; one that is not there is a success. Its disks stay. CONFLICT while it runs. */
    @WebMethod
    void remove(@WebParam(name = "key") String key, @WebParam(name = "id") String id) throws NodeFault;

    /**
     * Sets the password of the graphics console for one use within {@code seconds} (5 to 7,200); after that nobody gets in with it.
     * Viewers that are connected stay connected.
     *
     * @param graphics {@code spice} or {@code vnc}
     * @param password 8 characters for VNC, up to 60 for SPICE; never logged
     */
    @WebMethod
    Display ticket(
            @WebParam(name = "key") String key,
            @WebParam(name = "id") String id,
            @WebParam(name = "graphics") String graphics,
            @WebParam(name = "password") String password,
            @WebParam(name = "seconds") int seconds)
            throws NodeFault;

    /** Puts another disc into the drive of a running guest, or takes it out where {@code storage} is empty. */
    @WebMethod
    void changeCd(
            @WebParam(name = "key") String key,
            @WebParam(name = "id") String id,
            @WebParam(name = "storage") String storage,
            @WebParam(name = "disk") String disk)
            throws NodeFault;

    /** Lets a guest stand still: no CPU of it runs, and all else stays as it is. One that stands still is a success; CONFLICT where it is off. */
    @WebMethod
    void pause(@WebParam(name = "key") String key, @WebParam(name = "id") String id) throws NodeFault;

    /** Lets a paused guest go on. One that runs is a success; CONFLICT where it is off. */
    @WebMethod
    void resume(@WebParam(name = "key") String key, @WebParam(name = "id") String id) throws NodeFault;

    /**
     * Writes the guest's memory to a disk of this host and ends the guest: reported as {@code off}, {@code saved}. The next start goes on from there, whatever its
     * specification says. Takes as long as that disk does. One that is saved already is a success; CONFLICT where it is off otherwise.
     */
    @WebMethod
    void suspend(@WebParam(name = "key") String key, @WebParam(name = "id") String id) throws NodeFault;

    /** Throws away the memory that {@link #suspend} wrote: the next start boots. Nothing there is a success. */
    @WebMethod
    void discard(@WebParam(name = "key") String key, @WebParam(name = "id") String id) throws NodeFault;

    /** Asks the guest to boot anew: through its agent where it answers, else by the ACPI power button. Returns once asked. CONFLICT where it does not run. */
    @WebMethod
    void reboot(@WebParam(name = "key") String key, @WebParam(name = "id") String id) throws NodeFault;

    /** Presses the reset button. CONFLICT where it does not run. */
    @WebMethod
    void reset(@WebParam(name = "key") String key, @WebParam(name = "id") String id) throws NodeFault;

    /** What this node is at with the guest: so that long work is waited for as long as it lasts, and a call that was given up is not taken for its end. */
    @WebMethod
    DomainWork work(@WebParam(name = "id") String id) throws NodeFault;

    /** Breaks off the writing of a guest's memory: the guest goes on, and {@link #suspend} fails. Where nothing is written it is a success. */
    @WebMethod
    void breakOff(@WebParam(name = "id") String id) throws NodeFault;

    /**
     * Puts a disk into a running guest. One that is there already is a success; CONFLICT where the guest does not run, or has no free slot for it.
     *
     * @param drive on {@code virtio} or {@code virtio-scsi}: others can't be plugged in while a guest runs (BAD_INPUT)
     */
    @WebMethod
    void plugDrive(@WebParam(name = "key") String key, @WebParam(name = "id") String id, @WebParam(name = "drive") DomainSpec.Drive drive)
            throws NodeFault;

    /**
     * Takes a disk out of a running guest; done when the guest has let go of it. One that is not there, and a guest that does not run, are a success. CONFLICT
     * where the guest does not let go within 15 s, because it uses the disk or listens to nobody.
     */
    @WebMethod
    void unplugDrive(@WebParam(name = "key") String key, @WebParam(name = "id") String id, @WebParam(name = "storage") String storage,
            @WebParam(name = "disk") String disk) throws NodeFault;

    /** Puts a network card into a running guest. One of that address that is there already is a success; CONFLICT as with {@link #plugDrive}. */
    @WebMethod
    void plugCard(@WebParam(name = "key") String key, @WebParam(name = "id") String id, @WebParam(name = "card") DomainSpec.Card card)
            throws NodeFault;

    /** Gives the card of that address in a running guest another network and another state of its link. NOT_FOUND where the guest has none; CONFLICT where it does not run. */
    @WebMethod
    void changeCard(@WebParam(name = "key") String key, @WebParam(name = "id") String id, @WebParam(name = "card") DomainSpec.Card card)
            throws NodeFault;

    /** Takes the card of that address out of a running guest, as {@link #unplugDrive} does with a disk. */
    @WebMethod
    void unplugCard(@WebParam(name = "key") String key, @WebParam(name = "id") String id, @WebParam(name = "mac") String mac)
            throws NodeFault;

    /**
     * Gives a running guest so many CPUs: what it lacks is plugged in, what it has too many is taken out. One that has them is a success; CONFLICT where the guest does not
     * run, was started without room for so many, was started with those that are to go (only what was plugged in can go), or does not let go of them.
     *
     * @param cpus in all, 1 to 1,024
     */
    @WebMethod
    void setCpus(@WebParam(name = "key") String key, @WebParam(name = "id") String id, @WebParam(name = "cpus") int cpus) throws NodeFault;

    /**
     * Gives a running guest so much memory: what it lacks is plugged in as one piece, and what it has too much is taken out where that is one of the pieces or several of
     * them. One that has it is a success; CONFLICT as with {@link #setCpus}, and where it has no slot left.
     *
     * @param memory bytes in all
     */
    @WebMethod
    void setMemory(@WebParam(name = "key") String key, @WebParam(name = "id") String id, @WebParam(name = "memory") long memory)
            throws NodeFault;
}
