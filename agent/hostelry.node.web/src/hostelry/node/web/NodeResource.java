package hostelry.node.web;

import hostelry.node.api.FaultCode;
import hostelry.node.api.HostFacts;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import hostelry.node.api.hook.HookFacts;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** Facts, and the bytes of images. */
@Path("/")
public final class NodeResource {
    private final Node node;

    NodeResource(Node node) {
        this.node = node;
    }

    @GET
    @Path("facts")
    @Produces(MediaType.APPLICATION_JSON)
    public HostFacts facts() throws NodeFault {
        return node.facts().host();
    }

    @GET
    @Path("hooks")
    @Produces(MediaType.APPLICATION_JSON)
    public List<HookFacts> hooks() throws NodeFault {
        return node.facts().hooks();
    }

    @GET
    @Path("images/{storage}/{disk}/size")
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, Long> size(@PathParam("storage") String storage, @PathParam("disk") String disk) throws NodeFault {
        return Map.of("size", node.images().size(storage, disk));
    }

    @GET
    @Path("images/{storage}/{disk}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response read(@PathParam("storage") String storage, @PathParam("disk") String disk,
            @QueryParam("offset") @DefaultValue("0") String offset,
            @QueryParam("length") @DefaultValue("-1") String length) throws NodeFault {
        long from = number("offset", offset);
        long wanted = number("length", length);
        InputStream bytes = node.images().read(storage, disk, from, wanted);
        long left = node.images().size(storage, disk) - from;
        StreamingOutput output = out -> {
            try (bytes) {
                bytes.transferTo(out);
            }
        };
        // the length lets the other end see that a stream broke off
        return Response.ok(output).header("Content-Length", wanted < 0 ? left : Math.min(left, wanted)).build();
    }

    @PUT
    @Path("images/{storage}/{disk}")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Response write(@PathParam("storage") String storage, @PathParam("disk") String disk,
            @QueryParam("offset") @DefaultValue("0") String offset,
            @HeaderParam("Content-Length") String length, InputStream bytes) throws NodeFault, IOException {
        try {
            node.images().write(storage, disk, number("offset", offset), bytes, number("Content-Length", length));
            return Response.noContent().build();
        } finally {
            // the rest of a piece is read, and forgotten: an answer that comes before the end of what is sent gets lost
            bytes.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static long number(String what, String text) throws NodeFault {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new NodeFault(FaultCode.BAD_INPUT, what + " is a number.", e);
        }
    }
}
