/**
 * Words to find things by: saved searches and tags, in the tree and on what they are put on. The search field itself is the shell's.
 *
 * <p>No other room may come in.
 */
@NullMarked
package hostelry.console.search;

import org.jspecify.annotations.NullMarked;
