/**
 * Domain XML, written and read by pure functions with golden files.
 *
 * <p>In: what a guest shall be and where on this host its parts are. Out: text for libvirt, and the other way round what we want to know of any
 * domain, whoever defined it. No file, no network and no libvirt may come in.
 */
@NullMarked
package hostelry.node.libvirt.xml;

import org.jspecify.annotations.NullMarked;
