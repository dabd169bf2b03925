/**
 * Tables of any size that stay calm while everything moves: rows are gathered, filtered and sorted off the UI thread.
 *
 * <p>Nothing about particular nouns may come in.
 */
@NullMarked
package hostelry.console.kit.table;

import org.jspecify.annotations.NullMarked;
