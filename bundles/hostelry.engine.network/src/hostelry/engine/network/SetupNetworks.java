package hostelry.engine.network;

import hostelry.api.NetworkPlan;
import hostelry.api.NetworkSetup;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Reach;
import hostelry.engine.work.Verb;
import hostelry.model.Host;
import hostelry.model.NetworkAttachment;
import hostelry.node.api.FaultCode;
import hostelry.node.api.LinkSpec;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * Sets up the networks of a host as a whole. The host takes it back by itself unless the engine confirms it, over the very network that was changed.
 *
 * <p>It has no journal: what is wanted is written last, and an engine that dies before has confirmed nothing, so that the host goes back to what is written.
 */
final class SetupNetworks implements Verb<Host> {
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int SURE = 100;
    private final Inventory inventory;
    private final Reach reach;
    private final String host;
    private final NetworkSetup setup;

    SetupNetworks(Inventory inventory, Reach reach, String host, NetworkSetup setup) {
        this.inventory = inventory;
        this.reach = reach;
        this.host = host;
        this.setup = setup;
    }

    @Override
    public String name() {
        return "SetupNetworks";
    }

    @Override
    public String title() {
        return "Set up networks of host " + reach.name(host);
    }

    @Override
    public String subject() {
        return host;
    }

    @Override
    public Map<String, String> arguments() {
        return Map.of();
    }

    @Override
    public List<Lock> locks() {
        return List.of(Lock.exclusive(host));
    }

    @Override
    public void check(Problems problems) {
        new SetupChecks(inventory, problems, host, setup).all();
    }

    @Override
    public Host perform(Progress progress) throws InterruptedException {
        HostNetworks networks = new HostNetworks(inventory, host);
        NetworkPlan plan = networks.plan(setup);
        List<NetworkAttachment> after = plan.after();
        LinkSpec spec = networks.spec(after);
        progress.at(10, String.join("; ", plan.changes().stream().map(NetworkPlan.Change::sentence).toList()));
        try (Progress.Turn turn = progress.turn(host)) {
            reach.node(host).links().apply(progress.jobId(), spec, setup.check() ? setup.seconds() : 0);
        } catch (NodeFault e) {
            throw Reach.refusal(e, host, "The networks of host " + reach.name(host) + " could not be set up");
        }
        if (setup.check()) {
            progress.at(60, "The host waits for the engine's confirmation");
            confirm(progress.jobId());
        }
        progress.at(SURE, "");
        return inventory.change(draft -> {
            Set<String> stay = after.stream().map(NetworkAttachment::getId).collect(Collectors.toSet());
            new HostNetworks(draft, host).wanted().stream().filter(one -> !stay.contains(one.getId()))
                    .forEach(one -> draft.remove(NetworkAttachment.class, one.getId()));
            for (NetworkAttachment one : after) {
                if (draft.find(NetworkAttachment.class, one.getId()).isPresent()) {
                    draft.remove(NetworkAttachment.class, one.getId());
                }
                draft.add(EcoreUtil.copy(one));
            }
            return draft.edit(Host.class, host);
        });
    }

    /** Again and again: the line may break for a moment while the host's networks change. */
    private void confirm(String key) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(setup.seconds()).toNanos();
        String why = "it does not answer.";
        while (System.nanoTime() - end < 0) {
            Optional<Node> node = reach.now(host);
            if (node.isPresent()) {
                try {
                    node.get().links().confirm(key);
                    return;
                } catch (NodeFault e) {
                    why = String.valueOf(e.getMessage());
                    if (e.code() != FaultCode.UNAVAILABLE) {
                        break;
                    }
                }
            }
            Thread.sleep(PAUSE);
        }
        throw new Refusal(Problem.failed(host,
                "Within " + setup.seconds() + " s the engine could not confirm the networks of host " + reach.name(host)
                        + ", and the host takes them back by itself: " + why,
                "Look at the cards and the switch that they are plugged into."));
    }
}
