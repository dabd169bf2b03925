package hostelry.engine.watch;

import hostelry.model.Host;
import hostelry.model.Severity;
import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainStatus;
import hostelry.node.api.Report;
import hostelry.node.api.Report.StorageFacts;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The storage domains of a host: their space, and whether they work. Pure. */
final class CompareStorage {
    /** oVirt warns below a tenth. */
    private static final long LOW = 10;
    private final Known known;
    private final Host host;
    private final Seen seen;
    private final List<Move> moves;
    private final List<Said> events;

    CompareStorage(Known known, Host host, Seen seen, List<Move> moves, List<Said> events) {
        this.known = known;
        this.host = host;
        this.seen = seen;
        this.moves = moves;
        this.events = events;
    }

    void storages(Report report) {
        Set<String> news = (seen.full() ? seen.storages().values() : report.storages()).stream().map(StorageFacts::id)
                .collect(Collectors.toSet());
        seen.storages().values().forEach(facts -> known.domain(facts.id()).filter(domain -> host.getId().equals(domain.getHost()))
                .filter(domain -> news.contains(facts.id()) || unmeasured(domain)).ifPresent(domain -> storage(domain, facts)));
    }

    /** Nothing is known of its space: what the host told of it came while it was being added. */
    private static boolean unmeasured(StorageDomain domain) {
        return domain.getStatus() == StorageDomainStatus.ACTIVE && domain.getAvailable() + domain.getUsed() == 0;
    }

    private void storage(StorageDomain domain, StorageFacts facts) {
        if (!facts.trouble().isEmpty()) {
            trouble(domain, facts.trouble());
            return;
        }
        moves.add(new Move.StorageHas(facts));
        boolean before = domain.getAvailable() + domain.getUsed() > 0
                && low(domain.getAvailable(), domain.getAvailable() + domain.getUsed());
        if (low(facts.free(), facts.total()) && !before) {
            events.add(new Said(Severity.WARNING, Codes.SPACE_LOW,
                    "Storage domain " + domain.getName() + " is nearly full: " + (facts.free() >> 20)
                            + " MiB are left. Remove disks that nobody needs, or make it larger.",
                    domain.getId()));
        }
        if (domain.getStatus() == StorageDomainStatus.INACTIVE || domain.getStatus() == StorageDomainStatus.UNKNOWN) {
            moves.add(new Move.StorageIs(domain.getId(), StorageDomainStatus.ACTIVE, null));
            if (domain.getStatus() == StorageDomainStatus.INACTIVE) {
                events.add(new Said(Severity.NORMAL, Codes.STORAGE_BACK, "Storage domain " + domain.getName() + " works again.",
                        domain.getId()));
            }
        }
    }

    private void trouble(StorageDomain domain, String trouble) {
        boolean active = domain.getStatus() == StorageDomainStatus.ACTIVE || domain.getStatus() == StorageDomainStatus.UNKNOWN;
        if (active) {
            moves.add(new Move.StorageIs(domain.getId(), StorageDomainStatus.INACTIVE, trouble));
            events.add(new Said(Severity.ERROR, Codes.STORAGE_TROUBLE,
                    "Storage domain " + domain.getName() + " does not work on host " + host.getName() + ": " + trouble,
                    domain.getId()));
        }
    }

    private static boolean low(long free, long total) {
        return free < total / LOW;
    }
}
