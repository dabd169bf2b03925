package hostelry.node.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import hostelry.node.api.FaultInfo;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stream of reports. A plain servlet: to CXF a caller who hangs up is an error, here he is the usual end. */
final class ReportsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Logger log = LoggerFactory.getLogger(ReportsServlet.class);
    private final transient Node node;
    private final transient ReportStreams streams;
    private final transient ObjectMapper mapper;

    ReportsServlet(Node node, ReportStreams streams, ObjectMapper mapper) {
        this.node = node;
        this.streams = streams;
        this.mapper = mapper;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ReportStream stream;
        try {
            stream = streams.open(node.facts());
        } catch (NodeFault e) {
            response.setStatus(FaultAnswer.status(e.code()));
            response.setContentType("application/json");
            mapper.writeValue(response.getOutputStream(), new FaultInfo(e.code(), String.valueOf(e.getMessage())));
            return;
        }
        response.setContentType("application/x-ndjson");
        response.setHeader("Cache-Control", "no-store");
        try {
            stream.copy(response.getOutputStream());
        } catch (IOException e) {
            log.debug("The caller {} of the reports has left: {}", request.getRemoteAddr(), e.getMessage());
        }
    }
}
