package hostelry.console.host.plan;

import hostelry.model.NetworkAttachment;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a host is to have: one state of the picture. Two that say the same are equal.
 *
 * @param seats of networks, by their ids; the management network is not among them
 * @param bonds that are made for these networks, by their names
 */
public record Sheet(Map<String, Seat> seats, Map<String, Bond> bonds) {
    /** As the kernel counts them. */
    public static final int ACTIVE_BACKUP = 1;
    public static final int LACP = 4;

    /** @param device name of the card or bond that it sits on */
    public record Seat(String device, Address address) {}

    /** @param cards their names, in order */
    public record Bond(List<String> cards, int mode) {
        public Bond {
            cards = cards.stream().sorted(hostelry.console.kit.words.Words.NATURAL).toList();
        }
    }

    public Sheet {
        seats = Collections.unmodifiableMap(new TreeMap<>(seats));
        bonds = Collections.unmodifiableMap(new TreeMap<>(bonds));
    }

    /** What the engine has written down. */
    public static Sheet of(Collection<NetworkAttachment> wanted) {
        Map<String, Seat> seats = new TreeMap<>();
        Map<String, Bond> bonds = new TreeMap<>();
        for (NetworkAttachment one : wanted) {
            seats.put(one.getNetwork(), new Seat(one.getDevice(), Address.of(one)));
            if (!one.getBondParts().isEmpty()) {
                bonds.put(one.getDevice(), new Bond(one.getBondParts(), one.getBondMode()));
            }
        }
        return new Sheet(seats, bonds);
    }

    public Sheet seat(String network, Seat seat) {
        Map<String, Seat> changed = new TreeMap<>(seats);
        changed.put(network, seat);
        return new Sheet(changed, bonds);
    }

    public Sheet unseat(String network) {
        Map<String, Seat> changed = new TreeMap<>(seats);
        changed.remove(network);
        return new Sheet(changed, bonds);
    }

    public Sheet bond(String name, Bond bond) {
        Map<String, Bond> changed = new TreeMap<>(bonds);
        changed.put(name, bond);
        return new Sheet(seats, changed);
    }

    public Sheet unbond(String name) {
        Map<String, Bond> changed = new TreeMap<>(bonds);
        changed.remove(name);
        return new Sheet(seats, changed);
    }

    /** All networks of one device sit on another from now on. */
    public Sheet move(String from, String to) {
        Map<String, Seat> changed = new TreeMap<>(seats);
        changed.replaceAll((network, seat) -> seat.device().equals(from) ? new Seat(to, seat.address()) : seat);
        return new Sheet(changed, bonds);
    }

    /** Ids of the networks that sit on a device. */
    public List<String> on(String device) {
        return seats.entrySet().stream().filter(one -> one.getValue().device().equals(device)).map(Map.Entry::getKey).toList();
    }

    /** Name of the bond that a card is a part of. */
    public Optional<String> bondOf(String card) {
        return bonds.entrySet().stream().filter(one -> one.getValue().cards().contains(card)).map(Map.Entry::getKey).findFirst();
    }
}
