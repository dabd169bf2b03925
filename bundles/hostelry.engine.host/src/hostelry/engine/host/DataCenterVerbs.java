package hostelry.engine.host;

import hostelry.api.Patch;
import hostelry.engine.spi.ClusterNetworks;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.WellKnown;
import hostelry.engine.work.Kind;
import hostelry.engine.work.Patches;
import hostelry.engine.work.Verb;
import hostelry.engine.work.Verb.Lock;
import hostelry.model.Cluster;
import hostelry.model.ClusterNetwork;
import hostelry.model.DataCenter;
import hostelry.model.DataCenterStatus;
import hostelry.model.HostelryFactory;
import hostelry.model.MacPool;
import hostelry.model.Network;
import hostelry.model.NetworkUsage;
import hostelry.model.StorageDomain;
import hostelry.model.Vm;
import hostelry.model.VnicProfile;
import hostelry.model.data.CpuTypes;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** The verbs of data centers and clusters. They touch the store alone, and none of them is longer than a few lines: so each is a value of {@link StoreVerb}. */
final class DataCenterVerbs {
    private static final Set<String> DATA_CENTER = Set.of("name", "description", "comment", "versionMajor", "versionMinor");
    private static final Set<String> CLUSTER = Set.of("name", "description", "comment", "cpuType", "versionMajor",
            "versionMinor", "macPool", "schedulingPolicy", "memoryOvercommit", "ballooning", "biosType");
    private static final int MAJOR = 4;
    private static final int MINOR = 7;
    private final Inventory inventory;

    DataCenterVerbs(Inventory inventory) {
        this.inventory = inventory;
    }

    List<Kind> kinds() {
        HostelryFactory model = HostelryFactory.eINSTANCE;
        return List.of(
                Kind.of("AddDataCenter", "DataCenter", "Add", "CREATE_STORAGE_POOL"),
                Kind.of("UpdateDataCenter", "DataCenter", "Edit", "EDIT_STORAGE_POOL_CONFIGURATION")
                        .plain(id -> update(id, new Patch<>(model.createDataCenter(), Set.of()))),
                Kind.of("RemoveDataCenter", "DataCenter", "Remove", "DELETE_STORAGE_POOL").destructive().plain(this::remove),
                Kind.of("AddCluster", "Cluster", "Add", "CREATE_CLUSTER"),
                Kind.of("UpdateCluster", "Cluster", "Edit", "EDIT_CLUSTER_CONFIGURATION")
                        .plain(id -> updateCluster(id, new Patch<>(model.createCluster(), Set.of()))),
                Kind.of("RemoveCluster", "Cluster", "Remove", "DELETE_CLUSTER").destructive().plain(this::removeCluster));
    }

    /** With a management network and its profile, as each data center needs them. */
    Verb<DataCenter> add(DataCenter wanted) {
        DataCenter center = EcoreUtil.copy(wanted);
        center.setId(UUID.randomUUID().toString());
        center.setStatus(DataCenterStatus.UNINITIALIZED);
        center.setVersionMajor(center.getVersionMajor() == 0 ? MAJOR : center.getVersionMajor());
        center.setVersionMinor(center.getVersionMinor() == 0 ? MINOR : center.getVersionMinor());
        return new StoreVerb<>(inventory, "AddDataCenter", "Add data center " + Checks.clipped(String.valueOf(center.getName())), null,
                List.of(Lock.exclusive(center.getId()), Lock.exclusive("data-center-name:" + center.getName())),
                (floors, problems) -> {
                    new Checks(floors, problems).name(DataCenter.class, "data center", center.getName(), null);
                    new ClusterChecks(floors, problems).level(center.getVersionMajor(), center.getVersionMinor());
                }, draft -> {
                    Network network = HostelryFactory.eINSTANCE.createNetwork();
                    network.setName("ovirtmgmt");
                    network.setDescription("Management network");
                    network.setDataCenter(center.getId());
                    network.getUsages().addAll(List.of(NetworkUsage.VM, NetworkUsage.MANAGEMENT));
                    VnicProfile profile = HostelryFactory.eINSTANCE.createVnicProfile();
                    profile.setName("ovirtmgmt");
                    profile.setNetwork(draft.add(network).getId());
                    draft.add(profile);
                    return draft.add(center);
                });
    }

    Verb<DataCenter> update(String id, Patch<DataCenter> patch) {
        return new StoreVerb<>(inventory, "UpdateDataCenter", "Edit data center " + Floors.in(inventory).name(DataCenter.class, id), id,
                List.of(Lock.exclusive(id)),
                (floors, problems) -> {
                    Checks checks = new Checks(floors, problems);
                    checks.there(DataCenter.class, "data center", id).ifPresent(center -> {
                        Set<String> changed = Patches.changed(center, patch, DATA_CENTER);
                        if (changed.contains("name")) {
                            checks.name(DataCenter.class, "data center", patch.values().getName(), id);
                        }
                        new ClusterChecks(floors, problems).level(center, Patches.applied(center, patch, changed));
                    });
                }, draft -> {
                    DataCenter center = draft.edit(DataCenter.class, id);
                    Patches.apply(center, patch, Patches.changed(center, patch, DATA_CENTER));
                    return center;
                });
    }

