package hostelry.node.tests;

import hostelry.node.api.DomainSpec;
import hostelry.node.api.Node;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A rig that many tests use one after the other; who made it closes it. */
record Borrowed(NodeRig owner) implements NodeRig {
    @Override
    public Node node() {
        return owner.node();
    }

    @Override
    public String storageFolder() {
        return owner.storageFolder();
    }

    @Override
    public Duration patience() {
        return owner.patience();
    }

    @Override
    public void removeBehind(String guest) throws Exception {
        owner.removeBehind(guest);
    }

    @Override
    public Optional<String> whyNoShutdown() {
        return owner.whyNoShutdown();
    }

    @Override
    public Map<String, String> seed(String guest) throws Exception {
        return owner.seed(guest);
    }

    @Override
    public void prepare(DomainSpec spec) {
        owner.prepare(spec);
    }

    @Override
    public void close() {
        // the owner does
    }
}
