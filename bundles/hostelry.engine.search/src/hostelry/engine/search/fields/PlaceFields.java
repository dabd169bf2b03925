package hostelry.engine.search.fields;

import hostelry.model.Cluster;
import hostelry.model.ClusterNetwork;
import hostelry.model.DataCenter;
import hostelry.model.DataCenterStatus;
import hostelry.model.Event;
import hostelry.model.Host;
import hostelry.model.MacPool;
import hostelry.model.Network;
import hostelry.model.StorageDomain;
import hostelry.model.Vm;

/** Clusters and data centers. */
final class PlaceFields {
    private PlaceFields() {}

    static Table<Cluster> clusters() {
        return new Table<>(Cluster.class, "Clusters", "cluster").basics()
                .link("datacenter", "", DataCenter.class, DataCenter::getName, Cluster::getDataCenter)
                .text("architecture", "", Cluster::getArchitecture)
                .text("cpu_type", "", Cluster::getCpuType)
                .text("compatibility_level version", "such as 4.7", cluster -> cluster.getVersionMajor() + "." + cluster.getVersionMinor())
                .link("mac_pool", "", MacPool.class, MacPool::getName, Cluster::getMacPool)
                .beside(DataCenter.class, Way.forward(Cluster::getDataCenter))
                .beside(Host.class, Way.back(Host::getCluster))
                .beside(Vm.class, Way.back(Vm::getCluster))
                .beside(StorageDomain.class, Way.through(DataCenter.class, Way.forward(Cluster::getDataCenter),
                        Way.back(StorageDomain::getDataCenter)))
                .beside(Network.class, Way.through(ClusterNetwork.class, Way.back(ClusterNetwork::getCluster),
                        Way.forward(ClusterNetwork::getNetwork)))
                .beside(MacPool.class, Way.forward(Cluster::getMacPool))
                .beside(Event.class, Way.back(Event::getCluster));
    }

    static Table<DataCenter> dataCenters() {
        return new Table<>(DataCenter.class, "DataCenters", "datacenter").basics()
                .words("status", "", DataCenterStatus.VALUES, DataCenter::getStatus)
                .flag("local", "is its storage local to hosts?", DataCenter::isLocal)
                .text("compatibility_version version", "such as 4.7", center -> center.getVersionMajor() + "." + center.getVersionMinor())
                .beside(Cluster.class, Way.back(Cluster::getDataCenter))
                .beside(Host.class, Way.through(Cluster.class, Way.back(Cluster::getDataCenter), Way.back(Host::getCluster)))
                .beside(Vm.class, Way.through(Cluster.class, Way.back(Cluster::getDataCenter), Way.back(Vm::getCluster)))
                .beside(StorageDomain.class, Way.back(StorageDomain::getDataCenter))
                .beside(Network.class, Way.back(Network::getDataCenter))
                .beside(Event.class, Way.back(Event::getDataCenter));
    }
}
