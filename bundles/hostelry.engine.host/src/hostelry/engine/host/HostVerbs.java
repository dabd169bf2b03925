package hostelry.engine.host;

import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.Nodes;
import hostelry.engine.work.Flat;
import hostelry.engine.work.Kind;
import hostelry.engine.work.Patches;
import hostelry.engine.work.Reach;
import hostelry.engine.work.Verb;
import hostelry.engine.work.Verb.Lock;
import hostelry.model.Cluster;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.HostelryFactory;
import hostelry.model.states.HostMove;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Makes the verbs of hosts, each with what it needs, and lists their kinds. Those that touch the store alone are values of {@link StoreVerb}. */
final class HostVerbs {
    static final int PORT = 54321;
    private static final Set<String> FEATURES = Set.of("name", "description", "comment", "address", "port");
    private final Inventory inventory;
    private final Nodes nodes;
    private final Reach reach;
    private final Consumer<String> revoke;

    /** @param revoke takes the serial of a certificate that is worth nothing any more */
    HostVerbs(Inventory inventory, Nodes nodes, Reach reach, Consumer<String> revoke) {
        this.inventory = inventory;
        this.nodes = nodes;
        this.reach = reach;
        this.revoke = revoke;
    }

    List<Kind> kinds() {
        HostelryFactory model = HostelryFactory.eINSTANCE;
        return List.of(
                Kind.of("AddHost", "Host", "Add", "CREATE_HOST")
                        .remade(arguments -> new AddHost(inventory, nodes, Flat.get(arguments, "host.", model.createHost()))),
                Kind.of("UpdateHost", "Host", "Edit", "EDIT_HOST_CONFIGURATION")
                        .plain(id -> update(id, new Patch<>(model.createHost(), Set.of()))),
                Kind.of("RemoveHost", "Host", "Remove", "DELETE_HOST").destructive().plain(this::remove),
                Kind.of("ActivateHost", "Host", "Activate", "MANIPULATE_HOST").plain(this::activate)
                        .remade(arguments -> activate(arguments.get("host"))),
                Kind.of("DeactivateHost", "Host", "Maintenance", "MANIPULATE_HOST").plain(this::deactivate),
                Kind.of("RefreshHost", "Host", "Refresh", "MANIPULATE_HOST").plain(this::refresh)
                        .remade(arguments -> refresh(arguments.get("host"))));
    }

    AddHost add(Host wanted) {
        Host host = EcoreUtil.copy(wanted);
        host.setId(null);
        host.setStatus(HostStatus.INSTALLING);
        host.setStatusDetail(null);
        host.setCluster(Floors.in(inventory).only(Cluster.class, host.getCluster()));
        host.setPort(host.getPort() == 0 ? PORT : host.getPort());
        host.setAddress(host.getAddress() == null ? "" : host.getAddress().strip());
        host.setName(host.getName() == null || host.getName().isEmpty() ? host.getAddress() : host.getName());
        return new AddHost(inventory, nodes, host);
    }

    Verb<Host> update(String id, Patch<Host> patch) {
        return new StoreVerb<>(inventory, "UpdateHost", "Edit host " + Floors.in(inventory).name(Host.class, id), id,
                List.of(Lock.exclusive(id)), (floors, problems) -> {
                    Checks checks = new Checks(floors, problems);
                    checks.there(Host.class, "host", id).ifPresent(host -> {
                        Set<String> changed = Patches.changed(host, patch, FEATURES);
                        if (changed.contains("name")) {
                            checks.name(Host.class, "host", patch.values().getName(), id);
                        }
                        if (changed.contains("address") || changed.contains("port")) {
                            problems.require(host.getPort() > 0,
                                    () -> Problem.conflict(id,
                                            "Host " + host.getName() + " is part of the engine's own process and has no address.",
                                            "Leave its address and port as they are."));
                            problems.require(host.getStatus() == HostStatus.MAINTENANCE || host.getStatus() == HostStatus.NON_RESPONSIVE,
                                    () -> Problem.conflict(id,
                                            "Host " + host.getName() + " is in service: its address can't be changed now.",
                                            "Put it into maintenance first."));
                            checks.address(Patches.applied(host, patch, changed));
                        }
                    });
                }, draft -> {
                    Host host = draft.edit(Host.class, id);
                    Set<String> changed = Patches.changed(host, patch, FEATURES);
                    Patches.apply(host, patch, changed);
                    return host;
                }, host -> {
                    if (host.getPort() > 0 && host.getStatus() != HostStatus.PENDING_APPROVAL) {
                        nodes.keep(id, host.getAddress(), host.getPort()); // the same address again changes nothing
                    }
                });
    }

    RemoveHost remove(String id) {
        return new RemoveHost(inventory, nodes, revoke, id);
    }

    ActivateHost activate(String id) {
        return new ActivateHost(inventory, reach, id);
    }

    Verb<Host> deactivate(String id) {
        return new StoreVerb<>(inventory, "DeactivateHost", "Put host " + Floors.in(inventory).name(Host.class, id) + " into maintenance",
                id, List.of(Lock.exclusive(id)),
                (floors, problems) -> {
                    Checks checks = new Checks(floors, problems);
                    checks.there(Host.class, "host", id).ifPresent(host -> {
                        checks.permits(host, HostMove.MAINTENANCE, "put into maintenance",
                                host.getStatus() == HostStatus.MAINTENANCE
                                        ? "There is nothing to do."
                                        : "Wait until it is up or counts as non responsive.");
                        checks.noGuests(host, "Migrate them to another host, or shut them down.");
                    });
                }, draft -> {
                    Host host = draft.edit(Host.class, id);
                    host.setStatus(HostStatus.MAINTENANCE);
                    host.setStatusDetail(null);
                    return host;
                });
    }

    RefreshHost refresh(String id) {
        return new RefreshHost(inventory, reach, id);
    }
}
