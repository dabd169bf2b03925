package hostelry.node.sim;

import hostelry.node.api.DomainSpec;
import hostelry.node.api.Landing;
import hostelry.node.api.Migration;
import hostelry.node.api.MigrationFacts;
import hostelry.node.api.MigrationOrder;
import hostelry.node.api.NodeFault;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Moves of guests between the hosts of one simulated estate. What is here is guarded by the host's lock; two hosts are locked in the order of their ids. */
final class SimMigration implements Migration {
    /** A move lasts as long as this many launches. */
    private static final int LAUNCHES = 3;

    private final HostState host;
    private final GuestLife life;
    private final Function<String, Optional<SimHost>> neighbours;
    private final Map<String, DomainSpec> expected = new HashMap<>();
    private final Map<String, Move> moves = new HashMap<>();

    /** One guest on its way. */
    private static final class Move {
        private final String key;
        private final long began;
        private final Duration lasts;
        private final long memory;
        private String state = "running";
        private String detail = "";

        Move(String key, long began, Duration lasts, long memory) {
            this.key = key;
            this.began = began;
            this.lasts = lasts;
            this.memory = memory;
        }
    }

    /** @param neighbours the other hosts, by id */
    SimMigration(HostState host, GuestLife life, Function<String, Optional<SimHost>> neighbours) {
        this.host = host;
        this.life = life;
        this.neighbours = neighbours;
    }

    @Override
    public Landing receive(String key, DomainSpec spec) throws NodeFault {
        host.enter();
        return host.locked(() -> {
            Guest known = host.guests.get(spec.id);
            if (known != null && known.alive()) {
                throw Trouble.conflict("The guest " + spec.name + " runs on " + host.facts.hostname() + " already.");
            }
            for (DomainSpec.Drive drive : spec.drives) {
                host.image(drive.storage, drive.disk);
            }
            if (spec.cdStorage != null && spec.cdDisk != null) {
                host.image(spec.cdStorage, spec.cdDisk);
            }
            long free = host.facts.memory() - HostState.RESERVED - host.memoryTaken();
            if (spec.memory > free) {
                throw Trouble.noMemory("The guest " + spec.name + " wants " + (spec.memory >> 20) + " MiB of memory, and "
                        + host.facts.hostname() + " has "
                        + (Math.max(0, free) >> 20) + " MiB left.");
            }
            expected.put(spec.id, spec);
            Landing landing = new Landing();
            landing.listen = "0.0.0.0";
            landing.serialLog = "/var/log/hostelry/" + spec.id + ".serial.log";
            for (DomainSpec.Drive drive : spec.drives) {
                Landing.Image image = new Landing.Image();
                image.storage = drive.storage;
                image.disk = drive.disk;
                image.file = "/var/lib/hostelry/" + drive.storage + "/" + drive.disk;
                landing.images.add(image);
            }
            return landing;
        });
    }

    @Override
    public MigrationFacts send(String key, String id, MigrationOrder order) throws NodeFault {
        host.enter();
        return host.locked(() -> {
            Move move = moves.get(id);
            if (move != null && move.key.equals(key)) {
                return facts(move);
            }
            if (move != null && move.state.equals("running")) {
                throw Trouble.conflict("The guest is being sent for somebody else.");
            }
            Guest guest = host.guests.get(id);
            if (host.done.has(key) || guest == null) {
                return facts("arrived", "");
            }
            if (!guest.running()) {
                return facts("failed", "The guest has ended here.");
            }
            if (order.look) {
                return facts(MigrationFacts.HERE, "");
            }
            Duration lasts = life.launchTime().multipliedBy(LAUNCHES);
            Move begun = new Move(key, host.time.now(), lasts, guest.spec.memory);
            moves.put(id, begun);
            host.time.after(lasts, () -> land(id, begun, order.host));
            return facts(begun);
        });
    }

    private static MigrationFacts facts(String state, String detail) {
        MigrationFacts facts = new MigrationFacts();
        facts.state = state;
        facts.detail = detail;
        return facts;
    }

    private MigrationFacts facts(Move move) {
        MigrationFacts facts = new MigrationFacts();
        facts.state = move.state;
        facts.detail = move.detail;
        facts.total = move.memory;
        facts.elapsed = Math.min(host.time.now() - move.began, move.lasts.toMillis());
        facts.remaining = move.state.equals("arrived") ? 0 : move.memory - move.memory * facts.elapsed / Math.max(1, move.lasts.toMillis());
        facts.rate = move.memory * 1000 / Math.max(1, move.lasts.toMillis());
        facts.downtime = 30;
        return facts;
    }

    private void land(String id, Move move, String there) {
        SimHost other = neighbours.apply(there).orElse(null);
        if (other == null) {
            host.quietly(() -> fail(move, "No host has the id " + there + "."));
            return;
        }
        boolean first = host.facts.hostId().compareTo(there) < 0;
        HostState one = first ? host : other.state();
        HostState two = first ? other.state() : host;
        one.quietly(() -> two.quietly(() -> land(id, move, other)));
    }

    private void land(String id, Move move, SimHost other) {
        Guest guest = host.guests.get(id);
        if (!move.state.equals("running")) {
            return; // cancelled
        }
        DomainSpec spec = other.arrivals().expected.remove(id);
        if (guest == null || !guest.running()) {
            fail(move, "The guest ended on its way.");
        } else if (other.state().silent || spec == null) {
            fail(move, "The host " + other.state().facts.hostname() + " does not answer.");
        } else {
            Guest arrived = new Guest(spec, guest.load);
            arrived.cpus = guest.cpus;
            arrived.memory = guest.memory;
            other.life().arrive(arrived, guest);
            move.state = "arrived";
            host.done.add(move.key);
            life.off(guest, Guest.State.OFF, "migrated");
            host.guests.remove(id);
            host.tellGone(id, guest.spec.name);
        }
    }

    private static void fail(Move move, String why) {
        move.state = "failed";
        move.detail = why;
    }

    @Override
    public void cancel(String key, String id) throws NodeFault {
        host.enter();
        host.lockedDo(() -> {
            Move move = moves.get(id);
            if (move != null && move.state.equals("running")) {
                move.state = "cancelled";
            }
        });
    }

    @Override
    public MigrationFacts received(String key, String id) throws NodeFault {
        host.enter();
        return host.locked(() -> {
            if (!host.guest(id).running()) {
                throw Trouble.notFound("The guest is not here.");
            }
            MigrationFacts facts = new MigrationFacts();
            facts.state = "arrived";
            facts.downtime = 30;
            return facts;
        });
    }
}
