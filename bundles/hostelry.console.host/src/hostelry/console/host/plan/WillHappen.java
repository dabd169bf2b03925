package hostelry.console.host.plan;

import hostelry.console.host.plan.Sheet.Bond;
import hostelry.console.host.plan.Sheet.Seat;
import hostelry.console.kit.words.Words;
import hostelry.model.HostNic;
import hostelry.model.Network;
import hostelry.model.data.NetworkSync;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is beside what is to be, a line for each network and bond of a host: only compares. */
public record WillHappen(Facts facts, Sheet sheet) {
    private static final String NOTHING = "—";

    /** How a line changes. */
    public enum Change {
        NEW("New"), CHANGED("Changes"), GONE("Goes"),
        /** It is not as it was wanted before already. */
        SYNC("Out of sync"), SAME("Stays");

        private final String word;

        Change(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * A line.
     *
     * @param pick what it is about
     * @param now what the host's cards tell
     * @param then what they are to tell
     */
    public record Line(Pick pick, String name, String now, String then, Change change) {}

    /** Bonds first; what changes before what stays. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        Sheet before = facts.before();
        Set<String> bonds = new TreeSet<>(before.bonds().keySet());
        bonds.addAll(sheet.bonds().keySet());
        bonds.forEach(bond -> lines.add(bond(bond, before.bonds().get(bond), sheet.bonds().get(bond))));
        Set<String> networks = new TreeSet<>(before.seats().keySet());
        networks.addAll(sheet.seats().keySet());
        networks.forEach(network -> lines.add(network(network, before.seats().get(network), sheet.seats().get(network))));
        facts.networks().keySet().stream().filter(network -> facts.fixed(sheet, network).isPresent())
                .forEach(network -> lines.add(new Line(Pick.network(network), facts.name(network), actual(network),
                        facts.management(network) ? "stays: the engine reaches the host through it" : "stays: made on the host itself",
                        Change.SAME)));
        lines.sort(Comparator.comparing((Line line) -> line.change() == Change.SAME)
                .thenComparing(line -> line.pick().kind() == Pick.Kind.NETWORK)
                .thenComparing(Line::name, Words.NATURAL));
        return lines;
    }

    /** Would anything be asked of the host? */
    public boolean any() {
        return lines().stream().anyMatch(line -> line.change() != Change.SAME);
    }

    /** Is all that would be asked of it what was wanted before already? */
    public boolean onlySync() {
        return any() && lines().stream().allMatch(line -> line.change() == Change.SAME || line.change() == Change.SYNC);
    }

    private Line network(String network, @Nullable Seat before, @Nullable Seat after) {
        Change change;
        if (after == null) {
            change = Change.GONE;
        } else if (before == null) {
            // what the host had before anybody set it up from here becomes another one
            change = facts.actual(network).isPresent() ? Change.CHANGED : Change.NEW;
        } else {
            change = !before.equals(after) ? Change.CHANGED : facts.outOfSync(network).isEmpty() ? Change.SAME : Change.SYNC;
        }
        return new Line(Pick.network(network), facts.name(network), actual(network), after == null ? NOTHING : wanted(network, after),
                change);
    }

    private String actual(String network) {
        Optional<HostNic> nic = facts.actual(network);
        return nic.isEmpty()
                ? facts.fixed(sheet, network).map(device -> device + ", not bridged").orElse(NOTHING)
                : words(nic.get().getVlan() == 0 ? nic.get().getName() : nic.get().getBaseInterface(), nic.get().getVlan(),
                        nic.get().getMtu(), String.join(", ", nic.get().getAddresses()));
    }

    private String wanted(String network, Seat seat) {
        Network found = facts.networks().get(network);
        int mtu = found == null || found.getMtu() == 0 ? NetworkSync.USUAL_MTU : found.getMtu();
        return words(seat.device(), found == null ? 0 : found.getVlan(), mtu, seat.address().words());
    }

    private static String words(String device, int vlan, int mtu, String addresses) {
        return device + (vlan == 0 ? "" : ", VLAN " + vlan) + ", MTU " + mtu + (addresses.isEmpty() ? "" : ", " + addresses);
    }

    private Line bond(String name, @Nullable Bond before, @Nullable Bond after) {
        String now = facts.nic(name).filter(nic -> !nic.getSlaves().isEmpty()).map(nic -> words(nic.getSlaves(), nic.getBondMode()))
                .orElse(NOTHING);
        String then = after == null ? NOTHING : words(after.cards(), after.mode());
        Change change;
        if (after == null) {
            change = Change.GONE;
        } else if (before == null) {
            change = Change.NEW;
        } else {
            change = !before.equals(after) ? Change.CHANGED : now.equals(then) ? Change.SAME : Change.SYNC;
        }
        return new Line(Pick.bond(name), name, now, then, change);
    }

    private static String words(List<String> cards, int mode) {
        return String.join(" + ", cards.stream().sorted(Words.NATURAL).toList()) + ", " + mode(mode);
    }

    /** The name of a bond's mode. */
    public static String mode(int mode) {
        return switch (mode) {
            case Sheet.ACTIVE_BACKUP -> "active-backup";
            case Sheet.LACP -> "802.3ad";
            default -> "mode " + mode;
        };
    }
}
