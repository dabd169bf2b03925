package hostelry.engine.host;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.DataCenters;
import hostelry.api.Patch;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Work;
import hostelry.model.Cluster;
import hostelry.model.DataCenter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The verbs of data centers and clusters, each handed to {@link Work}. */
@Component
public final class DataCentersService implements DataCenters {
    private final Work work;
    private final DataCenterVerbs verbs;

    @Activate
    public DataCentersService(@Reference Work work, @Reference Inventory inventory) {
        this.work = work;
        this.verbs = new DataCenterVerbs(inventory);
    }

    @Override
    public Act<DataCenter> add(Caller caller, DataCenter dataCenter) {
        return work.submit(caller, verbs.add(dataCenter));
    }

    @Override
    public Act<DataCenter> update(Caller caller, String dataCenter, Patch<DataCenter> patch) {
        return work.submit(caller, verbs.update(dataCenter, patch));
    }

    @Override
    public Act<Void> remove(Caller caller, String dataCenter) {
        return work.submit(caller, verbs.remove(dataCenter));
    }

    @Override
    public Act<Cluster> addCluster(Caller caller, Cluster cluster) {
        return work.submit(caller, verbs.addCluster(cluster));
    }

    @Override
    public Act<Cluster> updateCluster(Caller caller, String cluster, Patch<Cluster> patch) {
        return work.submit(caller, verbs.updateCluster(cluster, patch));
    }

    @Override
    public Act<Void> removeCluster(Caller caller, String cluster) {
        return work.submit(caller, verbs.removeCluster(cluster));
    }
}
