package hostelry.node.web;

import hostelry.node.api.DomainSpec;
import hostelry.node.api.Landing;
import hostelry.node.api.Migration;
import hostelry.node.api.MigrationFacts;
import hostelry.node.api.MigrationOrder;
import hostelry.node.api.NodeFault;

/** {@link Migration} as CXF calls it: public, and without exceptions that a caller could not understand. */
public final class MigrationService implements Migration {
    private final Migration node;

    MigrationService(Migration node) {
        this.node = node;
    }

    @Override
    public Landing receive(String key, DomainSpec spec) throws NodeFault {
        return Slips.guard("receive", key, spec.id, () -> node.receive(key, spec));
    }

    @Override
    public MigrationFacts send(String key, String id, MigrationOrder order) throws NodeFault {
        return Slips.guard("send", key, id, () -> node.send(key, id, order));
    }

    @Override
    public void cancel(String key, String id) throws NodeFault {
        Slips.guardDo("cancel", key, id, () -> node.cancel(key, id));
    }

    @Override
    public MigrationFacts received(String key, String id) throws NodeFault {
        return Slips.guard("received", key, id, () -> node.received(key, id));
    }
}
