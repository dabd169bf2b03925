/**
 * Numbers and moments as people read them. Pure: no SWT may come in.
 */
@NullMarked
package hostelry.console.kit.words;

import org.jspecify.annotations.NullMarked;
