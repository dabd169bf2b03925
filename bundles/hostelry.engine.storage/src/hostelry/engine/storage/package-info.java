/**
 * The verbs of storage domains, disks and image transfers; and what storage does by itself: a new host gets its local domains, a host that comes back gets them
 * connected, a transfer that nobody moves is paused.
 *
 * <p>No path below a storage domain and no image format tool may come in: nodes know where images are. No machine is changed here, only asked whether it uses a disk.
 */
@NullMarked
package hostelry.engine.storage;

import org.jspecify.annotations.NullMarked;
