package hostelry.engine.host;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.Nodes;
import hostelry.engine.work.Flat;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Reach;
import hostelry.engine.work.Verb;
import hostelry.model.Cluster;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.data.CpuTypes;
import hostelry.node.api.HostFacts;
import hostelry.node.api.NodeFault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jspecify.annotations.Nullable;

/** Adds a host by the address of its node. The host's own id becomes its id here, so that the same host can't be added twice. */
final class AddHost implements Verb<Host> {
    private final Inventory inventory;
    private final Nodes nodes;
    private final Host host;
    /** Id of the node that answered, for taking it back. */
    private volatile @Nullable String reached;

    /** @param host complete but for its id */
    AddHost(Inventory inventory, Nodes nodes, Host host) {
        this.inventory = inventory;
        this.nodes = nodes;
        this.host = host;
    }

    @Override
    public String name() {
        return "AddHost";
    }

    @Override
    public String title() {
        return "Add host " + Checks.clipped(String.valueOf(host.getName()));
    }

    @Override
    public @Nullable String subject() {
        return null;
    }

    @Override
    public @Nullable String place() {
        return host.getCluster();
    }

    @Override
    public Map<String, String> arguments() {
        Map<String, String> arguments = new HashMap<>();
        Flat.put(arguments, "host.", host);
        return arguments;
    }

    @Override
    public List<Lock> locks() {
        Lock name = Lock.exclusive("host-name:" + host.getName());
        return host.getCluster() == null ? List.of(name) : List.of(name, Lock.shared(host.getCluster()));
    }

    @Override
    public void check(Problems problems) {
        check(Floors.in(inventory), problems);
    }

    private void check(Floors floors, Problems problems) {
        Checks checks = new Checks(floors, problems);
        checks.name(Host.class, "host", host.getName(), null);
        checks.cluster(host.getCluster());
        checks.address(host);
    }

    @Override
    public Host perform(Progress progress) {
        Optional<Host> done = mine();
        if (done.isPresent()) {
            return done.get();
        }
        progress.at(-1, "Reaching for " + host.getAddress() + ":" + host.getPort());
        HostFacts facts;
        try {
            facts = nodes.connect(host.getAddress(), host.getPort());
            reached = facts.hostId();
        } catch (NodeFault e) {
            throw Reach.refusal(e, null, "Host " + host.getName() + " could not be added");
        }
        return inventory.change(draft -> {
            Problems problems = new Problems();
            draft.find(Host.class, facts.hostId()).ifPresent(known -> problems.add(Problem.conflict(known.getId(),
                    "The machine at " + host.getAddress() + " is host " + known.getName() + " already.",
                    "Give another address, or remove that host first.")));
            check(Floors.in(draft), problems);
            draft.find(Cluster.class, host.getCluster()).flatMap(cluster -> CpuTypes.find(String.valueOf(cluster.getCpuType())))
                    .ifPresent(type -> new ClusterChecks(Floors.in(draft), problems).offers(host.getName(), facts.cpuModel(),
                            "kvm".equals(facts.virtualization()), type));
            if (!problems.none()) {
                throw new Refusal(problems.verdict().problems());
            }
            Host added = EcoreUtil.copy(host);
            added.setId(facts.hostId());
            added.setStatus(HostStatus.INITIALIZING);
            return draft.add(added);
        });
    }

    /** After a crash: it may have been added already. */
    private Optional<Host> mine() {
        return inventory.named(Host.class, host.getName())
                .filter(found -> host.getAddress().equals(found.getAddress()) && host.getPort() == found.getPort());
    }

    /**
     * The connection is not kept where no host uses it. After a crash nothing is kept anyway: what the engine reaches for, it takes from the hosts that it knows.
     */
    @Override
    public void compensate() {
        String id = reached;
        if (id != null && inventory.find(Host.class, id).isEmpty()) {
            nodes.forget(id);
        }
    }
}
