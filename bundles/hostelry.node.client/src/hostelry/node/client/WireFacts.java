package hostelry.node.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import hostelry.node.api.Facts;
import hostelry.node.api.HostFacts;
import hostelry.node.api.NodeFault;
import hostelry.node.api.Report;
import hostelry.node.api.hook.HookFacts;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;

/** What a node tells of itself, over REST. */
final class WireFacts implements Facts {
    private final Rest rest;
    private final ObjectMapper mapper;
    private final Watchdog watchdog;
    private final Deadlines deadlines;

    WireFacts(Rest rest, ObjectMapper mapper, Watchdog watchdog, Deadlines deadlines) {
        this.rest = rest;
        this.mapper = mapper;
        this.watchdog = watchdog;
        this.deadlines = deadlines;
    }

    @Override
    public HostFacts host() throws NodeFault {
        return rest.get("/node/facts", HostFacts.class, deadlines.verb());
    }

    @Override
    public List<HookFacts> hooks() throws NodeFault {
        return List.of(rest.get("/node/hooks", HookFacts[].class, deadlines.verb()));
    }

    @Override
    public AutoCloseable watch(Consumer<Report> reports, Consumer<String> ended) throws NodeFault {
        InputStream stream = watchdog.openOneOfFew(() -> rest.stream("/node/reports", deadlines.connect()));
        WireWatch watch = new WireWatch(rest.place().toString(), stream, mapper, reports, ended);
        watchdog.guard(watch, deadlines.silence());
        Thread.ofVirtual().name("reports of " + rest.place()).start(watch);
        return watch::close;
    }
}
