package hostelry.client.remote;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Networks;
import hostelry.api.Patch;
import hostelry.model.ClusterNetwork;
import hostelry.model.MacPool;
import hostelry.model.Network;
import hostelry.model.VnicProfile;

/** The verbs of networks and MAC pools. */
record RemoteNetworks(Requests requests) implements Networks {
    private static String network(String id) {
        return "/networks/" + Http.piece(id);
    }

    @Override
    public Act<Network> add(Caller caller, Network network) {
        return requests.add(caller, "/networks", network, Network.class);
    }

    @Override
    public Act<Network> update(Caller caller, String network, Patch<Network> patch) {
        return requests.update(caller, network(network), patch, Network.class);
    }

    @Override
    public Act<Void> remove(Caller caller, String network) {
        return requests.remove(caller, network(network));
    }

    private static String assigned(String cluster, String network) {
        return "/clusters/" + Http.piece(cluster) + "/networks/" + Http.piece(network);
    }

    @Override
    public Act<ClusterNetwork> assign(Caller caller, ClusterNetwork assignment) {
        return requests.add(caller, "/clusters/" + Http.piece(String.valueOf(assignment.getCluster())) + "/networks", assignment,
                ClusterNetwork.class);
    }

    @Override
    public Act<ClusterNetwork> updateAssignment(Caller caller, String cluster, String network, Patch<ClusterNetwork> patch) {
        return requests.update(caller, assigned(cluster, network), patch, ClusterNetwork.class);
    }

    @Override
    public Act<Void> unassign(Caller caller, String cluster, String network) {
        return requests.remove(caller, assigned(cluster, network));
    }

    @Override
    public Act<VnicProfile> addProfile(Caller caller, VnicProfile profile) {
        return requests.add(caller, "/vnicprofiles", profile, VnicProfile.class);
    }

    @Override
    public Act<Void> removeProfile(Caller caller, String profile) {
        return requests.remove(caller, "/vnicprofiles/" + Http.piece(profile));
    }

    @Override
    public Act<VnicProfile> updateProfile(Caller caller, String profile, Patch<VnicProfile> patch) {
        return requests.update(caller, "/vnicprofiles/" + Http.piece(profile), patch, VnicProfile.class);
    }

    @Override
    public Act<MacPool> addMacPool(Caller caller, MacPool pool) {
        return requests.add(caller, "/macpools", pool, MacPool.class);
    }

    @Override
    public Act<MacPool> updateMacPool(Caller caller, String pool, Patch<MacPool> patch) {
        return requests.update(caller, "/macpools/" + Http.piece(pool), patch, MacPool.class);
    }

    @Override
    public Act<Void> removeMacPool(Caller caller, String pool) {
        return requests.remove(caller, "/macpools/" + Http.piece(pool));
    }
}
