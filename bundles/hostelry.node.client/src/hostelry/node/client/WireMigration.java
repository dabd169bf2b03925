package hostelry.node.client;

import hostelry.node.api.DomainSpec;
import hostelry.node.api.Landing;
import hostelry.node.api.Migration;
import hostelry.node.api.MigrationFacts;
import hostelry.node.api.MigrationOrder;
import hostelry.node.api.NodeFault;

/** Moves of guests, over SOAP. */
final class WireMigration implements Migration {
    private final Verbs<Migration> verbs;

    WireMigration(Verbs<Migration> verbs) {
        this.verbs = verbs;
    }

    @Override
    public Landing receive(String key, DomainSpec spec) throws NodeFault {
        return verbs.ask(node -> node.receive(key, spec));
    }

    @Override
    public MigrationFacts send(String key, String id, MigrationOrder order) throws NodeFault {
        return verbs.ask(node -> node.send(key, id, order));
    }

    @Override
    public void cancel(String key, String id) throws NodeFault {
        verbs.tell(node -> node.cancel(key, id));
    }

    @Override
    public MigrationFacts received(String key, String id) throws NodeFault {
        return verbs.ask(node -> node.received(key, id));
    }
}
