package hostelry.node.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import hostelry.cxf.Outflow;
import hostelry.node.api.Consoles;
import hostelry.node.api.FaultCode;
import hostelry.node.api.FaultInfo;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serial lines of guests: {@code GET /node/consoles/ID} says what the guest says for as long as the caller listens, {@code PUT} to the same address types. A zero byte
 * now and then, which means nothing to a terminal, shows that both ends are still there. Nothing of what is said is logged.
 */
final class ConsolesServlet extends HttpServlet {
    static final String PATH = "/node/consoles/*";
    private static final long serialVersionUID = 1L;

    private final transient Logger log = LoggerFactory.getLogger(ConsolesServlet.class);
    private final transient Node node;
    private final transient ObjectMapper mapper;
    private final transient Map<String, Consoles.Line> lines = new ConcurrentHashMap<>();
    private final transient Set<Outflow> listeners = ConcurrentHashMap.newKeySet();

    ConsolesServlet(Node node, ObjectMapper mapper) {
        this.node = node;
        this.mapper = mapper;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = id(request);
        Outflow out = new Outflow();
        Consoles.Line line;
        try {
            line = node.consoles().open(id, out::put, reason -> out.end());
        } catch (NodeFault e) {
            fault(response, e);
            return;
        }
        lines.put(id, line);
        listeners.add(out);
        log.info("The serial console of {} is open.", id);
        try {
            out.copy(response);
        } catch (IOException e) {
            log.debug("The caller of the serial console of {} has left: {}", id, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the door closes
        } finally {
            listeners.remove(out);
            lines.remove(id, line);
            line.close();
            log.info("The serial console of {} is closed.", id);
        }
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Consoles.Line line = lines.get(id(request));
        byte[] bytes = request.getInputStream().readNBytes(Consoles.Line.MOST + 1);
        try {
            if (line == null) {
                throw new NodeFault(FaultCode.CONFLICT, "The serial console is not open.");
            }
            line.type(bytes);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } catch (NodeFault e) {
            fault(response, e);
        }
    }

    private static String id(HttpServletRequest request) {
        return request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
    }

    private void fault(HttpServletResponse response, NodeFault fault) throws IOException {
        response.setStatus(FaultAnswer.status(fault.code()));
        response.setContentType("application/json");
        mapper.writeValue(response.getOutputStream(), new FaultInfo(fault.code(), String.valueOf(fault.getMessage())));
    }

    /** The node stops: the guests run on, and nobody listens any more. */
    void end() {
        listeners.forEach(Outflow::cut);
    }
}
