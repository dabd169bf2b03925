package hostelry.api;

import hostelry.model.MacPool;
import hostelry.model.Network;
import hostelry.model.VnicProfile;

/** The verbs of logical networks and MAC pools; each network is born with a vNIC profile of its name. */
public interface Networks {
    Act<Network> add(Caller caller, Network network);

    Act<Network> update(Caller caller, String network, Patch<Network> patch);

    /** Refused for the management network, and while a NIC uses it. */
    Act<Void> remove(Caller caller, String network);

    Act<VnicProfile> addProfile(Caller caller, VnicProfile profile);

    Act<Void> removeProfile(Caller caller, String profile);

    /** Changes name, description and comment; the network stays. */
    Act<VnicProfile> updateProfile(Caller caller, String profile, Patch<VnicProfile> patch);

    /** Adds a pool of addresses. Ranges that overlap with another pool are refused, unless both allow duplicates. */
    Act<MacPool> addMacPool(Caller caller, MacPool pool);

    /** NICs keep the addresses that they have. */
    Act<MacPool> updateMacPool(Caller caller, String pool, Patch<MacPool> patch);

    /** Refused for the default pool, and while a cluster takes its addresses from it. */
    Act<Void> removeMacPool(Caller caller, String pool);
}
