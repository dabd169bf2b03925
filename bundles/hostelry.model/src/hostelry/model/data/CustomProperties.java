package hostelry.model.data;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Words that people give to machines for hooks and for searching, each as {@code name=value}. Of those that oVirt defines the value is checked as oVirt checks it;
 * source: {@code PredefinedVMProperties} of oVirt's configuration. Others may have any name and any value on one line.
 */
public final class CustomProperties {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");
    private static final Pattern VALUE = Pattern.compile("\\P{Cntrl}{0,1000}");
    private static final Map<String, Pattern> KNOWN = Map.of(
            "sap_agent", Pattern.compile("true|false"),
            "sndbuf", Pattern.compile("[0-9]+"),
            "hugepages", Pattern.compile("[0-9]+"),
            "viodiskcache", Pattern.compile("none|writeback|writethrough"),
            "vhost", Pattern.compile("(([a-zA-Z0-9_]+):(true|false))(,(([a-zA-Z0-9_]+):(true|false)))*"));

    private CustomProperties() {}

    /** What stands before the sign of equality; all of it where there is none. */
    public static String name(String property) {
        int middle = property.indexOf('=');
        return middle < 0 ? property : property.substring(0, middle);
    }

    /** What stands behind it. */
    public static String value(String property) {
        return property.substring(property.indexOf('=') + 1);
    }

    /** The pattern that a value must match, where oVirt knows one. */
    public static Optional<Pattern> pattern(String name) {
        return Optional.ofNullable(KNOWN.get(name));
    }

    /** A sentence that says what is wrong; nothing where all is well. */
    public static Optional<String> against(String property) {
        String name = name(property);
        if (property.indexOf('=') < 0 || !NAME.matcher(name).matches()) {
            return Optional.of("A custom property has a name of 1 to 64 letters, digits and underscores.");
        }
        if (!VALUE.matcher(value(property)).matches()) {
            return Optional.of("The custom property " + name + " wants a value of at most 1000 characters on one line.");
        }
        return pattern(name).filter(pattern -> !pattern.matcher(value(property)).matches())
                .map(pattern -> "The custom property " + name + " wants a value that matches " + pattern + ".");
    }
}
