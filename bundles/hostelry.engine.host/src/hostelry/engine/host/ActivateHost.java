package hostelry.engine.host;

import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.hardware.HostFeatures;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Reach;
import hostelry.engine.work.Verb;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.states.HostMove;
import hostelry.node.api.HostFacts;
import hostelry.node.api.NodeFault;
import java.util.List;
import java.util.Map;

/** Puts a host back into service; it has to answer for that. */
final class ActivateHost implements Verb<Host> {
    private final Inventory inventory;
    private final Reach reach;
    private final String id;

    ActivateHost(Inventory inventory, Reach reach, String id) {
        this.inventory = inventory;
        this.reach = reach;
        this.id = id;
    }

    @Override
    public String name() {
        return "ActivateHost";
    }

    @Override
    public String title() {
        return "Activate host " + Floors.in(inventory).name(Host.class, id);
    }

    @Override
    public String subject() {
        return id;
    }

    @Override
    public Map<String, String> arguments() {
        return Map.of("host", id);
    }

    @Override
    public List<Lock> locks() {
        return List.of(Lock.exclusive(id));
    }

    @Override
    public void check(Problems problems) {
        Checks checks = new Checks(Floors.in(inventory), problems);
        checks.there(Host.class, "host", id).ifPresent(host -> checks.permits(host, HostMove.ACTIVATE, "activated",
                host.getStatus() == HostStatus.UP ? "There is nothing to do." : "Wait until it answers."));
    }

    @Override
    public Host perform(Progress progress) {
        HostFacts facts;
        try {
            facts = reach.node(id).facts().host();
        } catch (NodeFault e) {
            throw Reach.refusal(e, id, "Host " + reach.name(id) + " could not be activated");
        }
        return inventory.change(draft -> {
            Host host = draft.edit(Host.class, id);
            HostFeatures.fill(host, facts);
            host.setStatus(HostStatus.UP);
            host.setStatusDetail(null);
            return host;
        });
    }
}
