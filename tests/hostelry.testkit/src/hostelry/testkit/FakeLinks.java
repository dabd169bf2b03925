package hostelry.testkit;

import hostelry.node.api.LinkSpec;
import hostelry.node.api.Links;
import hostelry.node.api.NodeFault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Networks of a fake node: remembers what it was to have, and makes nothing. */
public final class FakeLinks implements Links {
    private final FakeMigration.Called called;
    private volatile @Nullable LinkSpec wanted;

    FakeLinks(FakeMigration.Called called) {
        this.called = called;
    }

    /** What was applied last. */
    public @Nullable LinkSpec wanted() {
        return wanted;
    }

    @Override
    public List<String> plan(LinkSpec spec) throws NodeFault {
        called.with("links.plan", "");
        return List.of();
    }

    @Override
    public void apply(String key, LinkSpec spec, int seconds) throws NodeFault {
        called.with("links.apply", Integer.toString(seconds));
        wanted = spec;
    }

    @Override
    public void confirm(String key) throws NodeFault {
        called.with("links.confirm", "");
    }
}
