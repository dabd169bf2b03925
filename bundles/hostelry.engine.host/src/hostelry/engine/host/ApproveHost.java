package hostelry.engine.host;

import hostelry.api.Hosts.Approval;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.Cluster;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.Virtualization;
import hostelry.model.data.CpuTypes;
import hostelry.model.states.HostMove;
import hostelry.model.states.HostMoves;
import hostelry.pki.Fingerprints;
import hostelry.pki.KeyRequest;
import hostelry.pki.Pki;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets a machine in that waits: signs its key for the names under which the engine calls it, and waits until it is up. The node fetches the certificate itself
 * (hostelry.engine.host.enrol), opens its port, and says so; from then on the engine calls it.
 */
final class ApproveHost implements Verb<Host> {
    private static final Duration STEP = Duration.ofMillis(50);
    /** What a host may be in that asks for a new certificate, besides waiting for its first. */
    static final Set<HostStatus> AGAIN = EnumSet.of(HostStatus.MAINTENANCE, HostStatus.NON_RESPONSIVE, HostStatus.INSTALL_FAILED);
    private static final Set<HostStatus> COMING = EnumSet.of(HostStatus.INSTALLING, HostStatus.INITIALIZING, HostStatus.CONNECTING);

    private final Inventory inventory;
    private final Pki pki;
    private final Duration patience;
    private final String id;
    private final Approval approval;

    /** @param patience for the node to come up; after it the host counts as one whose installation failed */
    ApproveHost(Inventory inventory, Pki pki, Duration patience, String id, Approval approval) {
        this.inventory = inventory;
        this.pki = pki;
        this.patience = patience;
        this.id = id;
        this.approval = approval;
    }

    static ApproveHost again(Inventory inventory, Pki pki, Duration patience, Map<String, String> arguments) {
        return new ApproveHost(inventory, pki, patience, String.valueOf(arguments.get("host")),
                new Approval(arguments.get("cluster"), arguments.get("name"), arguments.get("key")));
    }

    @Override
    public String name() {
        return "ApproveHost";
    }

    @Override
    public String title() {
        return "Approve host " + Floors.in(inventory).name(Host.class, id);
    }

    @Override
    public String subject() {
        return id;
    }

    @Override
    public @Nullable String place() {
        return cluster(Floors.in(inventory));
    }

    /** It gets into a cluster; it must be seen besides. */
    @Override
    public List<Need> needs() {
        return List.of(new Need(null, id));
    }

    @Override
    public Map<String, String> arguments() {
        Map<String, String> arguments = new HashMap<>();
        arguments.put("host", id);
        put(arguments, "cluster", approval.cluster());
        put(arguments, "name", approval.name());
        put(arguments, "key", approval.keyFingerprint());
        return arguments;
    }

    private static void put(Map<String, String> arguments, String key, @Nullable String value) {
        if (value != null) {
            arguments.put(key, value);
        }
    }

    @Override
    public List<Lock> locks() {
        String cluster = place();
        return cluster == null ? List.of(Lock.exclusive(id)) : List.of(Lock.exclusive(id), Lock.shared(cluster));
    }

    private @Nullable String cluster(Floors floors) {
        Optional<Host> host = floors.find(Host.class, id);
        String wanted = approval.cluster() != null && !approval.cluster().isEmpty()
                ? approval.cluster()
                : host.map(Host::getCluster).orElse(null);
        return floors.only(Cluster.class, wanted);
    }

    @Override
    public void check(Problems problems) {
        check(Floors.in(inventory), problems);
    }

    private void check(Floors floors, Problems problems) {
        Checks checks = new Checks(floors, problems);
        checks.there(Host.class, "host", id).ifPresent(host -> check(floors, problems, checks, host));
    }

