package hostelry.engine.web;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.NetworkPlan;
import hostelry.api.NetworkSetup;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Networks;
import hostelry.api.Patch;
import hostelry.model.ClusterNetwork;
import hostelry.model.Host;
import hostelry.model.HostNic;
import hostelry.model.MacPool;
import hostelry.model.Network;
import hostelry.model.NetworkAttachment;
import hostelry.model.VnicProfile;

/** Networks, their profiles and MAC pools for the door's tests. */
record FakeNetworks(FakeEngine engine) implements Networks {
    @Override
    public Act<Network> add(Caller caller, Network network) {
        return engine.add(caller, "AddNetwork", network);
    }

    @Override
    public Act<Network> update(Caller caller, String network, Patch<Network> patch) {
        return engine.act(caller, "UpdateNetwork", () -> engine.apply(caller, Network.class, network, patch));
    }

    @Override
    public Act<Void> remove(Caller caller, String network) {
        return engine.dropping(caller, "RemoveNetwork", network);
    }

    @Override
    public Act<ClusterNetwork> assign(Caller caller, ClusterNetwork assignment) {
        return engine.act(caller, "AssignNetwork", () -> {
            assignment.setId(assignment.getCluster() + " " + assignment.getNetwork());
            return engine.put(assignment);
        });
    }

    @Override
    public Act<ClusterNetwork> updateAssignment(Caller caller, String cluster, String network, Patch<ClusterNetwork> patch) {
        return engine.act(caller, "UpdateClusterNetwork",
                () -> engine.apply(caller, ClusterNetwork.class, cluster + " " + network, patch));
    }

    @Override
    public Act<Void> unassign(Caller caller, String cluster, String network) {
        return engine.dropping(caller, "UnassignNetwork", cluster + " " + network);
    }

    @Override
    public Act<Host> setUp(Caller caller, String host, NetworkSetup setup) {
        Host there = engine.find(caller, Host.class, host).orElseThrow(() -> new Refusal(Problem.notFound("host", host)));
        return engine.act(caller, "SetupNetworks", () -> {
            NetworkPlan plan = NetworkPlan.of(host, setup, engine.list(caller, NetworkAttachment.class),
                    engine.list(caller, Network.class), engine.list(caller, HostNic.class));
            plan.before().forEach(one -> engine.drop(one.getId()));
            plan.after().forEach(engine::put);
            return there;
        });
    }

    @Override
    public Act<VnicProfile> addProfile(Caller caller, VnicProfile profile) {
        return engine.add(caller, "AddVnicProfile", profile);
    }

    @Override
    public Act<Void> removeProfile(Caller caller, String profile) {
        return engine.dropping(caller, "RemoveVnicProfile", profile);
    }

    @Override
    public Act<VnicProfile> updateProfile(Caller caller, String profile, Patch<VnicProfile> patch) {
        return engine.act(caller, "UpdateVnicProfile", () -> engine.apply(caller, VnicProfile.class, profile, patch));
    }

    @Override
    public Act<MacPool> addMacPool(Caller caller, MacPool pool) {
        return engine.add(caller, "AddMacPool", pool);
    }

    @Override
    public Act<MacPool> updateMacPool(Caller caller, String pool, Patch<MacPool> patch) {
        return engine.act(caller, "UpdateMacPool", () -> engine.apply(caller, MacPool.class, pool, patch));
    }

    @Override
    public Act<Void> removeMacPool(Caller caller, String pool) {
        return engine.dropping(caller, "RemoveMacPool", pool);
    }
}
