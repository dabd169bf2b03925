/**
 * Who may what, in the window: users, groups, roles with their permits, and the permissions on every object.
 *
 * <p>No other room may come in. No password stays in a field longer than its dialog.
 */
@NullMarked
package hostelry.console.access;

import org.jspecify.annotations.NullMarked;
