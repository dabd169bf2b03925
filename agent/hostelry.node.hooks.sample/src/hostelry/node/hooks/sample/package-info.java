/**
 * A plug-in of a node, to be copied from: one hook as an OSGi service, built against {@code hostelry.node.api.hook} alone. It is in no product; a node has it when its
 * bundle is installed beside the others and started. Nothing that a node needs may come in.
 */
@NullMarked
package hostelry.node.hooks.sample;

import org.jspecify.annotations.NullMarked;
