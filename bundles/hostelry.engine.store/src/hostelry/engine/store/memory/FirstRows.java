package hostelry.engine.store.memory;

import hostelry.engine.spi.Inventory.Draft;
import hostelry.engine.spi.WellKnown;
import hostelry.model.Cluster;
import hostelry.model.DataCenter;
import hostelry.model.DataCenterStatus;
import hostelry.model.Entity;
import hostelry.model.HostelryFactory;
import hostelry.model.Network;
import hostelry.model.NetworkUsage;
import hostelry.model.Template;
import hostelry.model.User;
import hostelry.model.VnicProfile;
import java.time.Instant;
import java.util.List;

/** What every estate has from its first start, so that a first machine needs no preparation. */
public final class FirstRows {
    private FirstRows() {}

    /** Adds them to an empty estate. */
    public static void add(Draft draft) {
        HostelryFactory make = HostelryFactory.eINSTANCE;
        DataCenter center = named(make.createDataCenter(), WellKnown.DATA_CENTER, "Default", "The default data center");
        center.setLocal(true);
        center.setStatus(DataCenterStatus.UP);
        center.setVersionMajor(4);
        center.setVersionMinor(7);
        draft.add(center);

        Cluster cluster = named(make.createCluster(), WellKnown.CLUSTER, "Default", "The default cluster");
        cluster.setDataCenter(WellKnown.DATA_CENTER);
        cluster.setArchitecture("x86_64");
        cluster.setVersionMajor(4);
        cluster.setVersionMinor(7);
        draft.add(cluster);

        Network network = named(make.createNetwork(), WellKnown.NETWORK, "ovirtmgmt", "Management network");
        network.setDataCenter(WellKnown.DATA_CENTER);
        network.getUsages().addAll(List.of(NetworkUsage.VM, NetworkUsage.MANAGEMENT, NetworkUsage.DISPLAY, NetworkUsage.MIGRATION,
                NetworkUsage.DEFAULT_ROUTE));
        draft.add(network);

        VnicProfile profile = named(make.createVnicProfile(), WellKnown.VNIC_PROFILE, "ovirtmgmt", "");
        profile.setNetwork(WellKnown.NETWORK);
        draft.add(profile);

        Template blank = named(make.createTemplate(), WellKnown.BLANK, "Blank", "Blank template");
        blank.setStatus("ok");
        blank.setCreationTime(Instant.EPOCH);
        draft.add(blank);

        User admin = named(make.createUser(), WellKnown.ADMIN, "admin", "");
        admin.setUserName("admin@internal");
        admin.setDomain("internal");
        draft.add(admin);
    }

    private static <T extends Entity> T named(T object, String id, String name, String description) {
        object.setId(id);
        object.setName(name);
        object.setDescription(description.isEmpty() ? null : description);
        return object;
    }
}
