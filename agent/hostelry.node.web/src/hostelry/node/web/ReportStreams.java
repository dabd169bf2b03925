package hostelry.node.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import hostelry.node.api.Facts;
import hostelry.node.api.NodeFault;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All streams of reports that are open now. */
final class ReportStreams implements AutoCloseable {
    private final Set<ReportStream> open = ConcurrentHashMap.newKeySet();
    private final ObjectMapper mapper;

    ReportStreams(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    ReportStream open(Facts facts) throws NodeFault {
        ReportStream stream = new ReportStream(mapper, open::remove);
        stream.watch(facts);
        open.add(stream);
        return stream;
    }

    @Override
    public void close() {
        open.forEach(stream -> stream.end("The node stops."));
    }
}
