/**
 * Finds nouns by oVirt's search language, and keeps the words to find them by: tags and bookmarks.
 *
 * <p>A text goes down three rooms: {@code language} reads it (grammar alone), {@code fields} gives its words a meaning (what each noun can be asked for), and this
 * one runs it over the copy in memory, for a caller who may not see everything. Nothing here asks the database.
 *
 * <pre>{@code
 * search.find(caller, Query.of("Vms: status = up and cluster = Default and memory > 2gb sortby name desc page 2"));
 * }</pre>
 */
@NullMarked
package hostelry.engine.search;

import org.jspecify.annotations.NullMarked;
