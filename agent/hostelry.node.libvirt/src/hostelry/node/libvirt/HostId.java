package hostelry.node.libvirt;

import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether a UUID that the firmware gave can name a host: some makers give all their machines the same. */
final class HostId {
    private static final Pattern IN_CAPABILITIES = Pattern.compile("<host>\\s*<uuid>([0-9a-fA-F-]{36})</uuid>");
    private static final Set<String> KNOWN_BAD = Set.of("03000200-0400-0500-0006-000700080009", "00020003-0004-0005-0006-000700080009",
            "12345678-1234-5678-90ab-cddeefaabbcc", "fefefefe-fefe-fefe-fefe-fefefefefefe");

    private HostId() {}

    /** The host's id as libvirt has it, where it is a good one, else {@code own}. */
    static String choose(String capabilities, String own) {
        Matcher matcher = IN_CAPABILITIES.matcher(capabilities);
        return matcher.find() && sane(matcher.group(1)) ? matcher.group(1).toLowerCase() : own;
    }

    static boolean sane(String uuid) {
        String text = uuid.toLowerCase();
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") && !KNOWN_BAD.contains(text)
                && text.replace("-", "").chars().distinct().count() > 3;
    }

    static String random() {
        return UUID.randomUUID().toString();
    }
}
