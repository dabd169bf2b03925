package hostelry.console.host.plan;

import hostelry.console.host.plan.Facts.Device;
import hostelry.console.kit.words.Words;
import hostelry.model.HostNic;
import hostelry.model.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where everything stands: cards and bonds on the left, the networks that sit on them beside them, and on the right those that are not on the host. Points.
 *
 * @param boxes what is below others comes first
 */
public record Picture(List<Box> boxes, int width, int height) {
    public static final int MARGIN = 12;
    /** Of the line with headings. */
    public static final int HEAD = 30;
    private static final int DEVICE = 216;
    private static final int WIRE = 36;
    private static final int NETWORK = 232;
    private static final int FREE = 204;
    private static final int HIGH = 42;
    private static final int BOND_HEAD = 26;
    private static final int GAP = 8;
    private static final int PAD = 8;

    /**
     * Something that is drawn.
     *
     * @param locked it can't be moved from here
     * @param device on which a network sits; empty: on none
     */
    public record Box(Pick pick, int x, int y, int width, int height, String title, String detail, boolean locked, String device) {
        public boolean has(int px, int py) {
            return px >= x && px < x + width && py >= y && py < y + height;
        }
    }

    /** @param least width that is there */
    public static Picture of(Facts facts, Sheet sheet, int least) {
        return new Drawing(facts, sheet, least).draw();
    }

    /** What is on top there. */
    public Optional<Box> at(int x, int y) {
        return boxes.reversed().stream().filter(box -> box.has(x, y)).findFirst();
    }

    public Optional<Box> find(Pick pick) {
        return boxes.stream().filter(box -> box.pick().equals(pick)).findFirst();
    }

    /** What the arrow keys go through: devices with their networks from above, then the free ones. */
    public List<Pick> order() {
        return boxes.stream().map(Box::pick).filter(pick -> pick.kind() != Pick.Kind.CARDS && pick.kind() != Pick.Kind.FREE).toList();
    }

    /** Left edges of the three columns. */
    public static int cardsAt() {
        return MARGIN;
    }

    public static int networksAt() {
        return MARGIN + DEVICE + WIRE;
    }

    public int freeAt() {
        return width - MARGIN - FREE;
    }

    private static final class Drawing {
        private final Facts facts;
        private final Sheet sheet;
        private final int width;
        private final List<Box> boxes = new ArrayList<>();

        Drawing(Facts facts, Sheet sheet, int least) {
            this.facts = facts;
            this.sheet = sheet;
            this.width = Math.max(least, networksAt() + NETWORK + 2 * MARGIN + FREE + MARGIN);
        }

        Picture draw() {
            int y = HEAD + GAP;
            for (Device device : facts.devices(sheet)) {
                y = device(device, y) + GAP + 4;
            }
            int free = HEAD + GAP;
            int freeX = width - MARGIN - FREE;
            for (String network : facts.free(sheet)) {
                String required = facts.management(network) ? "management" : facts.required(network) ? "required" : "";
                boxes.add(new Box(Pick.network(network), freeX, free, FREE, HIGH, facts.name(network), join(vlan(network), required),
                        false, ""));
                free += HIGH + GAP;
            }
            int height = Math.max(y, free) + HIGH;
            boxes.add(0, new Box(Pick.FREE, freeX - MARGIN, 0, FREE + 2 * MARGIN, height, "", "", false, ""));
            boxes.add(0, new Box(Pick.CARDS, 0, 0, freeX - MARGIN, height, "", "", false, ""));
            return new Picture(List.copyOf(boxes), width, height);
        }

        private int device(Device device, int y) {
            int bottom = device.isBond() ? bond(device, y) : card(device.name(), MARGIN, y, DEVICE);
            int at = y;
            List<String> seated = sheet.on(device.name()).stream().sorted((a, b) -> Words.NATURAL.compare(facts.name(a), facts.name(b)))
                    .toList();
            for (String network : facts.fixedOn(sheet, device.name())) {
                at = network(network, device.name(), at, !facts.management(network),
                        facts.management(network) ? "management" : "made on the host");
            }
            for (String network : seated) {
                Sheet.Seat seat = sheet.seats().get(network);
                at = network(network, device.name(), at, false, seat == null ? "" : seat.address().words());
            }
            return Math.max(bottom, at - GAP);
        }

        private int bond(Device bond, int y) {
            int inside = y + BOND_HEAD;
            int height = BOND_HEAD + bond.cards().size() * (HIGH + 4) + PAD - 4;
            boxes.add(
                    new Box(Pick.bond(bond.name()), MARGIN, y, DEVICE, height, bond.name(), WillHappen.mode(bond.mode()), !bond.own(), ""));
            for (String card : bond.cards()) {
                inside = card(card, MARGIN + PAD, inside, DEVICE - 2 * PAD) + 4;
            }
            return y + height;
        }

        private int card(String name, int x, int y, int wide) {
            Optional<HostNic> nic = facts.nic(name);
            String link = nic.isEmpty() ? "Not there" : "up".equals(nic.get().getStatus()) ? "Up" : "Down";
            boxes.add(new Box(Pick.card(name), x, y, wide, HIGH, name, join(link, nic.map(Drawing::speed).orElse("")), false, ""));
            return y + HIGH;
        }

        private static String speed(HostNic nic) {
            long megabits = nic.getSpeed() / 1_000_000;
            return megabits == 0 ? "" : megabits % 1000 == 0 ? megabits / 1000 + " Gbit/s" : megabits + " Mbit/s";
        }

        private int network(String network, String device, int y, boolean locked, String more) {
            boxes.add(new Box(Pick.network(network), networksAt(), y, NETWORK, HIGH, facts.name(network), join(vlan(network), more), locked,
                    device));
            return y + HIGH + GAP;
        }

        private String vlan(String network) {
            Network found = facts.networks().get(network);
            return found == null || found.getVlan() == 0 ? "No VLAN" : "VLAN " + found.getVlan();
        }

        private static String join(String first, String second) {
            return first.isEmpty() || second.isEmpty() ? first + second : first + " · " + second;
        }
    }
}
