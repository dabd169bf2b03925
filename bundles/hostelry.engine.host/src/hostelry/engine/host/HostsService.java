package hostelry.engine.host;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Hosts;
import hostelry.api.Patch;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.Nodes;
import hostelry.engine.work.Reach;
import hostelry.engine.work.Work;
import hostelry.model.Host;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The verbs of hosts, each handed to {@link Work}. */
@Component
public final class HostsService implements Hosts {
    private final Work work;
    private final HostVerbs verbs;

    @Activate
    public HostsService(@Reference Work work, @Reference Inventory inventory, @Reference Nodes nodes) {
        this(work, new HostVerbs(inventory, nodes, new Reach(inventory, nodes)));
    }

    HostsService(Work work, HostVerbs verbs) {
        this.work = work;
        this.verbs = verbs;
    }

    @Override
    public Act<Host> add(Caller caller, Host host) {
        return work.submit(caller, verbs.add(host));
    }

    @Override
    public Act<Host> update(Caller caller, String host, Patch<Host> patch) {
        return work.submit(caller, verbs.update(host, patch));
    }

    @Override
    public Act<Void> remove(Caller caller, String host) {
        return work.submit(caller, verbs.remove(host));
    }

    @Override
    public Act<Host> activate(Caller caller, String host) {
        return work.submit(caller, verbs.activate(host));
    }

    @Override
    public Act<Host> deactivate(Caller caller, String host) {
        return work.submit(caller, verbs.deactivate(host));
    }

    @Override
    public Act<Host> refresh(Caller caller, String host) {
        return work.submit(caller, verbs.refresh(host));
    }
}
