package hostelry.engine.web;

import hostelry.api.HostHardware;
import hostelry.api.Hosts.Approval;
import hostelry.api.LoadHistory;
import hostelry.api.NetworkSetup;
import hostelry.model.Host;
import hostelry.wire.Records;
import hostelry.wire.Tree;
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

/** Hosts. */
@Path("/hosts")
@Produces({"application/xml", "application/json"})
@Consumes({"application/xml", "application/json"})
public final class HostsResource {
    private final Services services;

    HostsResource(Services services) {
        this.services = services;
    }

    @GET
    public Response list(@Context Call call) {
        return Lists.all(call, Host.class);
    }

    @POST
    public Response add(@Context Call call) {
        return Acts.created(call, services.hosts().add(call.caller(), call.read(Host.class).object()));
    }

    @GET
    @Path("{id}")
    public Response get(@Context Call call, @PathParam("id") String id) {
        return Lists.one(call, Host.class, id);
    }

    @PUT
    @Path("{id}")
    public Response update(@Context Call call, @PathParam("id") String id) {
        return Acts.updated(call, services.hosts().update(call.caller(), id, call.patch(Host.class)));
    }

    @DELETE
    @Path("{id}")
    public Response remove(@Context Call call, @PathParam("id") String id) {
        return Acts.removed(call, services.hosts().remove(call.caller(), id));
    }

    @POST
    @Path("{id}/activate")
    public Response activate(@Context Call call, @PathParam("id") String id) {
        return Acts.action(call, Host.class, id, "activate", body -> services.hosts().activate(call.caller(), id));
    }

    @POST
    @Path("{id}/deactivate")
    public Response deactivate(@Context Call call, @PathParam("id") String id) {
        return Acts.action(call, Host.class, id, "deactivate", body -> services.hosts().deactivate(call.caller(), id));
    }

    @POST
    @Path("{id}/approve")
    public Response approve(@Context Call call, @PathParam("id") String id) {
        return Acts.action(call, Host.class, id, "approve", body -> services.hosts().approve(call.caller(), id, approval(body)));
    }

    /** oVirt's own words, and the fingerprint of the key that was looked at. */
    private static Approval approval(Tree body) {
        return new Approval(body.value("cluster", "id").or(() -> body.value("cluster", "name")).orElse(null),
                body.value("host", "name").orElse(null), body.value("key_fingerprint").orElse(null));
    }

    @POST
    @Path("{id}/refuse")
    public Response refuse(@Context Call call, @PathParam("id") String id) {
        return Acts.action(call, Host.class, id, "refuse", body -> services.hosts().refuse(call.caller(), id));
    }

    @POST
    @Path("{id}/revokecertificate")
    public Response revoke(@Context Call call, @PathParam("id") String id) {
        return Acts.action(call, Host.class, id, "revokecertificate", body -> services.hosts().revoke(call.caller(), id));
    }

    @POST
    @Path("{id}/refresh")
    public Response refresh(@Context Call call, @PathParam("id") String id) {
        return Acts.action(call, Host.class, id, "refresh", body -> services.hosts().refresh(call.caller(), id));
    }

    @POST
    @Path("{id}/install")
    public Response install(@Context Call call, @PathParam("id") String id) {
        return NotOfHosts.refused(call, id, "Nothing is installed on host %s from here: its node enrols itself.",
                "Run hostelry-node on it; with --anew it asks for a new certificate.");
    }

    @POST
    @Path("{id}/fence")
    public Response fence(@Context Call call, @PathParam("id") String id) {
        return NotOfHosts.refused(call, id, "Host %s has no power management: it can't be fenced.", "Switch it off and on by hand.");
    }

    @POST
    @Path("{id}/forceselectspm")
    public Response forceSelectSpm(@Context Call call, @PathParam("id") String id) {
        return NotOfHosts.refused(call, id, "Host %s can't be the one that manages the storage: here no host does that for others.",
                "There is nothing to do.");
    }

    @POST
    @Path("{id}/upgrade")
    public Response upgrade(@Context Call call, @PathParam("id") String id) {
        return NotOfHosts.refused(call, id, "Host %s is not upgraded from here: its packages are its own.",
                "Put it into maintenance, upgrade its packages there, and activate it.");
    }

    @POST
    @Path("{id}/iscsidiscover")
    public Response discoverIscsi(@Context Call call, @PathParam("id") String id) {
        return NotOfHosts.refused(call, id, "Host %s looks for no iSCSI targets: its storage domains are folders of its own.",
                "Mount the target on the host, and add a local storage domain there.");
    }

    /** What the host's networks are to be, as a whole. */
    @POST
    @Path("{id}/setupnetworks")
    public Response setUpNetworks(@Context Call call, @PathParam("id") String id) {
        return Acts.action(call, Host.class, id, "setupnetworks",
                body -> services.networks().setUp(call.caller(), id, new SetupInput(call, id).setup(body)));
    }

    /** Brings back all that the host has lost of what is wanted, and what became of its networks meanwhile. */
    @POST
    @Path("{id}/syncallnetworks")
    public Response syncNetworks(@Context Call call, @PathParam("id") String id) {
        return Acts.action(call, Host.class, id, "syncallnetworks",
                body -> services.networks().setUp(call.caller(), id, NetworkSetup.sync()));
    }

    /** All that is known of what it is built of, in our own shape. */
    @GET
    @Path("{id}/hardware")
    public Response hardware(@Context Call call, @PathParam("id") String id) {
        HostHardware told = services.hosts().hardware(call.caller(), id);
        return Response.ok((Answer) out -> Records.write(out, "host_hardware", told)).build();
    }

    /** Its loads of the last hour, in our own shape. */
    @GET
    @Path("{id}/load")
    public Response load(@Context Call call, @PathParam("id") String id) {
        LoadHistory told = services.loads().host(call.caller(), id);
        return Response.ok((Answer) out -> Records.write(out, "load_history", told)).build();
    }

    /** oVirt's second step, which keeps what was set up when the host starts anew: here what was confirmed is kept, and nothing remains to be done. */
    @POST
    @Path("{id}/commitnetconfig")
    public Response commitNetConfig(@Context Call call, @PathParam("id") String id) {
        services.estate().get(call.caller(), Host.class, id);
        return Acts.done(call, out -> {});
    }

    @GET
    @Path("{id}/{part}")
    public Response part(@Context Call call, @PathParam("id") String id, @PathParam("part") String part) {
        return Parts.list(call, Host.class, id, part);
    }
}
