package hostelry.node.api;

import java.util.List;

/** Says so, whatever is asked. */
final class NoLinks implements Links {
    @Override
    public List<String> plan(LinkSpec wanted) throws NodeFault {
        throw no();
    }

    @Override
    public void apply(String key, LinkSpec wanted, int seconds) throws NodeFault {
        throw no();
    }

    @Override
    public void confirm(String key) throws NodeFault {
        throw no();
    }

    private static NodeFault no() {
        return new NodeFault(FaultCode.UNAVAILABLE, "The node of this host leaves its networks alone. Set them up on the host itself.");
    }
}
