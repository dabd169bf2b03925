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

    void cpus(Guest guest, int cpus) throws NodeFault {
        int most = Math.max(guest.spec.sockets, guest.spec.socketsMax) * guest.spec.cores * guest.spec.threads;
        if (cpus > most) {
            throw Trouble.conflict("The guest was started with room for " + most + " CPUs, and not for " + cpus + ".");
        }
        if (cpus < guest.cpus()) {
            lets(guest, "CPUs");
            if (cpus < guest.bornCpus()) {
                throw Trouble
                        .conflict("The guest was started with " + guest.bornCpus() + " CPUs, and only those that were plugged in can go.");
            }
        }
        guest.cpus = cpus;
        host.tell(guest);
    }

    void memory(Guest guest, long memory) throws NodeFault {
        if (memory > guest.memory()) {
            if (memory > Math.max(guest.spec.memory, guest.spec.memoryMax)) {
                throw Trouble.conflict("The guest was started with room for " + (Math.max(guest.spec.memory, guest.spec.memoryMax) >> 20)
                        + " MiB of memory, and not for " + (memory >> 20) + " MiB.");
            }
            long free = host.facts.memory() - HostState.RESERVED - host.memoryTaken();
            if (memory - guest.memory() > free) {
                throw Trouble.noMemory("The guest wants " + (memory - guest.memory() >> 20) + " MiB more of memory, and "
                        + host.facts.hostname() + " has " + (Math.max(0, free) >> 20) + " MiB left.");
            }
        } else if (memory < guest.memory()) {
            lets(guest, "memory");
            if (memory < guest.spec.memory) {
                throw Trouble.conflict("The guest was started with " + (guest.spec.memory >> 20)
                        + " MiB of memory, and only what was plugged in can go.");
            }
        }
        guest.memory = memory;
        host.tell(guest);
    }

    private static void lets(Guest guest, String what) throws NodeFault {
        if (guest.state == Guest.State.PAUSED) {
            throw Trouble.conflict("The guest does not let go of the " + what + ": it stands still. Let it go on first.");
        }
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
        if (parts.stream().anyMatch(which)) {
            lets(guest, what);
        }
        return new ArrayList<>(parts.stream().filter(which.negate()).toList());
    }
}
