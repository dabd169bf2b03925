package hostelry.node.sim;

import hostelry.node.api.Display;
import hostelry.node.api.DomainSpec;
import hostelry.node.api.DomainWork;
import hostelry.node.api.Domains;
import hostelry.node.api.NodeFault;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The verbs of guests. */
final class SimDomains implements Domains {
    private final HostState host;
    private final GuestLife life;
    private final SimPlugs plugs;

    SimDomains(HostState host, GuestLife life) {
        this.host = host;
        this.life = life;
        this.plugs = new SimPlugs(host);
    }

    @Override
    public void start(String key, DomainSpec spec) throws NodeFault {
        host.enter();
        Guest guest = host.locked(() -> launch(key, spec));
        if (guest == null) {
            return;
        }
        int start = guest.life;
        host.time.sleep(life.launchTime());
        host.lockedDo(() -> {
            String trouble = host.failNextStart;
            host.failNextStart = null;
            if (guest.life != start || guest.state != Guest.State.LAUNCHING) {
                throw Trouble.failed("The guest " + spec.name + " was stopped while it started.");
            }
            if (trouble != null) {
                life.off(guest, Guest.State.OFF, "failed");
                throw Trouble.failed(trouble);
            }
            host.done.add(key);
            life.running(guest);
        });
    }

    /** Takes memory and a name for the guest; null where nothing is to be done. */
    private @Nullable Guest launch(String key, DomainSpec spec) throws NodeFault {
        Guest known = host.guests.get(spec.id);
        if (spec.asDefined) {
            return launch(key, host.guest(spec.id).spec);
        }
        if (host.done.has(key) || known != null && known.running()) {
            return null;
        }
        if (known != null && known.state == Guest.State.LAUNCHING) {
            throw Trouble.conflict("The guest " + spec.name + " is being started.");
        }
        for (Guest other : host.guests.values()) {
            if (!other.id.equals(spec.id) && other.spec.name.equals(spec.name)) {
                throw Trouble.conflict("Another guest on " + host.facts.hostname() + " has the name " + spec.name + ".");
            }
        }
        for (DomainSpec.Drive drive : spec.drives) {
            host.image(drive.storage, drive.disk);
        }
        if (spec.cdStorage != null && spec.cdDisk != null) {
            host.image(spec.cdStorage, spec.cdDisk);
        }
        for (DomainSpec.Card card : spec.cards) {
            if (!card.network.isEmpty() && !host.facts.networks().contains(card.network)) {
                throw Trouble.notFound("The host " + host.facts.hostname() + " has no network " + card.network + ".");
            }
        }
        long free = host.facts.memory() - HostState.RESERVED - host.memoryTaken();
        if (spec.memory > free) {
            throw Trouble.noMemory("The guest " + spec.name + " wants " + mib(spec.memory) + " of memory, and " + host.facts.hostname()
                    + " has " + mib(free) + " left.");
        }
        Guest guest = known != null ? known : new Guest(spec, load(spec));
        if (known != null) {
            guest.spec = spec;
            guest.load = load(spec);
        }
        host.guests.put(guest.id, guest);
        if (!guest.saved) {
            guest.cpus = 0;
            guest.memory = 0;
        }
        guest.state = Guest.State.LAUNCHING;
        guest.life++;
        return guest;
    }

    private GuestLoad load(DomainSpec spec) {
        return new GuestLoad(spec.id, spec.memory, new SplittableRandom(spec.id.hashCode()));
    }

    private static String mib(long bytes) {
        return Math.max(0, bytes >> 20) + " MiB";
    }

    @Override
    public void shutdown(String key, String id) throws NodeFault {
        host.enter();
        host.lockedDo(() -> {
            if (!host.done.has(key)) {
                Guest guest = host.guest(id);
                if (guest.running()) {
                    life.leave(guest);
                } else if (guest.alive()) {
                    // libvirt has it wait until the launch is over
                    guest.leaving = true;
                }
                host.done.add(key);
            }
        });
    }

    @Override
    public void stop(String key, String id) throws NodeFault {
        host.enter();
        host.lockedDo(() -> {
            Guest guest = host.guests.get(id);
            if (!host.done.has(key) && guest != null && guest.alive()) {
                life.off(guest, Guest.State.OFF, "destroyed");
            }
            host.done.add(key);
        });
    }

    @Override
    public void remove(String key, String id) throws NodeFault {
        host.enter();
        host.lockedDo(() -> {
            Guest guest = host.guests.get(id);
            if (!host.done.has(key) && guest != null) {
                if (guest.alive()) {
                    throw Trouble.conflict("The guest " + guest.spec.name + " runs. Stop it first.");
                }
                host.guests.remove(id);
                host.tellGone(id, guest.spec.name);
            }
            host.done.add(key);
        });
    }

