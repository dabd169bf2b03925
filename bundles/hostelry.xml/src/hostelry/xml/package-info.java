/**
 * The one place where XML parsers and writers are made, so that none is made carelessly.
 *
 * <p>No document type, no external entity, no deep nesting and no endless input gets through, whoever sent it. It takes the parser of the
 * JDK itself: which others lie in the framework makes no difference. No knowledge of any document may come in.
 */
@NullMarked
package hostelry.xml;

import org.jspecify.annotations.NullMarked;
