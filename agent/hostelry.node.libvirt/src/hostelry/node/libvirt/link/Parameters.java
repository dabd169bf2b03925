package hostelry.node.libvirt.link;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads libvirt's arrays of {@code virTypedParameter}: a name of 80 bytes, a type, and a value of 8 bytes. */
final class Parameters {
    private static final int SIZE = 96;
    private static final int TYPE = 80;
    private static final int VALUE = 88;

    private Parameters() {}

    /** The values by name: Long, Double, Boolean or String. */
    static Map<String, Object> read(Pointer array, int count) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            long at = (long) i * SIZE;
            String name = array.getString(at, "UTF-8");
            switch (array.getInt(at + TYPE)) {
                case 1 -> values.put(name, (long) array.getInt(at + VALUE));
                case 2 -> values.put(name, Integer.toUnsignedLong(array.getInt(at + VALUE)));
                case 3, 4 -> values.put(name, array.getLong(at + VALUE));
                case 5 -> values.put(name, array.getDouble(at + VALUE));
                case 6 -> values.put(name, array.getByte(at + VALUE) != 0);
                case 7 -> {
                    Pointer text = array.getPointer(at + VALUE);
                    values.put(name, text == null ? "" : text.getString(0, "UTF-8"));
                }
                default -> {
                    // a type that a later libvirt has: what we ask for has none
                }
            }
        }
        return values;
    }

    static final int POINTER = Native.POINTER_SIZE;
}
