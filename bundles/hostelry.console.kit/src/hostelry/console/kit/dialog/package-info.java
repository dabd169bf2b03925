/**
 * The few dialogs: forms, confirmations that name things, problems told in words.
 *
 * <p>A dialog opens because somebody clicked, never by itself, and never on another one.
 */
@NullMarked
package hostelry.console.kit.dialog;

import org.jspecify.annotations.NullMarked;
