package hostelry.engine.host;

import hostelry.api.Problem;
import hostelry.engine.work.Problems;
import hostelry.model.Cluster;
import hostelry.model.Entity;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.StorageDomain;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.model.states.HostMove;
import hostelry.model.states.HostMoves;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Pure questions, each answered with every reason against. */
final class Checks {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._:-]{1,255}");
    private static final int MANY = 5;
    private final Floors floors;
    private final Problems problems;

    Checks(Floors floors, Problems problems) {
        this.floors = floors;
        this.problems = problems;
    }

    <T extends Entity> Optional<T> there(Class<T> noun, String what, String id) {
        Optional<T> found = floors.find(noun, id);
        problems.require(found.isPresent(), () -> Problem.notFound(what, id));
        return found;
    }

    /** @param what such as {@code cluster} */
    <T extends Entity> void name(Class<T> noun, String what, @Nullable String name, @Nullable String except) {
        if (name == null || !NAME.matcher(name).matches()) {
            problems.add(Problem.badInput("name",
                    name == null || name.isEmpty()
                            ? "A " + what + " needs a name."
                            : "'" + clipped(name) + "' can't be the name of a " + what + ".",
                    "Take 1 to 64 letters, digits, dots, underscores or hyphens."));
            return;
        }
        problems.require(floors.all(noun, other -> name.equals(other.getName()) && !other.getId().equals(except)).isEmpty(),
                () -> new Problem(Problem.Kind.CONFLICT, "There is a " + what + " named " + name + " already.", "Take another name.",
                        "name"));
    }

    void cluster(@Nullable String cluster) {
        problems.require(floors.find(Cluster.class, cluster).isPresent(),
                () -> Problem.badInput("cluster", cluster == null || cluster.isEmpty()
                        ? "It is not said in which cluster the host is to be."
                        : "There is no cluster " + clipped(cluster) + ".", "Name a cluster."));
    }

    void dataCenter(@Nullable String dataCenter) {
        problems.require(floors.isDataCenter(dataCenter), () -> Problem.badInput("dataCenter", dataCenter == null || dataCenter.isEmpty()
                ? "It is not said in which data center the cluster is to be."
                : "There is no data center " + clipped(dataCenter) + ".", "Name a data center."));
    }

    void address(Host host) {
        String address = host.getAddress();
        problems.require(address != null && ADDRESS.matcher(address).matches(),
                () -> Problem.badInput("address", address == null || address.isEmpty()
                        ? "A host needs an address."
                        : "'" + clipped(address) + "' can't be the address of a host.", "Give a host name or an IP address."));
        problems.require(host.getPort() >= 1 && host.getPort() <= 65535,
                () -> Problem.badInput("port", host.getPort() + " is no port.", "Take 1 to 65535; 54321 is usual."));
        floors.all(Host.class,
                other -> !other.getId().equals(host.getId()) && other.getPort() == host.getPort()
                        && String.valueOf(address).equalsIgnoreCase(other.getAddress()))
                .forEach(other -> problems.add(new Problem(Problem.Kind.CONFLICT, "Host " + other.getName() + " has this address already.",
                        "Give another address.", "address")));
    }

    /** @param done how the move is called: {@code activated} */
    void permits(Host host, HostMove move, String done, String advice) {
        problems.require(HostMoves.permits(host.getStatus(), move),
                () -> Problem.conflict(host.getId(), "Host " + host.getName() + " can't be " + done + " while it is "
                        + words(host.getStatus()) + ".", advice));
    }

    void noGuests(Host host, String advice) {
        List<Vm> guests = floors.guests(host.getId());
        problems.require(guests.isEmpty(),
                () -> Problem.conflict(host.getId(), "Host " + host.getName() + " runs " + names(guests) + ".", advice));
    }

    /** The memory of a suspended machine lies on its host, and would go with it. */
    void noneAsleep(Host host) {
        List<Vm> asleep = floors.all(Vm.class, vm -> vm.getStatus() == VmStatus.SUSPENDED && host.getId().equals(vm.getHost()));
        problems.require(asleep.isEmpty(), () -> Problem.conflict(host.getId(),
                "Host " + host.getName() + " keeps the memory of " + names(asleep) + ", suspended there.",
                "Start them there and shut them down, or power them off."));
    }

    void noStorage(Host host) {
        List<StorageDomain> domains = floors.all(StorageDomain.class, domain -> host.getId().equals(domain.getHost()));
        problems.require(domains.isEmpty(),
                () -> Problem.conflict(host.getId(), "Host " + host.getName() + " has the storage domains " + names(domains) + ".",
                        "Remove them first."));
    }

    void none(String holder, String id, String what, List<? extends Entity> held) {
        problems.require(held.isEmpty(),
                () -> Problem.conflict(id, holder + " has the " + what + " " + names(held) + ".", "Remove them first."));
    }

    static String names(List<? extends Entity> entities) {
        String names = entities.stream().limit(MANY).map(Entity::getName).collect(Collectors.joining(", "));
        return entities.size() <= MANY ? names : names + " and " + (entities.size() - MANY) + " more";
    }

    static String words(HostStatus status) {
        return status == HostStatus.MAINTENANCE
                ? "in maintenance"
                : status == HostStatus.ERROR ? "in error" : status.getLiteral().replace('_', ' ');
    }

    static String clipped(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= 80 ? line : line.substring(0, 80) + "…";
    }
}
