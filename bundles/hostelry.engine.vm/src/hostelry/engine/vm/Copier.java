package hostelry.engine.vm;

import hostelry.engine.spi.DiskImages;
import hostelry.engine.spi.DiskImages.Copy;
import hostelry.engine.work.Keys;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Reach;
import hostelry.model.Disk;
import hostelry.model.DiskStatus;
import hostelry.node.api.CopyFacts;
import hostelry.node.api.NodeFault;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lets hosts copy disks, one after the other, and says how far they are. What was begun before a crash goes on: the keys are the same. */
final class Copier {
    /** What a copy that is not whole says of itself. */
    static final String WAITING = "Is being copied.";
    private static final Duration SHORTEST = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofSeconds(1);
    /** A node that is started anew answers again before that. */
    private static final int SILENCES = 30;

    private final DiskImages images;

    Copier(DiskImages images) {
        this.images = images;
    }

    /** A disk as it stands in the estate while its bytes come. */
    static Disk locked(Disk planned) {
        planned.setStatus(DiskStatus.LOCKED);
        planned.setStatusDetail(WAITING);
        return planned;
    }

    static void unlocked(Disk disk, long bytes) {
        disk.setStatus(DiskStatus.OK);
        disk.setStatusDetail(null);
        disk.setActualSize(bytes);
    }

    /** Returns the bytes that each takes, by its id. */
    Map<String, Long> copy(Progress progress, List<Copy> copies) throws InterruptedException {
        Map<String, Long> taken = new HashMap<>();
        for (Copy copy : copies) {
            taken.put(copy.planned().getId(), copy(progress, copy, taken.size(), copies.size()));
        }
        return taken;
    }

    private long copy(Progress progress, Copy copy, int before, int all) throws InterruptedException {
        String key = Keys.part(progress.jobId(), "copy " + copy.planned().getId());
        String name = "Copying disk " + copy.source().getAlias();
        progress.at(100 * before / all, name);
        CopyFacts facts;
        try (Progress.Turn turn = progress.turn(images.host(copy.planned()))) {
            facts = images.copy(key, copy);
        } catch (NodeFault e) {
            throw refusal(e, copy);
        }
        Duration pause = SHORTEST;
        int silences = 0;
        while (!facts.finished) {
            progress.pause();
            progress.at((int) ((100 * before + share(facts)) / all), name);
            Thread.sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
            try {
                facts = images.copy(key, copy);
                silences = 0;
            } catch (NodeFault e) {
                if (!Reach.silent(e) || ++silences > SILENCES) {
                    throw refusal(e, copy);
                }
            }
        }
        return facts.done;
    }

    private static long share(CopyFacts facts) {
        return facts.total <= 0 ? 0 : Math.min(99, facts.done / Math.max(1, facts.total / 100));
    }

    private static hostelry.api.Refusal refusal(NodeFault fault, Copy copy) {
        return Reach.refusal(fault, copy.source().getId(), "Disk " + copy.source().getAlias() + " could not be copied");
    }

    /** Takes back what was copied, whole or half. */
    void undo(String owner, List<Disk> planned) throws NodeFault {
        for (Disk disk : planned) {
            if (disk.getStorageDomain() != null && !disk.getStorageDomain().isEmpty()) {
                images.delete(Keys.part(owner, "undo " + disk.getId()), disk);
            }
        }
    }
}
