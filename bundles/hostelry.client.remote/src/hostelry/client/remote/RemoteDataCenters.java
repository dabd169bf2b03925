package hostelry.client.remote;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.DataCenters;
import hostelry.api.Patch;
import hostelry.model.Cluster;
import hostelry.model.DataCenter;

/** The verbs of data centers and clusters. */
record RemoteDataCenters(Requests requests) implements DataCenters {
    private static String center(String id) {
        return "/datacenters/" + Http.piece(id);
    }

    private static String cluster(String id) {
        return "/clusters/" + Http.piece(id);
    }

    @Override
    public Act<DataCenter> add(Caller caller, DataCenter dataCenter) {
        return requests.add(caller, "/datacenters", dataCenter, DataCenter.class);
    }

    @Override
    public Act<DataCenter> update(Caller caller, String dataCenter, Patch<DataCenter> patch) {
        return requests.update(caller, center(dataCenter), patch, DataCenter.class);
    }

    @Override
    public Act<Void> remove(Caller caller, String dataCenter) {
        return requests.remove(caller, center(dataCenter));
    }

    @Override
    public Act<Cluster> addCluster(Caller caller, Cluster cluster) {
        return requests.add(caller, "/clusters", cluster, Cluster.class);
    }

    @Override
    public Act<Cluster> updateCluster(Caller caller, String cluster, Patch<Cluster> patch) {
        return requests.update(caller, cluster(cluster), patch, Cluster.class);
    }

    @Override
    public Act<Void> removeCluster(Caller caller, String cluster) {
        return requests.remove(caller, cluster(cluster));
    }
}
