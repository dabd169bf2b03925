package hostelry.api;

import hostelry.model.Network;
import hostelry.model.VnicProfile;

/** The verbs of logical networks; each network is born with a vNIC profile of its name. */
public interface Networks {
    Act<Network> add(Caller caller, Network network);

    Act<Network> update(Caller caller, String network, Patch<Network> patch);

    /** Refused for the management network, and while a NIC uses it. */
    Act<Void> remove(Caller caller, String network);

    Act<VnicProfile> addProfile(Caller caller, VnicProfile profile);

    Act<Void> removeProfile(Caller caller, String profile);
}
