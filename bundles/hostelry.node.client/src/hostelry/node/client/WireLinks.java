package hostelry.node.client;

import hostelry.node.api.LinkSpec;
import hostelry.node.api.Links;
import hostelry.node.api.NodeFault;
import java.util.List;

/** The networks of a host, over SOAP. */
final class WireLinks implements Links {
    private final Verbs<Links> verbs;

    WireLinks(Verbs<Links> verbs) {
        this.verbs = verbs;
    }

    /** An empty list has no element on the wire. */
    @Override
    public List<String> plan(LinkSpec wanted) throws NodeFault {
        List<String> steps = verbs.<List<String>>ask(node -> {
            List<String> told = node.plan(wanted);
            return told == null ? List.of() : told;
        });
        return List.copyOf(steps);
    }

    @Override
    public void apply(String key, LinkSpec wanted, int seconds) throws NodeFault {
        verbs.tell(node -> node.apply(key, wanted, seconds));
    }

    @Override
    public void confirm(String key) throws NodeFault {
        verbs.tell(node -> node.confirm(key));
    }
}
