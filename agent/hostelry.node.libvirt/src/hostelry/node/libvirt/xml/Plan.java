package hostelry.node.libvirt.xml;

import hostelry.node.api.DomainSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a guest shall be, and where on this host its parts are.
 *
 * @param kvm false: QEMU's own emulation
 * @param drives in the order of {@code spec.drives}
 * @param cd the disc in the drive, null for none
 * @param kernel what is started instead of what the disks would boot
 * @param plugs in the order of {@code spec.cards}
 * @param serialLog what the guest says on its serial line
 * @param listen address of its graphics
 * @param passwords by kind of graphics; nobody knows them: a ticket puts another in their place
 * @param seed the disc for cloud-init, null for none
 * @param secure SPICE speaks TLS, and nothing else
 */
public record Plan(DomainSpec spec, boolean kvm, List<Image> drives, @Nullable Image cd, Kernel kernel, List<Plug> plugs, Path serialLog,
        String listen,
        Map<String, String> passwords, @Nullable Path seed, boolean secure) {

    /** With a plain port. */
    public Plan(DomainSpec spec, boolean kvm, List<Image> drives, @Nullable Image cd, Kernel kernel, List<Plug> plugs, Path serialLog,
            String listen, Map<String, String> passwords, @Nullable Path seed) {
        this(spec, kvm, drives, cd, kernel, plugs, serialLog, listen, passwords, seed, false);
    }

    /**
     * A file that holds a disk.
     *
     * @param direct whether its file system can do without the page cache
     */
    public record Image(Path file, boolean direct) {}

    /** A kernel and its first file system, each null for none. */
    public record Kernel(@Nullable Path image, @Nullable Path initrd) {
        public static final Kernel NONE = new Kernel(null, null);
    }
}
