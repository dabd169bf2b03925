package hostelry.engine.search.fields;

import hostelry.model.Cluster;
import hostelry.model.ClusterNetwork;
import hostelry.model.DataCenter;
import hostelry.model.MacPool;
import hostelry.model.Network;
import hostelry.model.NetworkUsage;
import hostelry.model.Nic;
import hostelry.model.Vm;
import hostelry.model.VnicProfile;

/** Networks, vNIC profiles and MAC pools. */
final class NetworkFields {
    private NetworkFields() {}

    static Table<Network> networks() {
        return new Table<>(Network.class, "Networks", "network").basics()
                .link("datacenter", "", DataCenter.class, DataCenter::getName, Network::getDataCenter)
                .number("vlanid vlan", "0: none", Unit.PLAIN, Network::getVlan)
                .number("mtu", "0: the default", Unit.PLAIN, Network::getMtu)
                .flag("stp", "", Network::isStp)
                .flag("vmnetwork", "may guests plug in?", network -> network.getUsages().contains(NetworkUsage.VM))
                .beside(DataCenter.class, Way.forward(Network::getDataCenter))
                .beside(Cluster.class, clusters())
                .beside(VnicProfile.class, Way.back(VnicProfile::getNetwork))
                .beside(Vm.class, Way.through(VnicProfile.class, Way.back(VnicProfile::getNetwork), vms()));
    }

    static Table<VnicProfile> profiles() {
        return new Table<>(VnicProfile.class, "VnicProfiles", "vnicprofile").basics()
                .link("network", "", Network.class, Network::getName, VnicProfile::getNetwork)
                .links("datacenter", "", DataCenter.class, DataCenter::getName,
                        Way.through(Network.class, Way.forward(VnicProfile::getNetwork), Way.forward(Network::getDataCenter)))
                .beside(Network.class, Way.forward(VnicProfile::getNetwork))
                .beside(Vm.class, vms());
    }

    /** MAC pools; their addresses are no numbers that could be compared. */
    static Table<MacPool> macPools() {
        return new Table<>(MacPool.class, "MacPools", "macpool").basics()
                .flag("allow_duplicates", "may two NICs have the same address?", MacPool::isAllowDuplicates)
                .flag("default_pool", "do clusters take it that name none?", MacPool::isDefaultPool)
                .beside(Cluster.class, Way.back(Cluster::getMacPool));
    }

    private static Way<Network, Cluster> clusters() {
        return Way.through(ClusterNetwork.class, Way.back(ClusterNetwork::getNetwork), Way.forward(ClusterNetwork::getCluster));
    }

    private static Way<VnicProfile, Vm> vms() {
        return Way.through(Nic.class, Way.back(Nic::getVnicProfile), Way.forward(Nic::getVm));
    }
}
