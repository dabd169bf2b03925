package hostelry.console.host.plan;

import hostelry.console.host.plan.Facts.Device;
import hostelry.console.host.plan.Sheet.Bond;
import hostelry.console.host.plan.Sheet.Seat;
import hostelry.console.kit.words.Words;
import hostelry.model.HostNic;
import hostelry.model.Network;
import hostelry.model.NetworkUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be done to a sheet: each a function that gives the next one, or says why not. */
public record Moves(Facts facts) {
    private static final int FEWEST = 2;

    /** What is dropped where: the drag of the picture, and the same by keyboard. */
    public Step drag(Sheet sheet, Pick what, Pick onto) {
        if (what.equals(onto)) {
            return Step.nothing(sheet);
        }
        return switch (what.kind()) {
            case NETWORK -> network(sheet, what.id(), onto);
            case CARD -> card(sheet, what.id(), onto);
            case BOND -> onto.kind() == Pick.Kind.CARD || onto.kind() == Pick.Kind.BOND
                    ? Step.not(sheet, "A bond can't be a part of another one. Drag its cards.")
                    : Step.nothing(sheet);
            case CARDS, FREE -> Step.nothing(sheet);
        };
    }

    private Step network(Sheet sheet, String network, Pick onto) {
        return switch (onto.kind()) {
            case CARD, BOND -> put(sheet, network, onto.id());
            case FREE -> take(sheet, network);
            case NETWORK -> Optional.ofNullable(sheet.seats().get(onto.id())).map(Seat::device).or(() -> facts.fixed(sheet, onto.id()))
                    .map(device -> put(sheet, network, device)).orElseGet(() -> take(sheet, network));
            case CARDS -> Step.nothing(sheet);
        };
    }

    private Step card(Sheet sheet, String card, Pick onto) {
        return switch (onto.kind()) {
            case CARD, BOND -> join(sheet, card, onto.id());
            case CARDS, FREE -> leave(sheet, card);
            case NETWORK -> Step.nothing(sheet);
        };
    }

    /** A network sits on a card, or on the bond that the card is a part of. */
    public Step put(Sheet sheet, String network, String target) {
        String name = facts.name(network);
        Optional<Device> device = facts.device(sheet, target);
        if (device.isEmpty()) {
            return Step.not(sheet, facts.host() + " has no card " + target + ".");
        }
        String on = device.get().name();
        Seat now = sheet.seats().get(network);
        if (now != null && now.device().equals(on)) {
            return Step.nothing(sheet);
        }
        Optional<String> clash = clash(sheet, List.of(network), on);
        return clash.isPresent()
                ? Step.not(sheet, clash.get())
                : Step.to(sheet.seat(network, new Seat(on, now == null ? first(network) : now.address())), "Put " + name + " onto " + on);
    }

    /** The management network keeps the address at which the engine reaches the host. */
    private Address first(String network) {
        if (!facts.management(network)) {
            return Address.NONE;
        }
        return facts.nics().stream().flatMap(nic -> nic.getAddresses().stream().filter(one -> one.startsWith(facts.address() + "/"))
                .map(one -> {
                    String gateway = facts.has(NetworkUsage.DEFAULT_ROUTE, network) ? Words.orEmpty(nic.getGateway()) : "";
                    return new Address(Address.Kind.FIXED, facts.address(), one.substring(one.indexOf('/') + 1), gateway,
                            Address.Rest.NOTHING);
                })).findFirst().orElse(Address.NONE);
    }

    /** Two networks of one device are told apart by their VLANs. */
    private Optional<String> clash(Sheet sheet, List<String> coming, String device) {
        for (String network : coming) {
            int vlan = vlan(network);
            Optional<String> other = Stream.concat(sheet.on(device).stream(), facts.fixedOn(sheet, device).stream())
                    .filter(one -> !one.equals(network) && vlan(one) == vlan).findFirst();
            if (other.isPresent()) {
                return Optional.of(facts.name(network) + " and " + facts.name(other.get())
                        + (vlan == 0 ? " would both be without a VLAN" : " would both have VLAN " + vlan) + " on " + device + ".");
            }
        }
        return Optional.empty();
    }

    private int vlan(String network) {
        Network found = facts.networks().get(network);
        return found == null ? 0 : found.getVlan();
    }

    /** A network is on this host no more. */
    public Step take(Sheet sheet, String network) {
        if (facts.fixed(sheet, network).isPresent()) {
            return facts.management(network)
                    ? Step.not(sheet, "The management network " + facts.name(network) + " stays: the engine reaches the host through it.")
                    : Step.not(sheet, facts.name(network) + " was made on the host itself, and is taken away there.");
        }
        return sheet.seats().containsKey(network)
                ? Step.to(sheet.unseat(network), "Take " + facts.name(network) + " off this host")
                : Step.nothing(sheet);
    }

