package hostelry.engine.web;

import hostelry.api.Enrolment;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where machines ask to become hosts. Nobody has logged in here: so few may ask at a time, and little may be said. {@code ?stand} asks how a request stands; such a
 * question is held until there is something to tell.
 */
final class EnrolServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/ovirt-engine/services/enrol";
    static final String STAND = "stand";
    /** A machine with a thousand devices says less. */
    static final int LONGEST = 512 * 1024;

    private final transient Logger log = LoggerFactory.getLogger(EnrolServlet.class);
    private final transient Enrolment enrolment;
    private final transient Turnstile turnstile;

    EnrolServlet(Enrolment enrolment, Turnstile turnstile) {
        this.enrolment = enrolment;
        this.turnstile = turnstile;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String from = request.getRemoteAddr();
        if (request.getContentLengthLong() > LONGEST) {
            Remainder.forget(request, response);
            say(response, 413, "refused", "That is too long.");
            return;
        }
        if (!turnstile.enter(from)) {
            Remainder.forget(request, response);
            response.setHeader("Retry-After", "10");
            say(response, 429, "busy", "Too many ask at the same time. Ask again later.");
            return;
        }
        try {
            byte[] document = request.getInputStream().readNBytes(LONGEST + 1);
            if (document.length > LONGEST) {
                say(response, 413, "refused", "That is too long.");
                return;
            }
            Enrolment.Reply reply = STAND.equals(request.getQueryString()) ? enrolment.stand(document) : enrolment.ask(document, from);
            send(response, reply.status(), reply.document());
        } catch (RuntimeException e) {
            log.error("a machine that wants to become a host could not be answered", e);
            say(response, 500, "busy", "This should not have happened. The engine's log tells more.");
        } finally {
            turnstile.leave(from);
        }
    }

    /** Words without signs that JSON would have to escape. */
    private static void say(HttpServletResponse response, int status, String state, String sentence) throws IOException {
        send(response, status, ("{\"state\":\"" + state + "\",\"sentence\":\"" + sentence + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpServletResponse response, int status, byte[] document) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }
}
