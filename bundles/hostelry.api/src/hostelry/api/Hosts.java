package hostelry.api;

import hostelry.model.Host;

/** The verbs of hosts. */
public interface Hosts {
    /** Adds a host by the address and port of its node, which must hold a certificate of the engine's CA. */
    Act<Host> add(Caller caller, Host host);

    Act<Host> update(Caller caller, String host, Patch<Host> patch);

    /** Forgets a host that is in maintenance or down. */
    Act<Void> remove(Caller caller, String host);

    Act<Host> activate(Caller caller, String host);

    /** To maintenance; refused while guests run there (live migration comes later). */
    Act<Host> deactivate(Caller caller, String host);

    /** Asks the node for its facts anew. */
    Act<Host> refresh(Caller caller, String host);
}
