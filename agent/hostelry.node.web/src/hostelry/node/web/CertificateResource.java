package hostelry.node.web;

import hostelry.node.api.Certificates;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The node's own certificate. */
@Path("/certificate")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public final class CertificateResource {
    private static final int LONGEST = 1024 * 1024;
    private final Certificates certificates;

    CertificateResource(Certificates certificates) {
        this.certificates = certificates;
    }

    @GET
    public Map<String, String> present() throws NodeFault {
        return Map.of("pem", certificates.present());
    }

    @GET
    @Path("request")
    public Map<String, String> request() throws NodeFault {
        return Map.of("pem", certificates.request());
    }

    @PUT
    public Response install(InputStream pem) throws NodeFault, IOException {
        certificates.install(text(pem));
        return Response.noContent().build();
    }

    @PUT
    @Path("revoked")
    public Response revoked(InputStream pem) throws NodeFault, IOException {
        certificates.revoked(text(pem));
        return Response.noContent().build();
    }

    private static String text(InputStream pem) throws NodeFault, IOException {
        byte[] bytes = pem.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw new NodeFault(FaultCode.BAD_INPUT, "That is too long for a certificate.");
        }
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
