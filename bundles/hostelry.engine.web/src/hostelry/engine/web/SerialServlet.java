package hostelry.engine.web;

import hostelry.api.Refusal;
import hostelry.api.SerialConsoles;
import hostelry.cxf.Outflow;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serial lines of machines. The ticket in the address is the key: {@code GET /serial/TICKET} uses it up, and says what the guest says until the caller leaves or the
 * line is over; meanwhile {@code PUT} to the same address types. A zero byte now and then means nothing, and shows who is still there. Neither address nor bytes are logged.
 */
final class SerialServlet extends HttpServlet {
    static final String PATH = "/serial/";
    private static final long serialVersionUID = 1L;

    private final transient Logger log = LoggerFactory.getLogger(SerialServlet.class);
    private final transient SerialConsoles consoles;
    private final transient Map<String, SerialConsoles.Line> lines = new ConcurrentHashMap<>();
    private final transient Set<Outflow> listeners = ConcurrentHashMap.newKeySet();

    SerialServlet(SerialConsoles consoles) {
        this.consoles = consoles;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String ticket = ticket(request);
        Outflow out = new Outflow();
        SerialConsoles.Line line;
        try {
            line = consoles.open(ticket, out::put, reason -> out.end());
        } catch (Refusal refusal) {
            say(response, refusal);
            return;
        }
        lines.put(ticket, line);
        listeners.add(out);
        try {
            out.copy(response);
        } catch (IOException e) {
            log.debug("Who listened at a serial console has left: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the door closes
        } finally {
            listeners.remove(out);
            lines.remove(ticket);
            line.close();
        }
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(SerialConsoles.Line.MOST + 1);
        SerialConsoles.Line line = lines.get(ticket(request));
        if (line == null) {
            say(response, HttpServletResponse.SC_FORBIDDEN, "There is no such serial console, or it is over. Open it again.");
        } else if (bytes.length == 0 || bytes.length > SerialConsoles.Line.MOST) {
            say(response, HttpServletResponse.SC_BAD_REQUEST, "Between 1 and " + SerialConsoles.Line.MOST + " bytes can be typed at once.");
        } else {
            try {
                line.type(bytes);
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            } catch (Refusal refusal) {
                say(response, refusal);
            }
        }
    }

    private static String ticket(HttpServletRequest request) {
        return request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
    }

    private static void say(HttpServletResponse response, Refusal refusal) throws IOException {
        say(response, FaultText.of(refusal).status(), String.valueOf(refusal.getMessage()));
    }

    private static void say(HttpServletResponse response, int status, String sentence) throws IOException {
        byte[] text = (sentence + "\n").getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.setContentLength(text.length);
        response.getOutputStream().write(text);
    }

    /** The door closes. */
    void end() {
        listeners.forEach(Outflow::cut);
    }
}
