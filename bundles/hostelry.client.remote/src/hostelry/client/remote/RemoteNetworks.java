package hostelry.client.remote;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Networks;
import hostelry.api.Patch;
import hostelry.model.Network;
import hostelry.model.VnicProfile;

/** The verbs of networks. */
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

    @Override
    public Act<VnicProfile> addProfile(Caller caller, VnicProfile profile) {
        return requests.add(caller, "/vnicprofiles", profile, VnicProfile.class);
    }

    @Override
    public Act<Void> removeProfile(Caller caller, String profile) {
        return requests.remove(caller, "/vnicprofiles/" + Http.piece(profile));
    }
}
