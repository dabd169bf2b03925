package hostelry.engine.web;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.data.ClusterLevel;
import hostelry.model.data.CpuType;
import hostelry.model.data.CpuTypes;
import hostelry.wire.Out;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/** Versions that a data center or cluster may keep to, with the CPU types of each. The permits of a level are those of roles; they are listed there. */
@Path("/clusterlevels")
@Produces({"application/xml", "application/json"})
public final class ClusterLevelsResource {
    static final String COLLECTION = "clusterlevels";

    @GET
    public Response list(@Context Call call) {
        return Statics.all(call, "cluster_levels", "cluster_level", ClusterLevel.all(), ClusterLevelsResource::write);
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        ClusterLevel found = ClusterLevel.find(id)
                .orElseThrow(() -> new Refusal(Problem.notFound("cluster level", id)));
        return Response.ok((Answer) out -> write(out, found)).build();
    }

    private static void write(Out out, ClusterLevel one) throws IOException {
        Statics.start(out, "cluster_level", COLLECTION, one.toString());
        out.start("cpu_types");
        out.startList("cpu_type");
        for (CpuType type : CpuTypes.all()) {
            out.start("cpu_type");
            out.text("architecture", CpuTypes.ARCHITECTURE);
            out.text("level", type.level());
            out.text("name", type.name());
            out.end();
        }
        out.endList();
        out.end();
        out.end();
    }
}
