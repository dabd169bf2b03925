package hostelry.node.libvirt.guests;

import hostelry.pki.TlsFolder;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * How consoles of this host speak TLS. Where libvirt offers it and the host has a certificate, SPICE opens no other port: what is typed and seen passes networks, and a
 * viewer that finds a plain port takes it.
 */
public final class ConsoleTls {
    private final Path folder;
    private final BooleanSupplier offered;

    /**
     * @param folder with the certificates that QEMU shows
     * @param offered whether libvirt is set up for it ({@code spice_tls} in qemu.conf); where it is not, libvirt refuses a guest that wants it
     */
    public ConsoleTls(Path folder, BooleanSupplier offered) {
        this.folder = folder;
        this.offered = offered;
    }

    /** Of the certificate that is shown; empty: none. */
    String subject() {
        return TlsFolder.subject(folder);
    }

    /** Of the one that has signed it, as PEM text; empty: none. */
    String authority() {
        return TlsFolder.authority(folder);
    }

    /** SPICE of a guest that is started now speaks TLS, and nothing else. */
    boolean only() {
        return offered.getAsBoolean() && !subject().isEmpty();
    }
}
