/**
 * The verbs of tags and bookmarks: words to find things by. They touch nothing but the store.
 *
 * <p>A tag is put on an object by whoever may manage tags on that object or on anything above it (oVirt asks for the system alone).
 */
@NullMarked
package hostelry.engine.search.words;

import org.jspecify.annotations.NullMarked;
