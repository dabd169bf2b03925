package hostelry.node.web;

import hostelry.node.api.LinkSpec;
import hostelry.node.api.Links;
import hostelry.node.api.NodeFault;
import java.util.List;

/** {@link Links} as CXF calls it: public, and without exceptions that a caller could not understand. */
public final class LinksService implements Links {
    private final Links node;

    LinksService(Links node) {
        this.node = node;
    }

    @Override
    public List<String> plan(LinkSpec wanted) throws NodeFault {
        return Slips.guard("plan", "none", "networks", () -> node.plan(wanted));
    }

    @Override
    public void apply(String key, LinkSpec wanted, int seconds) throws NodeFault {
        Slips.guardDo("apply", key, "networks", () -> node.apply(key, wanted, seconds));
    }

    @Override
    public void confirm(String key) throws NodeFault {
        Slips.guardDo("confirm", key, "networks", () -> node.confirm(key));
    }
}
