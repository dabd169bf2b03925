package hostelry.api;

import hostelry.model.NetworkAttachment;
import java.util.List;
import java.util.Set;

/**
 * A change of the networks that a host is to have. Applied as a whole; what it does not name stays wanted as it was, and what the host has lost of that comes back.
 *
 * @param modified networks that are new there or become others, told by their network; device, addresses
 * @param removed ids of attachments, or of their networks
 * @param bonds that networks of this host stand on, new or changed
 * @param check whether the host takes it back unless the engine confirms it
 * @param seconds for that, 5 to 600
 */
public record NetworkSetup(List<NetworkAttachment> modified, Set<String> removed, List<Bond> bonds, boolean check, int seconds) {
    /** As oVirt has it. */
    public static final int USUAL_SECONDS = 120;

    /** Changes nothing that is wanted, and brings back what the host has lost of it. */
    public static NetworkSetup sync() {
        return new NetworkSetup(List.of(), Set.of(), List.of(), true, USUAL_SECONDS);
    }

    /** @param mode 1 active-backup, 4 802.3ad */
    public record Bond(String name, List<String> parts, int mode) {}
}
