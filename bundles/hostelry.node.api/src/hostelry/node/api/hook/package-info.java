/**
 * What may be done at the points of a guest's life by others than Hostelry: hook scripts, and services of plug-ins. Here are the points and the words of both; how
 * scripts are found and run belongs into the node's own bundle.
 */
@NullMarked
package hostelry.node.api.hook;

import org.jspecify.annotations.NullMarked;
