package hostelry.engine.host;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import java.util.List;
import java.util.Map;

/** Sends a machine away that waits for approval; it is told. A host that only asked for a new certificate stays, without it. */
final class RefuseHost implements Verb<Void> {
    private final Inventory inventory;
    private final String id;

    RefuseHost(Inventory inventory, String id) {
        this.inventory = inventory;
        this.id = id;
    }

    @Override
    public String name() {
        return "RefuseHost";
    }

    @Override
    public String title() {
        return "Refuse host " + Floors.in(inventory).name(Host.class, id);
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
        new Checks(floors, problems).there(Host.class, "host", id)
                .ifPresent(host -> problems.require(host.getRequest() != null || host.getStatus() == HostStatus.PENDING_APPROVAL,
                        () -> Problem.conflict(id, "Host " + host.getName() + " does not wait for approval.",
                                "There is nothing to refuse.")));
    }

    @Override
    public Void perform(Progress progress) {
        return inventory.change(draft -> {
            Problems problems = new Problems();
            check(Floors.in(draft), problems);
            if (!problems.none()) {
                throw new Refusal(problems.verdict().problems());
            }
            Host host = draft.edit(Host.class, id);
            if (host.getStatus() == HostStatus.PENDING_APPROVAL) {
                draft.remove(Host.class, id);
            } else {
                Certificates.askNothing(host);
            }
            return null;
        });
    }
}
