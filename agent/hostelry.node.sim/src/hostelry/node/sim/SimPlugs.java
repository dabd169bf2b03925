package hostelry.node.sim;

import hostelry.node.api.DomainSpec;
import hostelry.node.api.NodeFault;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Disks and cards that come and go while a guest runs. With the host's lock held. */
final class SimPlugs {
    private final HostState host;

    SimPlugs(HostState host) {
        this.host = host;
    }

    void drive(Guest guest, DomainSpec.Drive drive) throws NodeFault {
        host.image(drive.storage, drive.disk);
        if (guest.spec.drives.stream().noneMatch(there -> there.disk.equals(drive.disk))) {
            guest.spec.drives = with(guest.spec.drives, drive);
        }
    }

    void noDrive(Guest guest, String disk) throws NodeFault {
        guest.spec.drives = without(guest, guest.spec.drives, drive -> drive.disk.equals(disk), "disk");
    }

    void card(Guest guest, DomainSpec.Card card) throws NodeFault {
        network(card);
        if (guest.spec.cards.stream().noneMatch(there -> there.mac.equalsIgnoreCase(card.mac))) {
            guest.spec.cards = with(guest.spec.cards, card);
        }
    }

    void noCard(Guest guest, String mac) throws NodeFault {
        guest.spec.cards = without(guest, guest.spec.cards, card -> card.mac.equalsIgnoreCase(mac), "network card");
    }

    void changeCard(Guest guest, DomainSpec.Card card) throws NodeFault {
        network(card);
        DomainSpec.Card there = guest.spec.cards.stream().filter(one -> one.mac.equalsIgnoreCase(card.mac)).findFirst()
                .orElseThrow(
                        () -> Trouble.notFound("The guest " + guest.spec.name + " has no network card with the address " + card.mac + "."));
        there.network = card.network;
        there.linked = card.linked;
    }

    private void network(DomainSpec.Card card) throws NodeFault {
        if (!card.network.isEmpty() && !host.facts.networks().contains(card.network)) {
            throw Trouble.notFound("The host " + host.facts.hostname() + " has no network " + card.network + ".");
        }
    }

    /** The lists of a specification may be somebody else's: they are replaced and never changed. */
    private static <T> List<T> with(List<T> parts, T part) {
        List<T> all = new ArrayList<>(parts);
        all.add(part);
        return all;
    }

    private static <T> List<T> without(Guest guest, List<T> parts, Predicate<T> which, String what) throws NodeFault {
        if (parts.stream().anyMatch(which) && guest.state == Guest.State.PAUSED) {
            throw Trouble.conflict("The guest does not let go of the " + what + ": it stands still. Let it go on first.");
        }
        return new ArrayList<>(parts.stream().filter(which.negate()).toList());
    }
}
