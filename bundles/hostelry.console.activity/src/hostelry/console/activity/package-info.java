/**
 * What goes on: tasks and events, in the strip below and on the pages of what they are about.
 *
 * <p>No other room may come in.
 */
@NullMarked
package hostelry.console.activity;

import org.jspecify.annotations.NullMarked;
