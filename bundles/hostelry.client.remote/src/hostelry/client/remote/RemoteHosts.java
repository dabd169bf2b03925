package hostelry.client.remote;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Hosts;
import hostelry.api.Patch;
import hostelry.model.Host;

/** The verbs of hosts. */
record RemoteHosts(Requests requests) implements Hosts {
    private static String host(String id) {
        return "/hosts/" + Http.piece(id);
    }

    @Override
    public Act<Host> add(Caller caller, Host host) {
        return requests.add(caller, "/hosts", host, Host.class);
    }

    @Override
    public Act<Host> update(Caller caller, String host, Patch<Host> patch) {
        return requests.update(caller, host(host), patch, Host.class);
    }

    @Override
    public Act<Void> remove(Caller caller, String host) {
        return requests.remove(caller, host(host));
    }

    @Override
    public Act<Host> activate(Caller caller, String host) {
        return requests.action(caller, host(host) + "/activate", Host.class);
    }

    @Override
    public Act<Host> deactivate(Caller caller, String host) {
        return requests.action(caller, host(host) + "/deactivate", Host.class);
    }

    @Override
    public Act<Host> refresh(Caller caller, String host) {
        return requests.action(caller, host(host) + "/refresh", Host.class);
    }
}
