package hostelry.engine.web;

import hostelry.model.Entity;
import hostelry.model.StorageDomain;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Permissions on an object: one resource below all nouns that can have some. */
@Path("/{collection: vms|hosts|clusters|datacenters|disks|networks|vnicprofiles|templates|macpools}/{id}/permissions")
@Produces({"application/xml", "application/json"})
@Consumes({"application/xml", "application/json"})
public final class PlacePermissionsResource {
    @GET
    public Response list(@Context Call call, @PathParam("collection") String collection, @PathParam("id") String id) {
        return Parts.list(call, noun(call, collection), id, "permissions");
    }

    @POST
    public Response give(@Context Call call, @PathParam("collection") String collection, @PathParam("id") String id) {
        return give(call, noun(call, collection), id);
    }

    @GET
    @Path("{permission}")
    public Response get(@Context Call call, @PathParam("collection") String collection, @PathParam("id") String id,
            @PathParam("permission") String permission) {
        return PermissionParts.one(call, permission, PermissionParts.on(object(call, noun(call, collection), id)));
    }

    @DELETE
    @Path("{permission}")
    public Response take(@Context Call call, @PathParam("collection") String collection, @PathParam("id") String id,
            @PathParam("permission") String permission) {
        return PermissionParts.take(call, permission, PermissionParts.on(object(call, noun(call, collection), id)));
    }

    private static Class<? extends Entity> noun(Call call, String collection) {
        return PermissionParts.NOUNS.stream().filter(noun -> call.wire().collection(noun).equals(collection)).findFirst()
                .<Class<? extends Entity>>map(Names::type).orElseThrow();
    }

    private static Entity object(Call call, Class<? extends Entity> noun, String id) {
        return call.services().estate().get(call.caller(), noun, id);
    }

    private static Response give(Call call, Class<? extends Entity> noun, String id) {
        object(call, noun, id);
        return PermissionParts.give(call, permission -> {
            permission.setNoun(noun.getSimpleName());
            permission.setObject(id);
        });
    }

    /** The same below storage domains, whose path is longer than the rest of this one's and would win over it. */
    @Path("/storagedomains/{id}/permissions")
    @Produces({"application/xml", "application/json"})
    @Consumes({"application/xml", "application/json"})
    public static final class OfStorageDomains {
        @GET
        public Response list(@Context Call call, @PathParam("id") String id) {
            return Parts.list(call, StorageDomain.class, id, "permissions");
        }

        @POST
        public Response give(@Context Call call, @PathParam("id") String id) {
            return PlacePermissionsResource.give(call, StorageDomain.class, id);
        }

        @GET
        @Path("{permission}")
        public Response get(@Context Call call, @PathParam("id") String id, @PathParam("permission") String permission) {
            return PermissionParts.one(call, permission, PermissionParts.on(object(call, StorageDomain.class, id)));
        }

        @DELETE
        @Path("{permission}")
        public Response take(@Context Call call, @PathParam("id") String id, @PathParam("permission") String permission) {
            return PermissionParts.take(call, permission, PermissionParts.on(object(call, StorageDomain.class, id)));
        }
    }
}
