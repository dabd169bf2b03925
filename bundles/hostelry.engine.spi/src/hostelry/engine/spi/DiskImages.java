package hostelry.engine.spi;

import hostelry.api.Problem;
import hostelry.model.Disk;
import hostelry.node.api.CopyFacts;
import hostelry.node.api.NodeFault;
import java.util.List;
import java.util.Set;

/**
 * Images of disks for verbs that make disks along with something else, such as a VM: engine.storage offers it. It places and makes images; the noun {@link Disk} is
 * put into the estate by the verb itself, together with what it belongs to.
 */
public interface DiskImages {
    /**
     * The disk as it would be made: with an id, a name, a format and a storage domain. Touches nothing. Where no domain fits, that is left empty, and {@link #check} says why.
     *
     * @param alias its name where {@code wanted} has none
     * @param hosts ids of the hosts of which one at least must reach it; empty: any
     */
    Disk plan(Disk wanted, String alias, Set<String> hosts);

    /** Every reason against a planned disk. */
    List<Problem> check(Disk planned);

    /** Every reason against copying these, all of them together. */
    List<Problem> checkCopies(List<Copy> copies);

    /** Begins to copy an image into that of a planned disk, or says how far that is: ask again with the same {@code key} until it is finished. {@link #delete} ends it. */
    CopyFacts copy(String key, Copy copy) throws NodeFault;

    /**
     * A disk that is to be a copy.
     *
     * @param planned by {@link #plan}, from the source
     */
    record Copy(Disk source, Disk planned) {}

    /** Id of the host that works on the image; empty where none does. */
    String host(Disk disk);

    /** Makes the image of a planned disk; one that is there already is a success. {@code key}: idempotency key. */
    void create(String key, Disk planned) throws NodeFault;

    /** Deletes the image; one that is not there is a success. */
    void delete(String key, Disk disk) throws NodeFault;
}
