/**
 * How a machine becomes a host: it makes a key, looks whether the engine is the right one, asks, waits until somebody has decided, and takes its certificate.
 *
 * <p>This is the one thing for which a node calls the engine; from then on the engine calls (decision 3). No secret may be printed, and nothing is believed before the
 * fingerprint was compared.
 */
@NullMarked
package hostelry.node.web.enrol;

import org.jspecify.annotations.NullMarked;
