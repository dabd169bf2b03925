package hostelry.engine.web;

import hostelry.wire.Wire;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.ext.Provider;
import org.apache.cxf.jaxrs.ext.ContextProvider;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;

/** Gives resources the {@link Call} that they answer. */
@Provider
public final class CallProvider implements ContextProvider<Call> {
    private final Services services;
    private final Wire wire;
    private final Paths paths;
    private final ImageTickets tickets;
    private final Outcomes outcomes;

    CallProvider(Services services, Wire wire, Paths paths, ImageTickets tickets, Outcomes outcomes) {
        this.services = services;
        this.wire = wire;
        this.paths = paths;
        this.tickets = tickets;
        this.outcomes = outcomes;
    }

    @Override
    public Call createContext(Message message) {
        return new Call((HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST),
                (HttpServletResponse) message.get(AbstractHTTPDestination.HTTP_RESPONSE), services, wire, paths, tickets, outcomes);
    }
}
