/**
 * Charts of loads over time, with axes and the values under the pointer; drawn here, since the target platform has no library of charts.
 *
 * <p>What is told of which noun is the rooms' affair; no noun may come in. Scales are pure.
 */
@NullMarked
package hostelry.console.kit.chart;

import org.jspecify.annotations.NullMarked;
