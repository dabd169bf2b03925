/**
 * Pages of the inspector: details to read and copy, tables of parts, charts.
 *
 * <p>A page shows one thing and does nothing to it; verbs stand on toolbars.
 */
@NullMarked
package hostelry.console.kit.page;

import org.jspecify.annotations.NullMarked;
