package hostelry.engine.storage;

import hostelry.api.Problem;
import hostelry.engine.work.Problems;
import hostelry.model.Disk;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainStatus;
import hostelry.model.StorageDomainType;
import hostelry.model.StorageType;
import hostelry.model.Vm;
import hostelry.model.states.StorageDomainMove;
import hostelry.model.states.StorageDomainMoves;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Pure questions about storage domains, each answered with every reason against. */
final class DomainChecks {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,50}");
    private final Shelves shelves;
    private final Problems problems;

    DomainChecks(Shelves shelves, Problems problems) {
        this.shelves = shelves;
        this.problems = problems;
    }

    Optional<StorageDomain> domain(String id) {
        Optional<StorageDomain> domain = shelves.domain(id);
        problems.require(domain.isPresent(), () -> Problem.notFound("storage domain", id));
        return domain;
    }

    void fresh(StorageDomain domain) {
        name(domain.getName(), null);
        problems.require(domain.getType() != StorageDomainType.EXPORT,
                () -> Problem.badInput("type", "Export domains are not to be had yet.", "Take data or iso."));
        problems.require(domain.getStorageType() == StorageType.LOCALFS, () -> Problem.badInput("storage.type",
                "Storage of type " + domain.getStorageType().getLiteral() + " is not to be had yet.", "Take localfs."));
        host(domain);
        path(domain);
    }

    void name(@Nullable String name, @Nullable String except) {
        if (name == null || !NAME.matcher(name).matches()) {
            problems.add(Problem.badInput("name", name == null || name.isEmpty()
                    ? "A storage domain needs a name."
                    : "'" + Texts.clipped(name) + "' can't be the name of a storage domain.",
                    "Take 1 to 50 letters, digits, dots, underscores or hyphens."));
            return;
        }
        problems.require(
                shelves.all(StorageDomain.class).stream().noneMatch(other -> name.equals(other.getName()) && !other.getId().equals(except)),
                () -> new Problem(Problem.Kind.CONFLICT, "There is a storage domain named " + name + " already.", "Take another name.",
                        "name"));
    }

    private void host(StorageDomain domain) {
        Optional<Host> host = shelves.find(Host.class, domain.getHost());
        if (host.isEmpty()) {
            problems.add(Problem.badInput("host",
                    domain.getHost() == null || domain.getHost().isEmpty()
                            ? "It is not said on which host the folder is."
                            : "There is no host " + Texts.clipped(domain.getHost()) + ".",
                    "Name a host that is up."));
            return;
        }
        up(host.get());
    }

    void up(Host host) {
        problems.require(host.getStatus() == HostStatus.UP, () -> Problem.conflict(host.getId(), "Host " + host.getName() + " is not up.",
                host.getStatus() == HostStatus.MAINTENANCE ? "Activate it first." : "Wait until it answers."));
    }

    private void path(StorageDomain domain) {
        String path = domain.getPath();
        if (path == null || path.isEmpty()) {
            return; // the node chooses
        }
        problems.require(path.startsWith("/") && path.length() <= 1024 && path.chars().noneMatch(Character::isISOControl),
                () -> Problem.badInput("storage.path",
                        "'" + Texts.clipped(path) + "' is not an absolute path of a folder.",
                        "Begin it with a slash, or leave it empty to let the host choose."));
        shelves.domains(String.valueOf(domain.getHost())).stream().filter(other -> path.equals(other.getPath())).findFirst()
                .ifPresent(other -> problems.add(
                        Problem.conflict(other.getId(),
                                "Folder " + path + " on host " + shelves.hostName(domain.getHost()) + " belongs to storage domain "
                                        + other.getName()
                                        + ".",
                                "Choose another folder.")));
    }

    /** @param done how the move is called: {@code activated} */
    void permits(StorageDomain domain, StorageDomainMove move, String done) {
        problems.require(StorageDomainMoves.permits(domain.getStatus(), move), () -> Problem.conflict(domain.getId(),
                "Storage domain " + domain.getName() + " can't be " + done + " while it is "
                        + (domain.getStatus() == StorageDomainStatus.MAINTENANCE ? "in " : "")
                        + domain.getStatus().getLiteral().replace('_', ' ') + ".",
                move == StorageDomainMove.ACTIVATE && domain.getStatus() == StorageDomainStatus.ACTIVE
                        || move == StorageDomainMove.DEACTIVATE && domain.getStatus() == StorageDomainStatus.MAINTENANCE
                                ? "There is nothing to do."
                                : ""));
    }

    /** Nobody runs from it, and nothing is being moved into it or out of it. */
    void idle(StorageDomain domain) {
        for (Disk disk : shelves.disks(domain.getId())) {
            String guests = shelves.running(disk.getId()).stream().map(Vm::getName).collect(Collectors.joining(", "));
            problems.require(guests.isEmpty(),
                    () -> Problem.conflict(disk.getId(),
                            "Disk " + disk.getAlias() + " of storage domain " + domain.getName() + " is used by "
                                    + guests + ".",
                            "Shut that down first."));
            problems.require(shelves.transfer(disk.getId()).isEmpty(),
                    () -> Problem.conflict(disk.getId(), "Disk " + disk.getAlias() + " of storage domain "
                            + domain.getName() + " is being transferred.", "Wait for the end, or cancel the transfer."));
        }
    }

    void empty(StorageDomain domain) {
        int disks = shelves.disks(domain.getId()).size();
        problems.require(disks == 0,
                () -> Problem.conflict(domain.getId(),
                        "Storage domain " + domain.getName() + " holds " + disks + (disks == 1 ? " disk." : " disks."),
                        "Remove them first."));
    }
}
