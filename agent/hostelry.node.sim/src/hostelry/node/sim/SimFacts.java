package hostelry.node.sim;

import hostelry.node.api.Facts;
import hostelry.node.api.HostFacts;
import hostelry.node.api.NodeFault;
import hostelry.node.api.Report;
import hostelry.node.api.hook.HookFacts;
import java.util.List;
import java.util.function.Consumer;

/** What the host tells of itself. */
final class SimFacts implements Facts {
    private final HostState host;

    SimFacts(HostState host) {
        this.host = host;
    }

    @Override
    public HostFacts host() throws NodeFault {
        host.enter();
        return host.facts;
    }

    /** A simulated host runs no programs. */
    @Override
    public List<HookFacts> hooks() throws NodeFault {
        host.enter();
        return List.of();
    }

    @Override
    public AutoCloseable watch(Consumer<Report> reports, Consumer<String> ended) throws NodeFault {
        host.enter();
        Watch watch = host.locked(() -> host.watch(reports, ended));
        return watch::close;
    }
}
