package hostelry.node.sim;

import hostelry.node.api.NodeFault;
import java.time.Duration;
import java.util.List;

/** What can go wrong on a host, at a test's command. */
public final class SimFaults {
    private final HostState host;
    private final GuestLife life;

    SimFaults(HostState host, GuestLife life) {
        this.host = host;
        this.life = life;
    }

    /** The next guest that starts fails, in these words. */
    public void failNextStart(String detail) {
        host.quietly(() -> host.failNextStart = detail);
    }

    /** The host neither answers nor reports, and does not say so; its guests live on. */
    public void silent(boolean silent) {
        host.quietly(() -> host.silent = silent);
    }

    /** It never hears that a change of its networks is confirmed, and takes it back. */
    public void deafToConfirmations(boolean deaf) {
        host.quietly(() -> host.deafToConfirmations = deaf);
    }

    /** Every call takes so much longer. */
    public void delay(Duration delay) {
        host.quietly(() -> host.delay = delay);
    }

    /** The node's process dies and is there again at once; guests live on, what it knew of finished calls is lost. */
    public void restartNode() {
        host.quietly(() -> {
            host.done.forgetAll();
            host.endWatches("The node was restarted.");
        });
    }

    /** The power fails and comes back: all guests are off. */
    public void restartHost() {
        host.quietly(() -> {
            host.done.forgetAll();
            host.endWatches("The host was restarted.");
            host.guests.values().stream().filter(Guest::alive).toList().forEach(guest -> life.off(guest, Guest.State.OFF, "unknown"));
        });
    }

    /** Somebody destroys and undefines a guest on the host itself. */
    public void removeBehind(String id) throws NodeFault {
        host.lockedDo(() -> {
            Guest guest = host.guest(id);
            if (guest.alive()) {
                life.off(guest, Guest.State.OFF, "destroyed");
            }
            host.guests.remove(id);
            host.tellGone(id, guest.spec.name);
        });
    }

    /** Somebody pulls a guest's plug on the host itself. */
    public void stopBehind(String id) throws NodeFault {
        host.lockedDo(() -> {
            Guest guest = host.guest(id);
            if (guest.alive()) {
                life.off(guest, Guest.State.OFF, "destroyed");
            }
        });
    }

    /** QEMU dies. */
    public void crash(String id) throws NodeFault {
        host.lockedDo(() -> {
            Guest guest = host.guest(id);
            if (guest.alive()) {
                life.off(guest, Guest.State.CRASHED, "crashed");
            }
        });
    }

    /** Not a byte more fits on a storage domain, until it is said otherwise. */
    public void diskFull(String storage, boolean full) throws NodeFault {
        host.lockedDo(() -> {
            host.storage(storage).full = full;
            host.tellStorages();
        });
    }

    /** A storage domain is in trouble; empty: all is well again. */
    public void storageTrouble(String storage, String trouble) throws NodeFault {
        host.lockedDo(() -> {
            host.storage(storage).trouble = trouble;
            host.tellStorages();
        });
    }

    /** Ids of the guests that run or are being launched. */
    public List<String> alive() {
        host.lock.lock();
        try {
            return host.guests.values().stream().filter(Guest::alive).map(guest -> guest.id).toList();
        } finally {
            host.lock.unlock();
        }
    }

    /** {@code STORAGE/DISK} of every image. */
    public List<String> images() {
        host.lock.lock();
        try {
            return host.storages.values().stream()
                    .flatMap(storage -> storage.images.keySet().stream().map(disk -> storage.id + "/" + disk)).toList();
        } finally {
            host.lock.unlock();
        }
    }

    /** Ids of the guests that run. */
    public List<String> running() {
        host.lock.lock();
        try {
            return host.guests.values().stream().filter(Guest::running).map(guest -> guest.id).toList();
        } finally {
            host.lock.unlock();
        }
    }
}
