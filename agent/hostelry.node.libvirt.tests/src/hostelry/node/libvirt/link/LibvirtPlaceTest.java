package hostelry.node.libvirt.link;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibvirtPlaceTest {
    /** Somebody may start a libvirt in the place where ours would be, with settings of their own, and name it: nobody knows whether it has TLS for consoles. */
    @Test
    void onlyALibvirtOfOurOwnIsKnownToHaveTlsForConsoles(@TempDir Path home) {
        PrivateDaemon daemon = new PrivateDaemon(home, "4c4c4544-0051-3010-8052-000000000001");
        try (LibvirtPlace own = new LibvirtPlace(Optional.empty(), daemon, true);
                LibvirtPlace named = new LibvirtPlace(Optional.of(daemon.uri()), daemon, true)) {
            assertTrue(own.consolesWithTls(daemon.uri()));
            assertFalse(named.consolesWithTls(daemon.uri()));
            assertFalse(own.consolesWithTls(LibvirtPlace.SESSION));
        }
    }
}
