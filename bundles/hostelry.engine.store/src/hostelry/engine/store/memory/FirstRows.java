package hostelry.engine.store.memory;

import hostelry.engine.spi.Inventory.Draft;
import hostelry.engine.spi.WellKnown;
import hostelry.model.Cluster;
import hostelry.model.DataCenter;
import hostelry.model.DataCenterStatus;
import hostelry.model.Entity;
import hostelry.model.HostelryFactory;
import hostelry.model.MacPool;
import hostelry.model.Network;
import hostelry.model.NetworkUsage;
import hostelry.model.Template;
import hostelry.model.User;
import hostelry.model.VnicProfile;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

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
        network.getUsages().addAll(List.of(NetworkUsage.VM, NetworkUsage.MANAGEMENT));
        draft.add(network);

        VnicProfile profile = named(make.createVnicProfile(), WellKnown.VNIC_PROFILE, "ovirtmgmt", "");
        profile.setNetwork(WellKnown.NETWORK);
        draft.add(profile);

        Template blank = named(make.createTemplate(), WellKnown.BLANK, "Blank", "Blank template");
        blank.setStatus("ok");
        blank.setCreationTime(Instant.EPOCH);
        hardware(blank);
        draft.add(blank);

        User admin = named(make.createUser(), WellKnown.ADMIN, "admin", "");
        admin.setUserName("admin@internal");
        admin.setDomain("internal");
        draft.add(admin);
    }

    /**
     * Adds what came with a later version to an estate of an earlier one; where nothing is lacking it changes nothing.
     *
     * @param chance chooses the range of the default MAC pool: two engines on one network should not give the same addresses
     */
    public static void complete(Draft draft, RandomGenerator chance) {
        AccessRows.complete(draft);
        NetworkRows.complete(draft);
        draft.find(Template.class, WellKnown.BLANK).filter(blank -> blank.getVersionNumber() == 0)
                .ifPresent(blank -> hardware(draft.edit(Template.class, WellKnown.BLANK)));
        if (draft.find(MacPool.class, WellKnown.MAC_POOL).isEmpty()) {
            MacPool pool = named(HostelryFactory.eINSTANCE.createMacPool(), WellKnown.MAC_POOL, "Default", "Default MAC pool");
            pool.setDefaultPool(true);
            String head = String.format(Locale.ROOT, "56:6f:%02x:%02x:", chance.nextInt(256), chance.nextInt(256));
            pool.getRanges().add(head + "00:00-" + head + "ff:ff");
            draft.add(pool);
        }
        for (Cluster cluster : List.copyOf(draft.all(Cluster.class))) {
            if (cluster.getMacPool() == null) {
                draft.edit(Cluster.class, cluster.getId()).setMacPool(WellKnown.MAC_POOL);
            }
        }
    }

    /** What a machine has of which nothing is said, as oVirt's Blank tells it. */
    private static void hardware(Template blank) {
        blank.setVersionNumber(1);
        blank.setBaseTemplate(blank.getId());
        blank.setMemory(1L << 30);
        blank.setMemoryGuaranteed(1L << 30);
        blank.setMemoryMax(4L << 30);
        blank.setCpuSockets(1);
        blank.setCpuCores(1);
        blank.setCpuThreads(1);
        blank.setOsType("other");
    }

    private static <T extends Entity> T named(T object, String id, String name, String description) {
        object.setId(id);
        object.setName(name);
        object.setDescription(description.isEmpty() ? null : description);
        return object;
    }
}
