package hostelry.engine.web;

import hostelry.model.Cluster;
import hostelry.model.ClusterNetwork;
import hostelry.model.DataCenter;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.HostelryFactory;
import hostelry.model.Network;
import hostelry.model.NetworkUsage;
import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainStatus;
import hostelry.model.StorageDomainType;
import hostelry.model.User;
import hostelry.model.VnicProfile;
import java.util.List;

/** What stands in the estate before a test of the door begins. */
final class FirstNouns {
    private FirstNouns() {}

    static void into(FakeEngine engine) {
        HostelryFactory make = HostelryFactory.eINSTANCE;
        DataCenter center = engine.put(make.createDataCenter(), "dc1", "Default");
        center.setLocal(true);
        Cluster cluster = engine.put(make.createCluster(), "c1", "Default");
        cluster.setDataCenter("dc1");
        Host host = engine.put(make.createHost(), "h1", "this machine");
        host.setCluster("c1");
        host.setStatus(HostStatus.UP);
        host.setMemory(8L << 30);
        host.setCpuCores(2);
        for (StorageDomainType type : List.of(StorageDomainType.DATA, StorageDomainType.ISO)) {
            StorageDomain domain = engine.put(make.createStorageDomain(), "sd-" + type.getLiteral(), type.getLiteral());
            domain.setDataCenter("dc1");
            domain.setType(type);
            domain.setStatus(StorageDomainStatus.ACTIVE);
        }
        Network network = engine.put(make.createNetwork(), "n1", "ovirtmgmt");
        network.setDataCenter("dc1");
        VnicProfile profile = engine.put(make.createVnicProfile(), "p1", "ovirtmgmt");
        profile.setNetwork("n1");
        ClusterNetwork assigned = engine.put(make.createClusterNetwork(), "c1 n1", null);
        assigned.setCluster("c1");
        assigned.setNetwork("n1");
        assigned.setRequired(true);
        assigned.getRoles().addAll(List.of(NetworkUsage.MANAGEMENT, NetworkUsage.DISPLAY));
        engine.put(make.createTemplate(), FakeEngine.BLANK, "Blank");
        User user = engine.put(make.createUser(), "u1", "admin");
        user.setUserName("admin@internal");
    }
}
