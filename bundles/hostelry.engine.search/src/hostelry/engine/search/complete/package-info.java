/**
 * What could stand at the caret of somebody who types a search. Pure: the grammar says what kind of word may come, the tables say which there are, and values come
 * from whoever knows the estate ({@link hostelry.engine.search.complete.Completer.Values}).
 */
@NullMarked
package hostelry.engine.search.complete;

import org.jspecify.annotations.NullMarked;
