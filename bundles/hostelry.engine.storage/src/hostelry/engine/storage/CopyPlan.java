package hostelry.engine.storage;

import hostelry.api.Problem;
import hostelry.engine.spi.DiskImages.Copy;
import hostelry.model.Disk;
import hostelry.model.StorageDomain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What speaks against copies of disks. Pure. */
final class CopyPlan {
    private final Shelves shelves;

    CopyPlan(Shelves shelves) {
        this.shelves = shelves;
    }

    List<Problem> check(List<Copy> copies) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Long> needed = new LinkedHashMap<>();
        for (Copy copy : copies) {
            List<Problem> against = new DiskPlan(shelves).check(copy.planned());
            problems.addAll(against);
            if (against.isEmpty()) {
                oneHost(copy, problems);
                needed.merge(copy.planned().getStorageDomain(), bytes(copy), Long::sum);
            }
        }
        needed.forEach((domain, bytes) -> shelves.domain(domain).ifPresent(found -> room(found, bytes, problems)));
        return problems;
    }

    /** A thin disk takes no more than what is written in it. */
    private static long bytes(Copy copy) {
        return copy.planned().isSparse() ? copy.source().getActualSize() : copy.planned().getProvisionedSize();
    }

    /** Bytes don't go over the network yet: one host must reach both. */
    private void oneHost(Copy copy, List<Problem> problems) {
        Optional<StorageDomain> from = shelves.domain(copy.source().getStorageDomain());
        Optional<StorageDomain> to = shelves.domain(copy.planned().getStorageDomain());
        if (from.isPresent() && to.isPresent() && !Objects.equals(from.get().getHost(), to.get().getHost())) {
            problems.add(Problem.conflict(copy.source().getId(),
                    "Disk " + name(copy.source()) + " is on storage domain " + from.get().getName() + ", and no host reaches both that and "
                            + to.get().getName() + ".",
                    "Choose a storage domain of the same host."));
        }
    }

    /** Nothing is known of a domain before its first report. */
    private static void room(StorageDomain domain, long bytes, List<Problem> problems) {
        boolean known = domain.getAvailable() > 0 || domain.getUsed() > 0;
        if (known && bytes > domain.getAvailable()) {
            problems.add(Problem.conflict(domain.getId(),
                    "Storage domain " + domain.getName() + " has " + Texts.bytes(domain.getAvailable()) + " left, and the copies need "
                            + Texts.bytes(bytes) + ".",
                    "Make room there first."));
        }
    }

    private static String name(Disk disk) {
        return Texts.clipped(String.valueOf(disk.getAlias()));
    }
}
