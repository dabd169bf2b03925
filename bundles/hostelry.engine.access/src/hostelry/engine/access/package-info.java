/**
 * Who may come in, and who may do what: logins, sessions, the realm {@code internal}, and the authority that every verb and read asks.
 *
 * <p>No password, token or hash may go out, into a log, an event or an exception. No verb on the estate may come in.
 *
 * <pre>{@code
 * Session session = access.login("admin@internal", password);
 * authority.holds(session.caller(), "RUN_VM", vm);
 * }</pre>
 */
@NullMarked
package hostelry.engine.access;

import org.jspecify.annotations.NullMarked;