    @Override
    public Display ticket(String key, String id, String graphics, String password, int seconds) throws NodeFault {
        host.enter();
        return host.locked(() -> {
            if (host.done.answer(key) instanceof Display given) {
                return given;
            }
            Guest guest = host.guest(id);
            if (!guest.running()) {
                throw Trouble.conflict("The guest " + guest.spec.name + " does not run: it has no console.");
            }
            int index = guest.spec.graphics.indexOf(graphics);
            if (index < 0) {
                throw Trouble.conflict("The guest " + guest.spec.name + " has no " + graphics + " console.");
            }
            Display display = new Display();
            display.graphics = graphics;
            display.address = host.facts.hostname();
            display.port = guest.port + index;
            host.done.add(key, display);
            return display;
        });
    }

    @Override
    public void changeCd(String key, String id, String storage, String disk) throws NodeFault {
        host.enter();
        host.lockedDo(() -> {
            if (host.done.has(key)) {
                return;
            }
            Guest guest = host.guest(id);
            if (!guest.running()) {
                throw Trouble.conflict("The guest " + guest.spec.name + " does not run.");
            }
            if (!storage.isEmpty()) {
                host.image(storage, disk);
            }
            guest.spec.cdStorage = storage.isEmpty() ? null : storage;
            guest.spec.cdDisk = storage.isEmpty() ? null : disk;
            host.done.add(key);
        });
    }

    @Override
    public void pause(String key, String id) throws NodeFault {
        act(key, id, life::pause);
    }

    @Override
    public void resume(String key, String id) throws NodeFault {
        act(key, id, life::resume);
    }

    @Override
    public void suspend(String key, String id) throws NodeFault {
        host.enter();
        host.lockedDo(() -> {
            Guest guest = host.guest(id);
            if (!host.done.has(key) && !guest.saved) {
                mustRun(guest);
                guest.saved = true;
                life.off(guest, Guest.State.OFF, "saved");
            }
            host.done.add(key);
        });
    }

    @Override
    public void discard(String key, String id) throws NodeFault {
        host.enter();
        host.lockedDo(() -> {
            Guest guest = host.guests.get(id);
            if (!host.done.has(key) && guest != null) {
                guest.saved = false;
            }
            host.done.add(key);
        });
    }

    @Override
    public void reboot(String key, String id) throws NodeFault {
        act(key, id, life::reboot);
    }

    @Override
    public void reset(String key, String id) throws NodeFault {
        act(key, id, life::reboot);
    }

    @Override
    public void plugDrive(String key, String id, DomainSpec.Drive drive) throws NodeFault {
        act(key, id, guest -> plugs.drive(guest, drive));
    }

    @Override
    public void unplugDrive(String key, String id, String storage, String disk) throws NodeFault {
        unplug(key, id, guest -> plugs.noDrive(guest, disk));
    }

    @Override
    public void plugCard(String key, String id, DomainSpec.Card card) throws NodeFault {
        act(key, id, guest -> plugs.card(guest, card));
    }

    @Override
    public void changeCard(String key, String id, DomainSpec.Card card) throws NodeFault {
        act(key, id, guest -> plugs.changeCard(guest, card));
    }

    @Override
    public void unplugCard(String key, String id, String mac) throws NodeFault {
        unplug(key, id, guest -> plugs.noCard(guest, mac));
    }

    /** What is done to a guest. */
    private interface Act {
        void on(Guest guest) throws NodeFault;
    }

    private void unplug(String key, String id, Act act) throws NodeFault {
        host.enter();
        host.lockedDo(() -> {
            Guest guest = host.guests.get(id);
            if (!host.done.has(key) && guest != null && guest.running()) {
                act.on(guest);
            }
            host.done.add(key);
        });
    }

    private void act(String key, String id, Act act) throws NodeFault {
        host.enter();
        host.lockedDo(() -> {
            if (!host.done.has(key)) {
                Guest guest = host.guest(id);
                mustRun(guest);
                act.on(guest);
                host.done.add(key);
            }
        });
    }

    private static void mustRun(Guest guest) throws NodeFault {
        if (!guest.running()) {
            throw Trouble.conflict("The guest " + guest.spec.name + " does not run.");
        }
    }

    /** Nothing takes long here. */
    @Override
    public DomainWork work(String id) throws NodeFault {
        host.enter();
        return new DomainWork();
    }

    @Override
    public void breakOff(String id) throws NodeFault {
        host.enter();
    }

    @Override
    public void setCpus(String key, String id, int cpus) throws NodeFault {
        act(key, id, guest -> plugs.cpus(guest, cpus));
    }

    @Override
    public void setMemory(String key, String id, long memory) throws NodeFault {
        act(key, id, guest -> plugs.memory(guest, memory));
    }
}