    Verb<Void> remove(String id) {
        return new StoreVerb<>(inventory, "RemoveDataCenter", "Remove data center " + Floors.in(inventory).name(DataCenter.class, id), id,
                List.of(Lock.exclusive(id)),
                (floors, problems) -> {
                    Checks checks = new Checks(floors, problems);
                    checks.there(DataCenter.class, "data center", id).ifPresent(center -> {
                        String holder = "Data center " + center.getName();
                        checks.none(holder, id, "clusters", floors.clusters(id));
                        checks.none(holder, id, "storage domains",
                                floors.all(StorageDomain.class, domain -> id.equals(domain.getDataCenter())));
                        checks.none(holder, id, "networks", floors.all(Network.class,
                                network -> id.equals(network.getDataCenter()) && !network.getUsages().contains(NetworkUsage.MANAGEMENT)));
                    });
                }, draft -> {
                    for (Network network : Floors.in(draft).all(Network.class, found -> id.equals(found.getDataCenter()))) {
                        Floors.in(draft).all(VnicProfile.class, profile -> network.getId().equals(profile.getNetwork())).forEach(
                                profile -> draft.remove(VnicProfile.class, profile.getId()));
                        draft.remove(Network.class, network.getId());
                    }
                    draft.remove(DataCenter.class, id);
                    return null;
                });
    }

    /** It has the management network of its data center, for all roles; what else it is to have is assigned to it. */
    Verb<Cluster> addCluster(Cluster wanted) {
        Cluster cluster = EcoreUtil.copy(wanted);
        cluster.setId(UUID.randomUUID().toString());
        cluster.setDataCenter(Floors.in(inventory).only(DataCenter.class, cluster.getDataCenter()));
        cluster.setArchitecture(
                cluster.getArchitecture() == null || cluster.getArchitecture().isEmpty() || cluster.getArchitecture().equals("undefined")
                        ? CpuTypes.ARCHITECTURE
                        : cluster.getArchitecture());
        cluster.setVersionMajor(cluster.getVersionMajor() == 0 ? MAJOR : cluster.getVersionMajor());
        cluster.setVersionMinor(cluster.getVersionMinor() == 0 ? MINOR : cluster.getVersionMinor());
        cluster.setMacPool(Floors.in(inventory).reference(MacPool.class,
                cluster.getMacPool() == null || cluster.getMacPool().isEmpty() ? WellKnown.MAC_POOL : cluster.getMacPool()));
        String center = cluster.getDataCenter();
        return new StoreVerb<Cluster>(inventory, "AddCluster", "Add cluster " + Checks.clipped(String.valueOf(cluster.getName())), null,
                center == null
                        ? List.of(Lock.exclusive("cluster-name:" + cluster.getName()))
                        : List.of(Lock.exclusive("cluster-name:" + cluster.getName()), Lock.shared(center)),
                (floors, problems) -> {
                    Checks checks = new Checks(floors, problems);
                    checks.name(Cluster.class, "cluster", cluster.getName(), null);
                    checks.dataCenter(center);
                    new ClusterChecks(floors, problems).fits(cluster);
                }, draft -> {
                    ClusterNetworks.in(draft).management(center).ifPresent(
                            network -> draft.add(ClusterNetworks.make(cluster.getId(), network.getId(), true, ClusterNetworks.ROLES)));
                    return draft.add(cluster);
                }).in(center);
    }

    Verb<Cluster> updateCluster(String id, Patch<Cluster> patch) {
        return new StoreVerb<>(inventory, "UpdateCluster", "Edit cluster " + Floors.in(inventory).name(Cluster.class, id), id,
                List.of(Lock.exclusive(id)),
                (floors, problems) -> {
                    Checks checks = new Checks(floors, problems);
                    checks.there(Cluster.class, "cluster", id).ifPresent(cluster -> {
                        Set<String> changed = Patches.changed(cluster, patch, CLUSTER);
                        if (changed.contains("name")) {
                            checks.name(Cluster.class, "cluster", patch.values().getName(), id);
                        }
                        new ClusterChecks(floors, problems).becomes(cluster, Patches.applied(cluster, patch, changed));
                    });
                }, draft -> {
                    Cluster cluster = draft.edit(Cluster.class, id);
                    Patches.apply(cluster, patch, Patches.changed(cluster, patch, CLUSTER));
                    return cluster;
                });
    }

    Verb<Void> removeCluster(String id) {
        return new StoreVerb<>(inventory, "RemoveCluster", "Remove cluster " + Floors.in(inventory).name(Cluster.class, id), id,
                List.of(Lock.exclusive(id)),
                (floors, problems) -> {
                    Checks checks = new Checks(floors, problems);
                    checks.there(Cluster.class, "cluster", id).ifPresent(cluster -> {
                        checks.none("Cluster " + cluster.getName(), id, "hosts", floors.hosts(id));
                        checks.none("Cluster " + cluster.getName(), id, "VMs", floors.all(Vm.class, vm -> id.equals(vm.getCluster())));
                    });
                }, draft -> {
                    ClusterNetworks.in(draft).of(id).forEach(assigned -> draft.remove(ClusterNetwork.class, assigned.getId()));
                    draft.remove(Cluster.class, id);
                    return null;
                });
    }
}
