package hostelry.engine.web;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Hosts;
import hostelry.api.Patch;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.JoinToken;
import java.util.List;

/** Hosts for the door's tests. */
record FakeHosts(FakeEngine engine) implements Hosts {
    @Override
    public Act<Host> add(Caller caller, Host host) {
        return engine.add(caller, "AddHost", host);
    }

    @Override
    public Act<Host> update(Caller caller, String host, Patch<Host> patch) {
        return engine.act(caller, "UpdateHost", () -> engine.apply(caller, Host.class, host, patch));
    }

    @Override
    public Act<Void> remove(Caller caller, String host) {
        return engine.dropping(caller, "RemoveHost", host);
    }

    @Override
    public Act<Host> activate(Caller caller, String host) {
        return engine.act(caller, "ActivateHost", () -> engine.edit(caller, Host.class, host, object -> object.setStatus(HostStatus.UP)));
    }

    @Override
    public Act<Host> deactivate(Caller caller, String host) {
        return engine.act(caller, "DeactivateHost",
                () -> engine.edit(caller, Host.class, host, object -> object.setStatus(HostStatus.MAINTENANCE)));
    }

    @Override
    public Act<Host> approve(Caller caller, String host, Approval approval) {
        return engine.act(caller, "ApproveHost", () -> engine.edit(caller, Host.class, host, object -> {
            object.setStatus(HostStatus.UP);
            object.setCluster(approval.cluster());
            object.setComment(approval.keyFingerprint());
        }));
    }

    @Override
    public Act<Void> refuse(Caller caller, String host) {
        return engine.dropping(caller, "RefuseHost", host);
    }

    @Override
    public Act<Host> revoke(Caller caller, String host) {
        return engine.act(caller, "RevokeHost", () -> engine.get(caller, Host.class, host));
    }

    @Override
    public Act<JoinTicket> addToken(Caller caller, JoinToken token, int seconds) {
        token.setId("t1");
        return engine.act(caller, "AddJoinToken", () -> new JoinTicket(token, "secret-" + token.getHost() + "-" + seconds));
    }

    @Override
    public Act<Void> removeToken(Caller caller, String token) {
        return engine.dropping(caller, "RemoveJoinToken", token);
    }

    @Override
    public List<Hook> hooks(Caller caller, String host) {
        engine.get(caller, Host.class, host);
        return List.of(new Hook("before_vm_start", "50_pincpu", "0".repeat(32), "1".repeat(64), ""));
    }

    @Override
    public Act<Host> refresh(Caller caller, String host) {
        return engine.act(caller, "RefreshHost", () -> engine.get(caller, Host.class, host));
    }
}
