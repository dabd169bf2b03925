package hostelry.node.tests;

import hostelry.node.api.Node;
import java.util.UUID;

/**
 * A node that is set up for one test.
 *
 * @param storage the id of a storage domain that is connected
 * @param watching who hears its reports, from the first one
 */
record Bench(NodeRig rig, Node node, String storage, Watching watching) implements AutoCloseable {
    /** Connects a storage domain and listens; what can't be set up is closed again. */
    static Bench on(NodeRig rig) throws Exception {
        try {
            Node node = rig.node();
            String storage = UUID.randomUUID().toString();
            node.disks().connect(Specs.key(), storage, rig.storageFolder());
            return new Bench(rig, node, storage, new Watching(node, rig.patience()));
        } catch (Exception e) {
            rig.close();
            throw e;
        }
    }

    @Override
    public void close() throws Exception {
        try (rig) {
            watching.close();
        }
    }
}
