/**
 * Speaks with machines that want to become hosts, before anybody trusts them. What they say of themselves is measured, clipped and shown; it decides nothing.
 *
 * <p>No verb may come in: who is let in, people and tokens decide, by the verbs of hostelry.engine.host.
 */
@NullMarked
package hostelry.engine.host.enrol;

import org.jspecify.annotations.NullMarked;
