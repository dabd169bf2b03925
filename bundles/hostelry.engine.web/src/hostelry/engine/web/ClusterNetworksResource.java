package hostelry.engine.web;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.Cluster;
import hostelry.model.ClusterNetwork;
import hostelry.model.Network;
import hostelry.model.NetworkUsage;
import hostelry.wire.Incoming;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The networks that a cluster has: as oVirt shows them, each is a network with what it is for in this cluster. */
@Path("/clusters/{cluster}/networks")
@Produces({"application/xml", "application/json"})
@Consumes({"application/xml", "application/json"})
public final class ClusterNetworksResource {
    private final Services services;

    ClusterNetworksResource(Services services) {
        this.services = services;
    }

    @GET
    public Response list(@Context Call call, @PathParam("cluster") String cluster) {
        return Parts.list(call, Cluster.class, cluster, "networks");
    }

    /** Assigns a network of the data center, named by its id or its name; where nothing is said it is required, as in oVirt. */
    @POST
    public Response assign(@Context Call call, @PathParam("cluster") String cluster) {
        services.estate().get(call.caller(), Cluster.class, cluster);
        Incoming<ClusterNetwork> incoming = read(call, null);
        ClusterNetwork wanted = incoming.object();
        wanted.setCluster(cluster);
        wanted.setNetwork(network(call, incoming));
        wanted.setId(null);
        if (!incoming.features().contains("required")) {
            wanted.setRequired(true);
        }
        return Acts.created(call, services.networks().assign(call.caller(), wanted));
    }

    @GET
    @Path("{network}")
    public Response get(@Context Call call, @PathParam("cluster") String cluster, @PathParam("network") String network) {
        return Response.ok(Acts.noun(call, find(call, cluster, network))).build();
    }

    @PUT
    @Path("{network}")
    public Response update(@Context Call call, @PathParam("cluster") String cluster, @PathParam("network") String network) {
        ClusterNetwork now = find(call, cluster, network);
        return Acts.updated(call,
                services.networks().updateAssignment(call.caller(), cluster, network, call.patch(read(call, now))));
    }

    @DELETE
    @Path("{network}")
    public Response unassign(@Context Call call, @PathParam("cluster") String cluster, @PathParam("network") String network) {
        find(call, cluster, network);
        return Acts.removed(call, services.networks().unassign(call.caller(), cluster, network));
    }

    private ClusterNetwork find(Call call, String cluster, String network) {
        services.estate().get(call.caller(), Cluster.class, cluster);
        return services.estate().list(call.caller(), ClusterNetwork.class).stream()
                .filter(one -> cluster.equals(one.getCluster()) && network.equals(one.getNetwork())).findFirst()
                .orElseThrow(() -> new Refusal(Problem.notFound("network in this cluster", network)));
    }

    private String network(Call call, Incoming<ClusterNetwork> incoming) {
        ClusterNetwork wanted = incoming.object();
        Optional<String> id = Optional.ofNullable(wanted.getNetwork()).or(() -> Optional.ofNullable(wanted.getId()));
        return id.map(one -> services.estate().get(call.caller(), Network.class, one).getId())
                .or(() -> Optional.ofNullable(wanted.getName())
                        .map(name -> new Names(services.estate(), call.wire()).id(call.caller(), "Network", name)))
                .orElseThrow(() -> new Refusal(
                        Problem.badInput("network", "It does not say which network.", "Give the id of one of the data center.")));
    }

    /** oVirt's clients say the roles among the usages, where {@code vm} is the network's own, or the display alone by a flag. */
    private static Incoming<ClusterNetwork> read(Call call, @Nullable ClusterNetwork now) {
        Incoming<ClusterNetwork> incoming = call.read(ClusterNetwork.class);
        ClusterNetwork object = incoming.object();
        Set<String> features = new HashSet<>(incoming.features());
        Optional<Boolean> display = incoming.document().flag("display");
        if (features.contains("roles")) {
            return incoming;
        }
        if (incoming.document().child("usages").isPresent()) {
            incoming.document().all("usages", "usage").stream().map(usage -> usage(usage.text()))
                    .filter(usage -> usage != NetworkUsage.VM && !object.getRoles().contains(usage)).forEach(object.getRoles()::add);
        } else if (display.isPresent()) {
            if (now != null) {
                object.getRoles().addAll(now.getRoles());
            }
            object.getRoles().remove(NetworkUsage.DISPLAY);
        } else {
            return incoming;
        }
        if (display.orElse(false) && !object.getRoles().contains(NetworkUsage.DISPLAY)) {
            object.getRoles().add(NetworkUsage.DISPLAY);
        }
        features.add("roles");
        return new Incoming<>(object, features, incoming.named(), incoming.document());
    }

    private static NetworkUsage usage(String text) {
        NetworkUsage usage = NetworkUsage.get(text.strip().toLowerCase(Locale.ROOT));
        if (usage == null) {
            throw new Refusal(Problem.badInput("usages", "A network has no usage of this name.",
                    "Take vm, management, display, migration or default_route."));
        }
        return usage;
    }
}
