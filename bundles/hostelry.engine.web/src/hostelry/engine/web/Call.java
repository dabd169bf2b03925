package hostelry.engine.web;

import hostelry.api.Caller;
import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.Entity;
import hostelry.wire.Format;
import hostelry.wire.Incoming;
import hostelry.wire.Tree;
import hostelry.wire.Wire;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.NotSupportedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** One request, with the caller that the {@link Gate} knows. */
final class Call {
    /** Length of a request's document. */
    static final int MAX_BODY = 1 << 20;
    /** Where the gate puts the caller. */
    static final String CALLER = "hostelry.caller";

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Services services;
    private final Wire wire;
    private final Paths paths;
    private final ImageTickets tickets;
    private final Outcomes outcomes;
    private final Params params;
    private final Below below;

    Call(HttpServletRequest request, HttpServletResponse response, Services services, Wire wire, Paths paths, ImageTickets tickets,
            Outcomes outcomes) {
        this.request = request;
        this.response = response;
        this.services = services;
        this.wire = wire;
        this.paths = paths;
        this.tickets = tickets;
        this.outcomes = outcomes;
        this.params = Params.parse(request.getQueryString(), request.getRequestURI());
        this.below = new Below(this);
    }

    /** With {@code dry_run=true} one who only asks: then whatever the resource does comes to a verdict, told by {@link Faults}. */
    Caller caller() {
        Caller caller = (Caller) request.getAttribute(CALLER);
        return params.is("dry_run") ? caller.rehearsing() : caller;
    }

    Params params() {
        return params;
    }

    HttpServletRequest request() {
        return request;
    }

    Wire wire() {
        return wire;
    }

    Paths paths() {
        return paths;
    }

    Services services() {
        return services;
    }

    /** Are the nouns wanted with all that is known of them? */
    boolean extras() {
        return extras(request) || "true".equalsIgnoreCase(request.getHeader("All-Content")) || params.is("all_content");
    }

    /** Does the caller ask for what oVirt does not know? */
    static boolean extras(HttpServletRequest request) {
        return "true".equalsIgnoreCase(request.getHeader("Hostelry-Extras"));
    }

    /** Does the caller want to know at once that an act was accepted, and ask for its outcome by itself? */
    boolean respondsAsync() {
        String prefer = request.getHeader("Prefer");
        return prefer != null && prefer.toLowerCase(Locale.ROOT).contains("respond-async");
    }

    Outcomes outcomes() {
        return outcomes;
    }

    /** What is wanted whole within the answer's nouns. */
    Follow follow() {
        return params.text("follow").map(Follow::parse).orElse(Follow.NOTHING);
    }

    /** What belongs to what, as it stood when this request asked first. */
    Below below() {
        return below;
    }

    /** How nouns are dressed in the answer. */
    Dress dress() {
        return new Dress(this, tickets, follow(), params.number("max").orElse(-1L));
    }

    /** Host and port as the caller called us. */
    String authority() {
        String host = request.getHeader("Host");
        return host == null || host.isBlank() ? request.getServerName() + ":" + request.getServerPort() : host;
    }

    /** See {@link Breakable#breakOff}. */
    boolean breakOff(Exception trouble) {
        return Breakable.breakOff(request, response, trouble);
    }

    // -- the body

    /** The document that was sent; without one an empty element. */
    Tree body(String element) {
        try {
            byte[] bytes = unpacked().readNBytes(MAX_BODY + 1);
            if (bytes.length > MAX_BODY) {
                Remainder.forget(request, response);
                throw new TooLong();
            }
            if (bytes.length == 0) {
                return Tree.empty(element);
            }
            String type = request.getContentType();
            Format format = type != null && type.toLowerCase(Locale.ROOT).contains("json") ? Format.JSON : Format.XML;
            return format.read(new ByteArrayInputStream(bytes), MAX_BODY);
        } catch (IOException e) {
            throw new Refusal(Problem.badInput("body", "The body of the request broke off.", ""), e);
        }
    }

    /** What is packed counts as long as it is when it is unpacked. */
    private InputStream unpacked() throws IOException {
        String encoding = request.getHeader("Content-Encoding");
        return switch (encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> request.getInputStream();
            case "gzip", "x-gzip" -> new GZIPInputStream(request.getInputStream());
            default -> throw new NotSupportedException();
        };
    }

    /** The noun that was sent. */
    <T extends Entity> Incoming<T> read(Class<T> noun) {
        return read(body(wire.element(noun.getSimpleName())), noun);
    }

    /** The noun in a document; other nouns that it names are looked up. */
    <T extends Entity> Incoming<T> read(Tree document, Class<T> noun) {
        Incoming<T> incoming = wire.read(document, noun, Wire.Trust.REQUEST);
        incoming.named().forEach((feature, name) -> {
            String wanted = wire.refersTo(noun.getSimpleName(), feature).orElseThrow();
            incoming.object().eSet(incoming.object().eClass().getEStructuralFeature(feature),
                    new Names(services.estate(), wire).id(caller(), wanted, name));
        });
        return incoming;
    }

    /** The changes to a noun that were sent. */
    <T extends Entity> Patch<T> patch(Class<T> noun) {
        return patch(read(noun));
    }

    <T extends Entity> Patch<T> patch(Incoming<T> incoming) {
        Set<String> features = new HashSet<>(incoming.features());
        features.remove("id");
        return new Patch<>(incoming.object(), features);
    }

    /** The body is longer than {@link #MAX_BODY}. */
    static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super("The body of the request is longer than " + MAX_BODY + " bytes.");
        }
    }
}
