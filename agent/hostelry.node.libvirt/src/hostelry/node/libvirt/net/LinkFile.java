package hostelry.node.libvirt.net;

import hostelry.node.api.LinkSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was made, and what still waits for its confirmation, in one file that is replaced whole: after a crash either the old state is read or the new one. A line for
 * each thing; all words in it have passed the door.
 */
final class LinkFile {
    /** Writes a file whole. */
    interface Keeper {
        void write(Path file, byte[] content) throws IOException;
    }

    /**
     * @param backEnd its word; empty while nothing was ever made
     * @param made what the host has from us
     * @param confirmed key of the last change that stays; empty for none
     * @param pending a change that waits
     * @param held what was taken from the host's own cards
     */
    record Content(String backEnd, LinkSpec made, String confirmed, @Nullable Pending pending, List<Held> held) {}

    /**
     * @param until milliseconds since 1970: then it is taken back
     * @param before what it goes back to
     * @param held what was taken from the host's own cards before
     */
    record Pending(String key, long until, LinkSpec before, List<Held> held) {}

    private final Path file;
    private final Keeper keeper;

    LinkFile(Path file, Keeper keeper) {
        this.file = file;
        this.keeper = keeper;
    }

    Content read() throws IOException {
        String backEnd = "";
        String confirmed = "";
        LinkSpec made = new LinkSpec();
        String key = "";
        long until = 0;
        LinkSpec before = new LinkSpec();
        List<Held> held = new ArrayList<>();
        List<Held> heldBefore = new ArrayList<>();
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            if (line.isEmpty()) {
                continue; // nothing was made yet
            }
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "by" -> backEnd = words[1];
                case "confirmed" -> confirmed = words[1];
                case "pending" -> {
                    key = words[1];
                    until = Long.parseLong(words[2]);
                }
                case "held" -> held.add(new Held(words[1], words[2]));
                case "held-before" -> heldBefore.add(new Held(words[1], words[2]));
                case "made" -> thing(words, made);
                case "before" -> thing(words, before);
                default -> throw new IOException(file + " has a line that nobody of us wrote: " + words[0]);
            }
        }
        return new Content(backEnd, made, confirmed, key.isEmpty() ? null : new Pending(key, until, before, heldBefore), held);
    }

    void write(Content content) throws IOException {
        List<String> lines = new ArrayList<>();
        if (!content.backEnd().isEmpty()) {
            lines.add("by " + content.backEnd());
        }
        if (!content.confirmed().isEmpty()) {
            lines.add("confirmed " + content.confirmed());
        }
        things("made", content.made(), lines);
        content.held().forEach(one -> lines.add("held " + one.device() + " " + one.what()));
        Pending pending = content.pending();
        if (pending != null) {
            lines.add("pending " + pending.key() + " " + pending.until());
            things("before", pending.before(), lines);
            pending.held().forEach(one -> lines.add("held-before " + one.device() + " " + one.what()));
        }
        lines.add(""); // the last line ends too
        keeper.write(file, String.join("\n", lines).getBytes(StandardCharsets.US_ASCII));
    }

    private static void things(String word, LinkSpec spec, List<String> lines) {
        spec.bonds.forEach(bond -> lines.add(word + " bond " + bond.name + " " + bond.mode + " " + String.join(",", bond.parts)));
        spec.nets.forEach(net -> lines
                .add(word + " net " + net.name + " " + net.device + " " + net.vlan + " " + net.mtu + " "
                        + String.join(",", net.addresses) + own(net)));
    }

    private static String own(LinkSpec.Net net) {
        return (net.dhcp ? " dhcp" : "") + (net.autoconf ? " autoconf" : "") + (net.route ? " route" : "")
                + (net.gateway.isEmpty() ? "" : " via=" + net.gateway) + (net.gateway6.isEmpty() ? "" : " via6=" + net.gateway6);
    }

    private static void thing(String[] words, LinkSpec spec) {
        if (words[1].equals("bond")) {
            LinkSpec.Bond bond = new LinkSpec.Bond();
            bond.name = words[2];
            bond.mode = Integer.parseInt(words[3]);
            bond.parts.addAll(List.of(words[4].split(",")));
            spec.bonds.add(bond);
        } else {
            LinkSpec.Net net = new LinkSpec.Net();
            net.name = words[2];
            net.device = words[3];
            net.vlan = Integer.parseInt(words[4]);
            net.mtu = Integer.parseInt(words[5]);
            if (!words[6].isEmpty()) {
                net.addresses.addAll(List.of(words[6].split(",")));
            }
            for (int i = 7; i < words.length; i++) {
                own(words[i], net);
            }
            spec.nets.add(net);
        }
    }

    private static void own(String word, LinkSpec.Net net) {
        switch (word.replaceFirst("=.*", "")) {
            case "dhcp" -> net.dhcp = true;
            case "autoconf" -> net.autoconf = true;
            case "route" -> net.route = true;
            case "via" -> net.gateway = word.substring("via=".length());
            case "via6" -> net.gateway6 = word.substring("via6=".length());
            default -> throw new IllegalArgumentException("A network has " + word + ", which nobody of us wrote.");
        }
    }
}
