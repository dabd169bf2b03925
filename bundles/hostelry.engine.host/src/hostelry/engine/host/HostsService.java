package hostelry.engine.host;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Estate;
import hostelry.api.HostHardware;
import hostelry.api.Hosts;
import hostelry.api.Patch;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.Nodes;
import hostelry.engine.spi.hardware.HardwareText;
import hostelry.engine.work.Reach;
import hostelry.engine.work.Work;
import hostelry.model.Host;
import hostelry.model.JoinToken;
import hostelry.pki.Pki;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The verbs of hosts, each handed to {@link Work}. */
@Component
public final class HostsService implements Hosts {
    private final Work work;
    private final HostVerbs verbs;
    private final EnrolVerbs enrol;
    private final HostHooks hooks;
    private final HardwareOfHosts hardware;

    @Activate
    public HostsService(@Reference Work work, @Reference Inventory inventory, @Reference Nodes nodes, @Reference Pki pki,
            @Reference Estate estate) {
        this(work, new HostVerbs(inventory, nodes, new Reach(inventory, nodes), pki::revoke), EnrolVerbs.usual(inventory, nodes, pki),
                new HostHooks(estate, new Reach(inventory, nodes)), new HardwareOfHosts(estate, new HardwareText()));
    }

    HostsService(Work work, HostVerbs verbs, EnrolVerbs enrol, HostHooks hooks, HardwareOfHosts hardware) {
        this.work = work;
        this.verbs = verbs;
        this.enrol = enrol;
        this.hooks = hooks;
        this.hardware = hardware;
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
    public Act<Host> approve(Caller caller, String host, Approval approval) {
        return work.submit(caller, enrol.approve(host, approval));
    }

    @Override
    public Act<Void> refuse(Caller caller, String host) {
        return work.submit(caller, enrol.refuse(host));
    }

    @Override
    public Act<Host> revoke(Caller caller, String host) {
        return work.submit(caller, enrol.revoke(host));
    }

    @Override
    public Act<JoinTicket> addToken(Caller caller, JoinToken token, int seconds) {
        return work.submit(caller, enrol.addToken(caller, token, seconds));
    }

    @Override
    public Act<Void> removeToken(Caller caller, String token) {
        return work.submit(caller, enrol.removeToken(token));
    }

    @Override
    public List<Hook> hooks(Caller caller, String host) {
        return hooks.of(caller, host);
    }

    @Override
    public Act<Host> refresh(Caller caller, String host) {
        return work.submit(caller, verbs.refresh(host));
    }

    @Override
    public HostHardware hardware(Caller caller, String host) {
        return hardware.of(caller, host);
    }
}
