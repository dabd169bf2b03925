package hostelry.node.libvirt.disks;

import hostelry.node.api.CopyFacts;
import hostelry.node.api.DiskSpec;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Copies that are on their way, each on a thread of its own; they end with the node, and whoever asks again begins again. Callers hold the turn of the new disk. */
final class Copies {
    /** @param total bytes that the copy is thought to take */
    private record Running(String key, Path half, long total, FutureTask<Boolean> task, Thread thread) {}

    private final Map<String, Running> running = new ConcurrentHashMap<>();

    /** Whether that image is there: none is before it is whole. */
    boolean whole(Storages.Place place, DiskSpec to) throws NodeFault {
        Path image = place.image(to.disk);
        if (running.containsKey(to.disk) || !Files.exists(image, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Label there = Label.read(image);
        if (there.size() != to.size || !there.format().equals(to.format)) {
            throw new NodeFault(FaultCode.CONFLICT,
                    "The disk " + to.disk + " is there already, as " + there.format() + " of " + there.size() + " bytes.");
        }
        return true;
    }

    /** Begins, or says how far it is. */
    CopyFacts copy(String key, Path source, Storages.Place place, DiskSpec to, Runnable changed) throws NodeFault {
        Running one = running.get(to.disk);
        if (one == null) {
            one = begin(key, source, place, to);
            running.put(to.disk, one);
            one.thread().start();
        }
        if (!one.key().equals(key)) {
            throw new NodeFault(FaultCode.CONFLICT, "The disk " + to.disk + " is being copied for somebody else.");
        }
        if (one.task().isDone()) {
            running.remove(to.disk);
            outcome(one);
            changed.run();
            return VerifyDisk.copied(place.image(to.disk));
        }
        CopyFacts facts = new CopyFacts();
        facts.total = one.total();
        // it may be renamed this moment: then it has all
        facts.done = Files.exists(one.half(), LinkOption.NOFOLLOW_LINKS) ? Math.min(taken(one), one.total()) : 0;
        return facts;
    }

    private static long taken(Running one) throws NodeFault {
        try {
            return VerifyDisk.taken(one.half());
        } catch (NodeFault e) {
            if (!Files.exists(one.half(), LinkOption.NOFOLLOW_LINKS)) {
                return one.total();
            }
            throw e;
        }
    }

    private static Running begin(String key, Path source, Storages.Place place, DiskSpec to) throws NodeFault {
        long total = CopyDisk.check(source, place, to);
        FutureTask<Boolean> task = new FutureTask<>(() -> {
            CopyDisk.run(source, place, to);
            return true;
        });
        return new Running(key, CopyDisk.half(place.image(to.disk)), total, task,
                Thread.ofPlatform().daemon().name("copy of disk " + to.disk).unstarted(task));
    }

    private static void outcome(Running one) throws NodeFault {
        try {
            one.task().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof NodeFault fault) {
                throw fault;
            }
            throw new NodeFault(FaultCode.FAILED, "To copy the disk failed: " + e.getCause() + ".", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NodeFault(FaultCode.UNAVAILABLE, "The call was given up.", e);
        }
    }

    /** Ends the copy, and returns when nothing writes any more. */
    void end(String disk) throws NodeFault {
        Running one = running.remove(disk);
        if (one == null) {
            return;
        }
        one.thread().interrupt();
        try {
            one.thread().join();
        } catch (InterruptedException e) {
            running.put(disk, one);
            Thread.currentThread().interrupt();
            throw new NodeFault(FaultCode.UNAVAILABLE, "The call was given up.", e);
        }
    }
}
