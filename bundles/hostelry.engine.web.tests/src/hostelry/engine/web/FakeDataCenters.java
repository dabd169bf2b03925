package hostelry.engine.web;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.DataCenters;
import hostelry.api.Patch;
import hostelry.model.Cluster;
import hostelry.model.DataCenter;

/** Data centres and clusters for the door's tests. */
record FakeDataCenters(FakeEngine engine) implements DataCenters {
    @Override
    public Act<DataCenter> add(Caller caller, DataCenter dataCenter) {
        return engine.add(caller, "AddDataCenter", dataCenter);
    }

    @Override
    public Act<DataCenter> update(Caller caller, String dataCenter, Patch<DataCenter> patch) {
        return engine.act(caller, "UpdateDataCenter", () -> engine.apply(caller, DataCenter.class, dataCenter, patch));
    }

    @Override
    public Act<Void> remove(Caller caller, String dataCenter) {
        return engine.dropping(caller, "RemoveDataCenter", dataCenter);
    }

    @Override
    public Act<Cluster> addCluster(Caller caller, Cluster cluster) {
        return engine.add(caller, "AddCluster", cluster);
    }

    @Override
    public Act<Cluster> updateCluster(Caller caller, String cluster, Patch<Cluster> patch) {
        return engine.act(caller, "UpdateCluster", () -> engine.apply(caller, Cluster.class, cluster, patch));
    }

    @Override
    public Act<Void> removeCluster(Caller caller, String cluster) {
        return engine.dropping(caller, "RemoveCluster", cluster);
    }
}
