package hostelry.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document may say of a noun, told to those who describe it.
 *
 * @param path names of the nested elements, the last one holds the value
 * @param type of the value
 * @param words all that it can be; empty: anything of its type
 * @param ref name of the noun that it refers to, or null
 * @param list one of several of that name
 * @param attribute in XML an attribute of the noun's element
 * @param readOnly what a request says of it is not heard
 * @param extra told only where extras are asked for
 * @param unit such as {@code bytes}, or null
 */
public record FieldInfo(List<String> path, Type type, List<String> words, @Nullable String ref, boolean list, boolean attribute,
        boolean readOnly, boolean extra, @Nullable String unit) {
    /** What a value is. */
    public enum Type {
        TEXT, WHOLE, DECIMAL, FLAG, TIME
    }
}
