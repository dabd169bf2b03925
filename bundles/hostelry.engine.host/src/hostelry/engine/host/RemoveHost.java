package hostelry.engine.host;

import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.Nodes;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.Host;
import hostelry.model.HostNic;
import hostelry.model.NetworkAttachment;
import hostelry.model.states.HostMove;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Forgets a host. Its certificate is worth nothing from then on. */
final class RemoveHost implements Verb<Void> {
    private final Inventory inventory;
    private final Nodes nodes;
    private final Consumer<String> revoke;
    private final String id;

    /** @param revoke takes the serial of a certificate */
    RemoveHost(Inventory inventory, Nodes nodes, Consumer<String> revoke, String id) {
        this.inventory = inventory;
        this.nodes = nodes;
        this.revoke = revoke;
        this.id = id;
    }

    @Override
    public String name() {
        return "RemoveHost";
    }

    @Override
    public String title() {
        return "Remove host " + Floors.in(inventory).name(Host.class, id);
    }

    @Override
    public String subject() {
        return id;
    }

    @Override
    public Map<String, String> arguments() {
        return Map.of();
    }

    @Override
    public List<Lock> locks() {
        return List.of(Lock.exclusive(id));
    }

    @Override
    public void check(Problems problems) {
        check(Floors.in(inventory), problems);
    }

    private void check(Floors floors, Problems problems) {
        Checks checks = new Checks(floors, problems);
        checks.there(Host.class, "host", id).ifPresent(host -> {
            checks.permits(host, HostMove.REMOVE, "removed", "Put it into maintenance first.");
            checks.noGuests(host, "Shut them down first.");
            checks.noneAsleep(host);
            checks.noStorage(host);
        });
    }

    @Override
    public Void perform(Progress progress) {
        // first: a crash in between leaves a host that can be removed once more, and not a certificate that nobody remembers
        Problems now = new Problems();
        check(now);
        if (now.none()) {
            inventory.find(Host.class, id).map(Certificates::serials).orElse(List.of()).forEach(revoke);
        }
        inventory.change(draft -> {
            Problems problems = new Problems();
            check(Floors.in(draft), problems);
            if (!problems.none()) {
                throw new Refusal(problems.verdict().problems());
            }
            draft.all(HostNic.class).stream().filter(nic -> id.equals(nic.getHost())).toList()
                    .forEach(nic -> draft.remove(HostNic.class, nic.getId()));
            draft.all(NetworkAttachment.class).stream().filter(one -> id.equals(one.getHost())).toList()
                    .forEach(one -> draft.remove(NetworkAttachment.class, one.getId()));
            draft.remove(Host.class, id);
            return null;
        });
        nodes.forget(id);
        return null;
    }
}
