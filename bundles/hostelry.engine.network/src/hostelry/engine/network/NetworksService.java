package hostelry.engine.network;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.NetworkSetup;
import hostelry.api.Networks;
import hostelry.api.Patch;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.Nodes;
import hostelry.engine.work.Kind;
import hostelry.engine.work.Reach;
import hostelry.engine.work.VerbKind;
import hostelry.engine.work.Work;
import hostelry.model.ClusterNetwork;
import hostelry.model.Host;
import hostelry.model.HostelryFactory;
import hostelry.model.MacPool;
import hostelry.model.Network;
import hostelry.model.VnicProfile;
import java.util.List;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The verbs of networks, of networks in clusters, and of MAC pools, each handed to {@link Work}; and their lines in the catalogue. */
@Component(immediate = true)
public final class NetworksService implements Networks {
    private final Work work;
    private final Inventory inventory;
    private final Reach reach;
    private final List<ServiceRegistration<VerbKind>> kinds;

    @Activate
    public NetworksService(BundleContext context, @Reference Work work, @Reference Inventory inventory, @Reference Nodes nodes) {
        this.work = work;
        this.inventory = inventory;
        this.reach = new Reach(inventory, nodes);
        this.kinds = kinds(inventory).stream().map(kind -> context.registerService(VerbKind.class, kind, null)).toList();
    }

    static List<VerbKind> kinds(Inventory inventory) {
        return List.of(Kind.of("AddNetwork", "Network", "Add", "CREATE_STORAGE_POOL_NETWORK"),
                Kind.of("UpdateNetwork", "Network", "Edit", "CONFIGURE_STORAGE_POOL_NETWORK")
                        .plain(id -> new UpdateNetwork(inventory, id, new Patch<>(HostelryFactory.eINSTANCE.createNetwork(), Set.of()))),
                Kind.of("RemoveNetwork", "Network", "Remove", "DELETE_STORAGE_POOL_NETWORK").destructive()
                        .plain(id -> new RemoveNetwork(inventory, id)),
                Kind.of("AssignNetwork", "Network", "Assign to cluster", "ASSIGN_CLUSTER_NETWORK"),
                Kind.of("UnassignNetwork", "Network", "Take from cluster", "ASSIGN_CLUSTER_NETWORK").destructive(),
                Kind.of("UpdateClusterNetwork", "Cluster", "Edit network", "CONFIGURE_CLUSTER_NETWORK"),
                Kind.of("SetupNetworks", "Host", "Set up networks", "CONFIGURE_HOST_NETWORK"),
                Kind.of("AddVnicProfile", "Network", "Add vNIC profile", "CREATE_NETWORK_VNIC_PROFILE"),
                Kind.of("UpdateVnicProfile", "VnicProfile", "Edit", "CONFIGURE_NETWORK_VNIC_PROFILE").plain(
                        id -> new UpdateVnicProfile(inventory, id, new Patch<>(HostelryFactory.eINSTANCE.createVnicProfile(), Set.of()))),
                Kind.of("RemoveVnicProfile", "VnicProfile", "Remove", "DELETE_NETWORK_VNIC_PROFILE").destructive()
                        .plain(id -> new RemoveVnicProfile(inventory, id)),
                Kind.of("AddMacPool", "MacPool", "Add", "CREATE_MAC_POOL"),
                Kind.of("UpdateMacPool", "MacPool", "Edit", "EDIT_MAC_POOL")
                        .plain(id -> new UpdateMacPool(inventory, id, new Patch<>(HostelryFactory.eINSTANCE.createMacPool(), Set.of()))),
                Kind.of("RemoveMacPool", "MacPool", "Remove", "DELETE_MAC_POOL").destructive()
                        .plain(id -> new RemoveMacPool(inventory, id)));
    }

    @Deactivate
    void close() {
        kinds.forEach(ServiceRegistration::unregister);
    }

    @Override
    public Act<Network> add(Caller caller, Network network) {
        return work.submit(caller, new AddNetwork(inventory, network));
    }

    @Override
    public Act<Network> update(Caller caller, String network, Patch<Network> patch) {
        return work.submit(caller, new UpdateNetwork(inventory, network, patch));
    }

    @Override
    public Act<Void> remove(Caller caller, String network) {
        return work.submit(caller, new RemoveNetwork(inventory, network));
    }

    @Override
    public Act<ClusterNetwork> assign(Caller caller, ClusterNetwork assignment) {
        return work.submit(caller, new AssignNetwork(inventory, assignment));
    }

    @Override
    public Act<ClusterNetwork> updateAssignment(Caller caller, String cluster, String network, Patch<ClusterNetwork> patch) {
        return work.submit(caller, new UpdateClusterNetwork(inventory, cluster, network, patch));
    }

    @Override
    public Act<Void> unassign(Caller caller, String cluster, String network) {
        return work.submit(caller, new UnassignNetwork(inventory, cluster, network));
    }

    @Override
    public Act<Host> setUp(Caller caller, String host, NetworkSetup setup) {
        return work.submit(caller, new SetupNetworks(inventory, reach, host, setup));
    }

    @Override
    public Act<VnicProfile> addProfile(Caller caller, VnicProfile profile) {
        return work.submit(caller, new AddVnicProfile(inventory, profile));
    }

    @Override
    public Act<Void> removeProfile(Caller caller, String profile) {
        return work.submit(caller, new RemoveVnicProfile(inventory, profile));
    }

    @Override
    public Act<VnicProfile> updateProfile(Caller caller, String profile, Patch<VnicProfile> patch) {
        return work.submit(caller, new UpdateVnicProfile(inventory, profile, patch));
    }

    @Override
    public Act<MacPool> addMacPool(Caller caller, MacPool pool) {
        return work.submit(caller, new AddMacPool(inventory, pool));
    }

    @Override
    public Act<MacPool> updateMacPool(Caller caller, String pool, Patch<MacPool> patch) {
        return work.submit(caller, new UpdateMacPool(inventory, pool, patch));
    }

    @Override
    public Act<Void> removeMacPool(Caller caller, String pool) {
        return work.submit(caller, new RemoveMacPool(inventory, pool));
    }
}
