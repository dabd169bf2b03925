package hostelry.node.api.check;

import hostelry.node.api.DomainSpec;
import hostelry.node.api.NodeFault;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The door before a disc for cloud-init: texts of a size that a guest reads at a sitting. What they say is between the engine and the guest. */
final class SeedDoor {
    private static final int KIB = 1024;
    private static final int META_DATA = 16 * KIB;
    private static final int USER_DATA = 256 * KIB;
    private static final int NETWORK_CONFIG = 64 * KIB;

    private SeedDoor() {}

    static void check(DomainSpec.@Nullable Seed seed) throws NodeFault {
        if (seed == null) {
            return;
        }
        text("meta-data", seed.metaData, META_DATA);
        text("user-data", seed.userData, USER_DATA);
        if (seed.networkConfig != null) {
            text("network-config", seed.networkConfig, NETWORK_CONFIG);
        }
    }

    /** The text itself stands in no sentence: it may hold a secret. */
    private static void text(String file, @Nullable String text, int most) throws NodeFault {
        if (text == null) {
            throw Words.bad("The file " + file + " for cloud-init is missing.");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > most) {
            throw Words.bad("The file " + file + " for cloud-init has at most " + most / KIB + " KiB.");
        }
        if (text.chars().anyMatch(one -> Character.isISOControl(one) && one != '\n' && one != '\t')) {
            throw Words.bad("The file " + file + " for cloud-init is a text without control characters.");
        }
    }
}
