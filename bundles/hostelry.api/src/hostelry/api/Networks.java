package hostelry.api;

import hostelry.model.ClusterNetwork;
import hostelry.model.Host;
import hostelry.model.MacPool;
import hostelry.model.Network;
import hostelry.model.VnicProfile;

/** The verbs of logical networks, of networks in clusters, and of MAC pools; each network is born with a vNIC profile of its name, and in no cluster. */
public interface Networks {
    Act<Network> add(Caller caller, Network network);

    Act<Network> update(Caller caller, String network, Patch<Network> patch);

    /** Refused for the management network, and while a NIC uses it. */
    Act<Void> remove(Caller caller, String network);

    /**
     * Gives a cluster a network of its data center. Roles that it is given there are taken from the network that had them.
     *
     * @param assignment names cluster and network; its id comes of both
     */
    Act<ClusterNetwork> assign(Caller caller, ClusterNetwork assignment);

    /** Changes whether it is required, and its roles; those that it gives up go to the cluster's management network. */
    Act<ClusterNetwork> updateAssignment(Caller caller, String cluster, String network, Patch<ClusterNetwork> patch);

    /** Refused for the cluster's management network, and while NICs of VMs of the cluster use it. */
    Act<Void> unassign(Caller caller, String cluster, String network);

    /**
     * Sets up the networks of a host as a whole: whole or not at all, and taken back by the host itself where it does not hear the engine afterwards.
     *
     * @return the host; refused with every reason against it
     */
    Act<Host> setUp(Caller caller, String host, NetworkSetup setup);

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
