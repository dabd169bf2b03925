package hostelry.console.kit;

/** Small things that the window remembers from day to day: column widths, sort orders, what was unfolded. */
public interface Memory {
    /** The remembered value, or {@code otherwise}. */
    String get(String key, String otherwise);

    void put(String key, String value);

    default int get(String key, int otherwise) {
        try {
            return Integer.parseInt(get(key, Integer.toString(otherwise)));
        } catch (NumberFormatException e) {
            // somebody edited the file by hand; the usual value does no harm
            return otherwise;
        }
    }
}
