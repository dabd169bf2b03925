package hostelry.node.libvirt.disks;

import hostelry.node.api.NodeFault;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Who uses a file. */
public interface InUse {
    /** The name of a running guest that has this file, or one below this folder; null where none has. */
    @Nullable
    String by(Path file) throws NodeFault;
}
