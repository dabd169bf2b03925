/**
 * The hooks of this host: scripts in folders as VDSM has them, and services of plug-ins, in one order. It knows nothing of libvirt and of no other part of the node;
 * whoever runs guests asks it at each point.
 */
@NullMarked
package hostelry.node.hooks;

import org.jspecify.annotations.NullMarked;
