package hostelry.engine.storage;

import hostelry.api.Problem;
import hostelry.model.Disk;
import hostelry.model.DiskContentType;
import hostelry.model.DiskFormat;
import hostelry.model.DiskStatus;
import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainStatus;
import hostelry.model.StorageDomainType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Completes a new disk, and says what speaks against it. Pure. */
final class DiskPlan {
    private static final long LEAST = 1L << 20;
    private static final long MOST = 64L << 40;
    private static final int NAME = 255;
    private final Shelves shelves;

    DiskPlan(Shelves shelves) {
        this.shelves = shelves;
    }

    Disk plan(Disk wanted, String alias, Set<String> hosts) {
        Disk disk = EcoreUtil.copy(wanted);
        disk.setId(UUID.randomUUID().toString());
        String name = first(wanted.getAlias(), wanted.getName(), alias);
        disk.setAlias(name);
        disk.setName(name);
        disk.setStatus(DiskStatus.OK);
        disk.setStatusDetail(null);
        disk.setActualSize(0);
        if (disk.getContentType() == DiskContentType.ISO) {
            disk.setFormat(DiskFormat.RAW);
            disk.setSparse(true);
            disk.setStatusDetail("Waits for its upload.");
        } else if (disk.getFormat() == DiskFormat.COW) {
            disk.setSparse(true); // qcow2 grows as it is written: thin by nature
        }
        disk.setStorageDomain(place(disk, hosts));
        return disk;
    }

    private static String first(String... names) {
        for (String name : names) {
            if (name != null && !name.isBlank()) {
                return name.strip();
            }
        }
        return "";
    }

    /** The domain that was named, by id or name; otherwise the active one with most space that a host reaches; an ISO goes to an ISO domain if there is one. */
    private String place(Disk disk, Set<String> hosts) {
        if (disk.getStorageDomain() != null && !disk.getStorageDomain().isEmpty()) {
            String named = disk.getStorageDomain();
            return shelves.domain(named).map(StorageDomain::getId)
                    .or(() -> shelves.all(StorageDomain.class).stream().filter(domain -> named.equals(domain.getName())).map(
                            StorageDomain::getId).findFirst())
                    .orElse(named);
        }
        Optional<StorageDomain> iso = disk.getContentType() == DiskContentType.ISO ? best(StorageDomainType.ISO, hosts) : Optional.empty();
        return iso.or(() -> best(StorageDomainType.DATA, hosts)).map(StorageDomain::getId).orElse("");
    }

    private Optional<StorageDomain> best(StorageDomainType type, Set<String> hosts) {
        return shelves.all(StorageDomain.class).stream()
                .filter(domain -> domain.getType() == type && domain.getStatus() == StorageDomainStatus.ACTIVE)
                .filter(domain -> hosts.isEmpty() || domain.getHost() == null || hosts.contains(domain.getHost()))
                .max(Comparator.comparingLong(StorageDomain::getAvailable).thenComparing(StorageDomain::getName,
                        Comparator.reverseOrder()));
    }

    List<Problem> check(Disk disk) {
        List<Problem> problems = new ArrayList<>();
        if (disk.getAlias() == null || disk.getAlias().isEmpty() || disk.getAlias().length() > NAME
                || disk.getAlias().chars().anyMatch(Character::isISOControl)) {
            problems.add(Problem.badInput("alias", "'" + Texts.clipped(String.valueOf(disk.getAlias())) + "' can't be the name of a disk.",
                    "Take 1 to " + NAME + " characters on one line."));
        }
        size(disk, problems);
        domain(disk, problems);
        return problems;
    }

    private static void size(Disk disk, List<Problem> problems) {
        boolean iso = disk.getContentType() == DiskContentType.ISO;
        if (disk.getProvisionedSize() < (iso ? 1 : LEAST)) {
            problems.add(Problem.badInput("provisionedSize",
                    "A disk of " + Texts.bytes(Math.max(0, disk.getProvisionedSize())) + " is too small.",
                    iso ? "Give the size of the ISO file." : "Take at least " + Texts.bytes(LEAST) + "."));
        } else if (disk.getProvisionedSize() > MOST) {
            problems.add(Problem.badInput("provisionedSize", "A disk of " + Texts.bytes(disk.getProvisionedSize()) + " is too large.",
                    "Take at most " + Texts.bytes(MOST) + "."));
        }
    }

    private void domain(Disk disk, List<Problem> problems) {
        if (disk.getStorageDomain() == null || disk.getStorageDomain().isEmpty()) {
            problems.add(Problem.conflict(null, "There is no active storage domain for disk " + Texts.clipped(disk.getAlias()) + ".",
                    "Add or activate a data domain on a host of the cluster."));
            return;
        }
        Optional<StorageDomain> found = shelves.domain(disk.getStorageDomain());
        if (found.isEmpty()) {
            problems.add(Problem.badInput("storageDomain", "There is no storage domain " + Texts.clipped(disk.getStorageDomain()) + ".",
                    "Choose one of the list."));
            return;
        }
        StorageDomain domain = found.get();
        if (domain.getStatus() != StorageDomainStatus.ACTIVE) {
            problems.add(Problem.conflict(domain.getId(), "Storage domain " + domain.getName() + " is not active.",
                    "Activate it, or choose another."));
        }
        if (domain.getType() == StorageDomainType.ISO && disk.getContentType() != DiskContentType.ISO) {
            problems.add(Problem.badInput("storageDomain", "Storage domain " + domain.getName() + " is for ISOs only.",
                    "Choose a data domain."));
        }
        // a thin disk may promise more than there is; one that takes all its bytes may not. Nothing is known of a domain before its first report.
        boolean takesAll = !disk.isSparse() || disk.getContentType() == DiskContentType.ISO;
        boolean spaceKnown = domain.getAvailable() > 0 || domain.getUsed() > 0;
        if (takesAll && spaceKnown && disk.getProvisionedSize() > domain.getAvailable()) {
            problems.add(Problem.conflict(domain.getId(),
                    "Storage domain " + domain.getName() + " has " + Texts.bytes(domain.getAvailable()) + " left and disk "
                            + Texts.clipped(disk.getAlias()) + " needs " + Texts.bytes(disk.getProvisionedSize()) + ".",
                    "Make room there, or choose another."));
        }
    }
}
