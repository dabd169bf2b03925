/**
 * The grammar of the search language: texts to {@link hostelry.engine.search.language.Sentence}s and back, and what may stand at a place.
 *
 * <pre>
 * sentence  = [ noun ":" ] [ any ] { "sortby" field [ "asc" | "desc" ] | "page" number }
 * any       = all { "or" all }
 * all       = term { [ "and" ] term }
 * term      = "(" any ")" | field operator value | value
 * operator  = "=" | "!=" | "&lt;" | "&gt;" | "&lt;=" | "&gt;="
 * value     = word | '"' characters, with \" \\ and \* for themselves '"';  * stands for any characters in both
 * </pre>
 *
 * <p>Pure: no noun, no field and no estate is known here. Whether a field exists is asked one room further on.
 */
@NullMarked
package hostelry.engine.search.language;

import org.jspecify.annotations.NullMarked;
