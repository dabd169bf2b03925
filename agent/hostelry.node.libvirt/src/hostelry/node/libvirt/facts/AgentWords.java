package hostelry.node.libvirt.facts;

import hostelry.node.api.Report.FileSystem;
import hostelry.node.api.Report.GuestFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Makes facts of what an agent said, in libvirt's names. Guests may say anything: all is cut to a sensible length. */
final class AgentWords {
    private static final int MOST_ADDRESSES = 64;
    private static final int LONGEST = 255;

    private static final int MOST_USERS = 32;
    private static final int MOST_FILE_SYSTEMS = 64;
    private static final int MOST_OFFSET = 14 * 60;

    private AgentWords() {}

    static GuestFacts facts(String id, Map<String, Object> said) {
        return new GuestFacts(id, true, text(said, "hostname"), os(said), addresses(said), text(said, "timezone.name"),
                said.get("timezone.offset") instanceof Integer seconds ? Math.clamp(seconds / 60, -MOST_OFFSET, MOST_OFFSET) : 0,
                users(said), fileSystems(said));
    }

    private static List<String> users(Map<String, Object> said) {
        TreeSet<String> names = new TreeSet<>();
        for (int i = 0; i < number(said, "user.count"); i++) {
            String name = text(said, "user." + i + ".name");
            if (!name.isEmpty() && names.size() < MOST_USERS) {
                names.add(name);
            }
        }
        return List.copyOf(names);
    }

    /** Those of disks; what the kernel makes up has no size that anybody could fill. */
    private static List<FileSystem> fileSystems(Map<String, Object> said) {
        List<FileSystem> found = new ArrayList<>();
        for (int i = 0; i < number(said, "fs.count") && found.size() < MOST_FILE_SYSTEMS; i++) {
            String path = text(said, "fs." + i + ".mountpoint");
            if (!path.isEmpty()) {
                found.add(new FileSystem(path, text(said, "fs." + i + ".fstype"), bytes(said, "fs." + i + ".total-bytes"),
                        bytes(said, "fs." + i + ".used-bytes")));
            }
        }
        found.sort(Comparator.comparing(FileSystem::path));
        return List.copyOf(found);
    }

    private static long bytes(Map<String, Object> said, String name) {
        return said.get(name) instanceof Long value ? Math.max(0, value) : 0;
    }

    static GuestFacts silent(String id) {
        return new GuestFacts(id, false, "", "", List.of());
    }

    private static String os(Map<String, Object> said) {
        String pretty = text(said, "os.pretty-name");
        return pretty.isEmpty() ? (text(said, "os.name") + " " + text(said, "os.version")).strip() : pretty;
    }

    /** Those that others can reach it at: not the guest's line to itself, nor one that only counts on the next wire. */
    private static List<String> addresses(Map<String, Object> said) {
        List<String> found = new ArrayList<>();
        for (int card = 0; card < number(said, "if.count"); card++) {
            for (int i = 0; i < number(said, "if." + card + ".addr.count"); i++) {
                String address = text(said, "if." + card + ".addr." + i + ".addr");
                boolean local = address.startsWith("127.") || address.equals("::1") || address.toLowerCase().startsWith("fe80:")
                        || address.isEmpty();
                if (!local && found.size() < MOST_ADDRESSES && address.matches("[0-9a-fA-F.:]{2,45}")) {
                    found.add(address);
                }
            }
        }
        // the short ones first: people read them
        found.sort((a, b) -> Boolean.compare(a.contains(":"), b.contains(":")));
        return List.copyOf(found);
    }

    private static long number(Map<String, Object> said, String name) {
        return said.get(name) instanceof Long value ? Math.min(value, 256) : 0;
    }

    private static String text(Map<String, Object> said, String name) {
        if (!(said.get(name) instanceof String text)) {
            return "";
        }
        String plain = text.replaceAll("\\p{Cntrl}", " ").strip();
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }
}
