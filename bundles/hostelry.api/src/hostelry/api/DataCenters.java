package hostelry.api;

import hostelry.model.Cluster;
import hostelry.model.DataCenter;

/** The verbs of data centers and their clusters. */
public interface DataCenters {
    Act<DataCenter> add(Caller caller, DataCenter dataCenter);

    Act<DataCenter> update(Caller caller, String dataCenter, Patch<DataCenter> patch);

    /** Refused while it holds clusters, storage domains or networks other than the management network. */
    Act<Void> remove(Caller caller, String dataCenter);

    Act<Cluster> addCluster(Caller caller, Cluster cluster);

    Act<Cluster> updateCluster(Caller caller, String cluster, Patch<Cluster> patch);

    /** Refused while it holds hosts or VMs. */
    Act<Void> removeCluster(Caller caller, String cluster);
}
