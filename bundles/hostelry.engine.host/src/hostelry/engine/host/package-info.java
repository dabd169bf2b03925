/**
 * The verbs of data centers, clusters and hosts: where machines live, and what is in service.
 *
 * <p>No guest's own rules may come in; a host's verbs only ask which guests it has. What a host says of itself is seen by engine.watch, not here.
 */
@NullMarked
package hostelry.engine.host;

import org.jspecify.annotations.NullMarked;
