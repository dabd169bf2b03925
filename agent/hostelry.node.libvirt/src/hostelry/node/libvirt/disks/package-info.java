/**
 * Disk images in folders of this host: made, filled, looked into, deleted.
 *
 * <p>Files are named by the UUID of their disk and nothing else, and no symbolic link is followed. What format a file has is written down
 * when it is made and never guessed. No libvirt may come in; who uses a disk is told by a port.
 */
@NullMarked
package hostelry.node.libvirt.disks;

import org.jspecify.annotations.NullMarked;
