/**
 * A terminal: what a guest says on its serial line as text on a screen, and keys as what a line expects. The screen and the reader of escape sequences are pure and know no
 * widget; one class draws them. What is at the other end of the line is not known here.
 */
@NullMarked
package hostelry.console.kit.terminal;

import org.jspecify.annotations.NullMarked;
