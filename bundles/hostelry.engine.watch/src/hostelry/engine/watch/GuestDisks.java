package hostelry.engine.watch;

import hostelry.node.api.Report.FileSystem;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** File systems of a guest in the form that oVirt's clients know from its statistic {@code disks.usage}: numbers stand as texts there. */
final class GuestDisks {
    private GuestDisks() {}

    /** Null where there is nothing to tell. */
    static @Nullable String json(List<FileSystem> systems) {
        return systems.isEmpty()
                ? null
                : systems.stream()
                        .map(one -> "{\"path\":" + quoted(one.path()) + ",\"total\":\"" + one.total() + "\",\"used\":\"" + one.used()
                                + "\",\"fs\":" + quoted(one.type()) + "}")
                        .collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
