/**
 * What nodes tell of their hardware, on its way into the inventory and out of it: both who enrols hosts and who watches them write it, in one manner.
 *
 * <p>Only features of hosts may come in. Who asks a node, and who may see the answer, is decided elsewhere.
 */
@NullMarked
package hostelry.engine.spi.hardware;

import org.jspecify.annotations.NullMarked;
