/**
 * What the networks of a host are to be, while somebody thinks about it: drags are functions from one sheet to the next, with a way back.
 *
 * <p>Pure: no widgets, no engine and no time may come in.
 */
@NullMarked
package hostelry.console.host.plan;

import org.jspecify.annotations.NullMarked;
