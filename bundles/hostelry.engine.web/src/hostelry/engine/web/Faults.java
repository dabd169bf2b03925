package hostelry.engine.web;

import hostelry.api.Caller;
import hostelry.api.Refusal;
import hostelry.api.Rehearsed;
import hostelry.wire.WireProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.EOFException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes faults of whatever a resource throws, and the answer to a dry run; never a stack trace. */
@Provider
public final class Faults implements ExceptionMapper<Throwable> {
    private final Logger log = LoggerFactory.getLogger(Faults.class);

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(Throwable trouble) {
        if (trouble instanceof Rehearsed rehearsed) {
            // a question was asked and is answered: also "no" is a success
            return Response.ok(Acts.verdict(Call.extras(request), rehearsed.verdict())).type(Accepts.format(request).mediaType()).build();
        }
        FaultText fault = fault(trouble);
        Response.ResponseBuilder response = Response.status(fault.status()).entity(fault.told(Call.extras(request)))
                .type(Accepts.format(request).mediaType());
        if (trouble instanceof NotAllowedException refused) {
            response.header(HttpHeaders.ALLOW, refused.getResponse().getHeaderString(HttpHeaders.ALLOW));
        }
        if (fault.status() == 503) {
            response.header(HttpHeaders.RETRY_AFTER, 5);
        }
        return response.build();
    }

    /** The same trouble in words; what nobody expected goes to the log. */
    FaultText fault(Throwable trouble) {
        return switch (trouble) {
            case Refusal refusal -> FaultText.of(refusal);
            case WireProblem problem -> new FaultText(400, "Request syntactically incorrect.", "[" + problem.getMessage() + "]", List.of());
            case Call.TooLong tooLong -> FaultText.of(413, tooLong.getMessage());
            case WebApplicationException web when web.getResponse().getStatus() < 500 ->
                FaultText.of(web.getResponse().getStatus(), sentence(web.getResponse().getStatus()));
            case EOFException left -> {
                log.info("{} {}: the client went away before it had its answer", request.getMethod(), request.getRequestURI());
                yield FaultText.of(400, "The connection ended in the middle.");
            }
            default -> {
                String id = request.getAttribute(Call.CALLER) instanceof Caller caller ? caller.correlationId() : "";
                log.error("{} {} failed, correlation {}", request.getMethod(), request.getRequestURI(), id, trouble);
                yield FaultText.of(500, "This should not have happened. The engine's log tells more under the correlation id " + id + ".");
            }
        };
    }

    private String sentence(int status) {
        return switch (status) {
            case 404 -> "There is nothing at " + request.getRequestURI() + ".";
            case 405 -> request.getMethod() + " is not possible at " + request.getRequestURI() + ".";
            case 406 -> "The answer can be had as application/xml or application/json only.";
            case 415 -> "The body can be sent as application/xml or application/json only, as it is or packed with gzip.";
            default -> "The request can't be understood.";
        };
    }
}