    /** A card joins another one, or a bond; what sits on them sits on the bond then. */
    public Step join(Sheet before, String card, String onto) {
        Sheet sheet = manage(manage(before, card), onto);
        Optional<Device> target = facts.device(sheet, onto);
        Optional<Device> source = facts.device(sheet, card);
        if (target.isEmpty() || source.isEmpty() || target.get().cards().contains(card) || onto.equals(card)) {
            return Step.nothing(before);
        }
        for (Device one : List.of(source.get(), target.get())) {
            String against = bondable(sheet, one);
            if (!against.isEmpty()) {
                return Step.not(before, against);
            }
        }
        Sheet left = source.get().isBond() ? leave(sheet, card).sheet() : sheet;
        String name = target.get().isBond() ? target.get().name() : free(left);
        List<String> cards = new ArrayList<>(target.get().isBond() ? target.get().cards() : List.of(onto));
        cards.add(card);
        List<String> coming = left.on(card);
        Optional<String> clash = clash(left, coming, target.get().name());
        if (clash.isPresent()) {
            return Step.not(before, clash.get());
        }
        int mode = target.get().isBond() ? target.get().mode() : Sheet.ACTIVE_BACKUP;
        Sheet joined = left.move(card, name).move(onto, name).bond(name, new Bond(cards, mode));
        return Step.to(joined, target.get().isBond() ? "Put " + card + " into " + name : "Make " + name + " of " + card + " and " + onto);
    }

    /** The management network goes along with its card: it is set up from here then. */
    private Sheet manage(Sheet sheet, String device) {
        return facts.fixedOn(sheet, device).stream().filter(facts::management).findFirst()
                .map(network -> sheet.seat(network, new Seat(device, first(network)))).orElse(sheet);
    }

    /** Empty: it can be a part of a bond, or take another one in. */
    private String bondable(Sheet sheet, Device device) {
        if (device.isBond() && !device.own()) {
            return device.name() + " was made on the host itself, and is changed there.";
        }
        return facts.fixedOn(sheet, device.name()).stream().findFirst()
                .map(network -> device.name() + " carries " + facts.name(network) + ", which was made on the host itself.")
                .orElse("");
    }

    private String free(Sheet sheet) {
        int number = 0;
        while (taken(sheet, "bond" + number)) {
            number++;
        }
        return "bond" + number;
    }

    private boolean taken(Sheet sheet, String name) {
        return sheet.bonds().containsKey(name)
                || facts.nic(name).isPresent() && !facts.before().bonds().containsKey(name);
    }

    /** A card stands alone again; a bond of two is broken with that. */
    public Step leave(Sheet sheet, String card) {
        Optional<String> bond = sheet.bondOf(card);
        if (bond.isEmpty()) {
            return facts.device(sheet, card).filter(one -> one.isBond() && !one.own())
                    .map(one -> Step.not(sheet, bondable(sheet, one))).orElseGet(() -> Step.nothing(sheet));
        }
        Bond now = sheet.bonds().get(bond.get());
        if (now.cards().size() <= FEWEST) {
            return breakUp(sheet, bond.get());
        }
        List<String> rest = now.cards().stream().filter(one -> !one.equals(card)).toList();
        return Step.to(sheet.bond(bond.get(), new Bond(rest, now.mode())), "Take " + card + " out of " + bond.get());
    }

    /** The cards stand alone again; the networks sit on the first of them that has a link. */
    public Step breakUp(Sheet sheet, String bond) {
        Bond now = sheet.bonds().get(bond);
        if (now == null) {
            return facts.device(sheet, bond).filter(one -> !one.own()).map(one -> Step.not(sheet, bondable(sheet, one)))
                    .orElseGet(() -> Step.nothing(sheet));
        }
        String heir = now.cards().stream().filter(card -> facts.nic(card).map(Moves::up).orElse(false)).findFirst()
                .orElse(now.cards().getFirst());
        return Step.to(sheet.unbond(bond).move(bond, heir), "Break " + bond);
    }

    private static boolean up(HostNic nic) {
        return "up".equals(nic.getStatus());
    }

    /** @param mode as the kernel counts them */
    public Step mode(Sheet sheet, String bond, int mode) {
        Bond now = sheet.bonds().get(bond);
        return now == null || now.mode() == mode
                ? Step.nothing(sheet)
                : Step.to(sheet.bond(bond, new Bond(now.cards(), mode)), "Change the mode of " + bond);
    }

    /** The host's own address in a network. */
    public Step address(Sheet sheet, String network, Address address) {
        Seat now = sheet.seats().get(network);
        return now == null
                ? Step.nothing(sheet)
                : Step.to(sheet.seat(network, new Seat(now.device(), address)), "Change the address in " + facts.name(network));
    }
}
