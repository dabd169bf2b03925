package hostelry.node.web;

import hostelry.node.api.FaultCode;
import hostelry.node.api.FaultInfo;
import hostelry.node.api.NodeFault;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.IOException;
import org.slf4j.LoggerFactory;

/** Trouble as an answer: the right status, and the fault as JSON. */
public final class FaultAnswer implements ExceptionMapper<Throwable> {
    private static final int INSUFFICIENT_STORAGE = 507;

    @Override
    public Response toResponse(Throwable trouble) {
        return switch (trouble) {
            case NodeFault fault -> answer(status(fault.code()), fault.code(), fault.getMessage());
            case WebApplicationException web ->
                answer(web.getResponse().getStatus(), FaultCode.BAD_INPUT, "The node has no such door: " + web.getMessage());
            // the caller is gone, or the bytes of an image stopped: nobody is there to read an answer
            case IOException broken -> gone(broken);
            default -> answer(500, FaultCode.FAILED, Slips.slip("of the REST door", trouble).getMessage());
        };
    }

    private static Response gone(IOException broken) {
        LoggerFactory.getLogger(FaultAnswer.class).debug("A stream broke off: {}", broken.getMessage());
        return answer(500, FaultCode.FAILED, "The stream broke off.");
    }

    static int status(FaultCode code) {
        return switch (code) {
            case BAD_INPUT -> 400;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case NO_SPACE, NO_MEMORY -> INSUFFICIENT_STORAGE;
            case UNAVAILABLE -> 503;
            case FAILED -> 500;
        };
    }

    private static Response answer(int status, FaultCode code, String detail) {
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(new FaultInfo(code, detail)).build();
    }
}
