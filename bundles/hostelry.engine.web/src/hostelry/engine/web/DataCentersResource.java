package hostelry.engine.web;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.DataCenter;
import hostelry.model.Network;
import hostelry.model.StorageDomain;
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

/** Data centers and what belongs to them. */
@Path("/datacenters")
@Produces({"application/xml", "application/json"})
@Consumes({"application/xml", "application/json"})
public final class DataCentersResource {
    private final Services services;

    DataCentersResource(Services services) {
        this.services = services;
    }

    @GET
    public Response list(@Context Call call) {
        return Lists.all(call, DataCenter.class);
    }

    @POST
    public Response add(@Context Call call) {
        return Acts.created(call, services.dataCenters().add(call.caller(), call.read(DataCenter.class).object()));
    }

    @GET
    @Path("{id}")
    public Response get(@Context Call call, @PathParam("id") String id) {
        return Lists.one(call, DataCenter.class, id);
    }

    @PUT
    @Path("{id}")
    public Response update(@Context Call call, @PathParam("id") String id) {
        return Acts.updated(call, services.dataCenters().update(call.caller(), id, call.patch(DataCenter.class)));
    }

    @DELETE
    @Path("{id}")
    public Response remove(@Context Call call, @PathParam("id") String id) {
        return Acts.removed(call, services.dataCenters().remove(call.caller(), id));
    }

    @GET
    @Path("{id}/{part}")
    public Response part(@Context Call call, @PathParam("id") String id, @PathParam("part") String part) {
        return Parts.list(call, DataCenter.class, id, part);
    }

    /** Another door to {@code /networks}, as in oVirt. */
    @POST
    @Path("{id}/networks")
    public Response addNetwork(@Context Call call, @PathParam("id") String id) {
        services.estate().get(call.caller(), DataCenter.class, id);
        Network network = call.read(Network.class).object();
        network.setDataCenter(id);
        return Acts.created(call, services.networks().add(call.caller(), network));
    }

    @GET
    @Path("{id}/storagedomains/{domain}")
    public Response domain(@Context Call call, @PathParam("id") String id, @PathParam("domain") String domain) {
        return Response.ok(Acts.noun(call, attached(call, id, domain))).build();
    }

    @POST
    @Path("{id}/storagedomains/{domain}/activate")
    public Response activate(@Context Call call, @PathParam("id") String id, @PathParam("domain") String domain) {
        attached(call, id, domain);
        return Acts.action(call, StorageDomain.class, domain, "activate", body -> services.storage().activate(call.caller(), domain));
    }

    @POST
    @Path("{id}/storagedomains/{domain}/deactivate")
    public Response deactivate(@Context Call call, @PathParam("id") String id, @PathParam("domain") String domain) {
        attached(call, id, domain);
        return Acts.action(call, StorageDomain.class, domain, "deactivate", body -> services.storage().deactivate(call.caller(), domain));
    }

    private StorageDomain attached(Call call, String center, String domain) {
        return services.estate().find(call.caller(), StorageDomain.class, domain).filter(found -> center.equals(found.getDataCenter()))
                .orElseThrow(() -> new Refusal(Problem.notFound("storage domain", domain)));
    }
}
