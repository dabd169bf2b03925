package hostelry.engine.search.fields;

import hostelry.model.Cluster;
import hostelry.model.DataCenter;
import hostelry.model.Network;
import hostelry.model.NetworkUsage;
import hostelry.model.Nic;
import hostelry.model.Vm;
import hostelry.model.VnicProfile;

/** Networks and vNIC profiles. */
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
                .beside(Cluster.class, Way.through(DataCenter.class, Way.forward(Network::getDataCenter), Way.back(Cluster::getDataCenter)))
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

    private static Way<VnicProfile, Vm> vms() {
        return Way.through(Nic.class, Way.back(Nic::getVnicProfile), Way.forward(Nic::getVm));
    }
}
