package hostelry.engine.vm;

import hostelry.engine.work.Reach;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import java.util.Optional;

/** The host that takes a machine: does it have it? */
final class Goal {
    private final Reach reach;
    private final MigrationPlan plan;

    Goal(Reach reach, MigrationPlan plan) {
        this.reach = reach;
        this.plan = plan;
    }

    /** What it says of the guest; UNTOLD where it is silent. */
    enum Sight {
        THERE, ARRIVING, NOT_THERE, UNTOLD
    }

    Sight sight(String key) {
        Optional<Node> node = reach.now(plan.to().getId());
        if (node.isEmpty()) {
            return Sight.UNTOLD;
        }
        try {
            node.get().migration().received(key, plan.vm().getId());
            return Sight.THERE;
        } catch (NodeFault e) {
            return switch (e.code()) {
                case NOT_FOUND -> Sight.NOT_THERE;
                case CONFLICT -> Sight.ARRIVING;
                default -> Sight.UNTOLD;
            };
        }
    }
}