    private void check(Floors floors, Problems problems, Checks checks, Host host) {
        boolean first = HostMoves.permits(host.getStatus(), HostMove.APPROVE);
        if (!first && !AGAIN.contains(host.getStatus())) {
            checks.permits(host, HostMove.APPROVE, "approved", "There is nothing to approve.");
            return;
        }
        if (host.getRequest() == null) {
            problems.add(Problem.conflict(id, "Host " + host.getName() + " has not asked to be let in.",
                    "Start  hostelry-node --engine ...  there."));
            return;
        }
        problems.require(approval.keyFingerprint() == null || Fingerprints.same(approval.keyFingerprint(), host.getRequestFingerprint()),
                () -> Problem.conflict(id, "Another key asks for host " + host.getName() + " than the one that was looked at.",
                        "Compare the fingerprint again: it is " + host.getRequestFingerprint() + " now."));
        checks.name(Host.class, "host", wantedName(host), id);
        checks.address(host);
        String cluster = cluster(floors);
        checks.cluster(cluster);
        problems.require(first || cluster == null || cluster.equals(host.getCluster()), () -> Problem.conflict(id,
                "Host " + host.getName() + " belongs to a cluster already.", "Leave the cluster out."));
        floors.find(Cluster.class, cluster).flatMap(found -> CpuTypes.find(String.valueOf(found.getCpuType())))
                .ifPresent(type -> new ClusterChecks(floors, problems).offers(host.getName(), host.getCpuModel(),
                        host.getVirtualization() == Virtualization.KVM, type));
    }

    private @Nullable String wantedName(Host host) {
        return approval.name() == null || approval.name().isEmpty() ? host.getName() : approval.name();
    }

    @Override
    public Host perform(Progress progress) {
        Host found = inventory.find(Host.class, id).orElseThrow(() -> new Refusal(Problem.notFound("host", id)));
        // after a crash it may be signed already
        if (found.getRequest() != null || !COMING.contains(found.getStatus()) && found.getStatus() != HostStatus.UP) {
            progress.at(10, "Signing the key");
            sign(found);
        }
        return await(progress);
    }

    private void sign(Host found) {
        List<String> names = HostNames.verified(String.valueOf(found.getAddress()), found.getName());
        inventory.change(draft -> {
            Problems problems = new Problems();
            check(Floors.in(draft), problems);
            if (!problems.none()) {
                throw new Refusal(problems.verdict().problems());
            }
            Host host = draft.edit(Host.class, id);
            String cluster = cluster(Floors.in(draft));
            host.setName(wantedName(host));
            host.setCluster(cluster);
            Certificates.give(host, pki.certify(KeyRequest.parse(host.getRequest()), host.getId(), names));
            host.setStatus(HostStatus.INSTALLING);
            host.setStatusDetail("The node is told that it may come in.");
            return host;
        });
        Certificates.serials(found).forEach(pki::revoke); // whoever holds the old key is not the host any more
    }

    private Host await(Progress progress) {
        long end = System.nanoTime() + patience.toNanos();
        HostStatus last = null;
        while (System.nanoTime() - end < 0) {
            Host host = inventory.find(Host.class, id).orElseThrow(() -> new Refusal(Problem.notFound("host", id)));
            if (host.getStatus() != last) {
                last = host.getStatus();
                if (!COMING.contains(last)) {
                    return host;
                }
                progress.at(last == HostStatus.INSTALLING ? 40 : 70,
                        last == HostStatus.INSTALLING ? "The node fetches its certificate" : "Waiting until it answers");
            }
            try {
                Thread.sleep(STEP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Refusal(Problem.unavailable(id, "Waiting for host " + host.getName() + " was interrupted.", ""), e);
            }
        }
        throw failed();
    }

    /** The node is away, or can't be called: so that somebody can remove the host, or let it ask anew. */
    private Refusal failed() {
        String reason = inventory.change(draft -> {
            Host host = draft.edit(Host.class, id);
            boolean fetched = host.getStatus() != HostStatus.INSTALLING;
            String text = fetched
                    ? "Host " + host.getName() + " has its certificate, and can't be called at " + host.getAddress() + ":" + host.getPort()
                            + "."
                    : "The node of host " + host.getName() + " does not fetch its certificate.";
            if (COMING.contains(host.getStatus())) {
                host.setStatus(HostStatus.INSTALL_FAILED);
                host.setStatusDetail(text);
            }
            return text;
        });
        return new Refusal(
                Problem.failed(id, reason, "Look at the node's own words on its machine; when it comes, the host comes up by itself."));
    }
}
