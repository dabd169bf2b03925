package hostelry.console.vm;

import hostelry.console.kit.words.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file system of a guest, read from what its agent told (oVirt's {@code disks.usage}).
 *
 * @param total bytes; 0 where it is not known
 * @param used bytes
 */
record FileSystem(String path, String type, long total, long used) {
    private static final Pattern ONE = Pattern.compile(
            "\\{\"path\":\"((?:[^\"\\\\]|\\\\.)*)\",\"total\":\"([0-9]{1,18})\",\"used\":\"([0-9]{1,18})\",\"fs\":\"((?:[^\"\\\\]|\\\\.)*)\"\\}");

    /** Those of a text; what is not in that form is left out. */
    static List<FileSystem> read(@Nullable String json) {
        List<FileSystem> found = new ArrayList<>();
        Matcher one = ONE.matcher(json == null ? "" : json);
        while (one.find()) {
            found.add(new FileSystem(plain(one.group(1)), plain(one.group(4)), Long.parseLong(one.group(2)), Long.parseLong(one.group(3))));
        }
        return found;
    }

    private static String plain(String quoted) {
        return quoted.replaceAll("\\\\(.)", "$1");
    }

    /** For people: {@code / (ext4): 3.1 GB of 10 GB, 31 %}. */
    String told() {
        String name = path + (type.isEmpty() ? "" : " (" + type + ")");
        return total == 0
                ? name
                : name + ": " + Bytes.text(used) + " of " + Bytes.text(total) + ", " + Math.round(100.0 * used / total) + " %";
    }
}
