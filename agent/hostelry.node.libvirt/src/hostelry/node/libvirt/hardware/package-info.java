/**
 * What this host is built of: read from the kernel's files and from libvirt's documents of its devices, and never guessed.
 *
 * <p>The readers of documents are pure, with golden files of machines beside their tests. Nothing that changes within minutes may come in: loads belong to {@code facts}.
 */
@NullMarked
package hostelry.node.libvirt.hardware;

import org.jspecify.annotations.NullMarked;
