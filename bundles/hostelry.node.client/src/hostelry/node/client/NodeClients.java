package hostelry.node.client;

import hostelry.cxf.Buses;
import hostelry.cxf.Json;
import hostelry.cxf.Soap;
import hostelry.cxf.SoapProxy;
import hostelry.node.api.Disks;
import hostelry.node.api.Domains;
import hostelry.node.api.Links;
import hostelry.node.api.Migration;
import hostelry.node.api.FaultCode;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import hostelry.pki.Pki;
import hostelry.pki.Tls;
import java.net.http.HttpClient;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.apache.cxf.Bus;
import org.apache.cxf.configuration.jsse.TLSClientParameters;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Makes nodes out of addresses. */
@Component(service = NodeClients.class)
public final class NodeClients implements AutoCloseable {
    private final Deadlines deadlines;
    private final Predicate<X509Certificate> revoked;
    private final Json json = new Json();
    private final Watchdog watchdog = new Watchdog();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http;
    private final Bus bus;
    private final SoapProxy<Domains> domains;
    private final SoapProxy<Disks> disks;
    private final SoapProxy<Migration> migration;
    private final SoapProxy<Links> links;

    @Activate
    public NodeClients(@Reference Pki pki, @Reference Buses buses, @Reference Soap soap) {
        this(pki.clientTls(), pki::revoked, buses, soap, Deadlines.usual());
    }

    /** Trusts whom the authority trusts. */
    public NodeClients(Tls tls, Buses buses, Soap soap, Deadlines deadlines) {
        this(tls, certificate -> false, buses, soap, deadlines);
    }

    /**
     * @param tls proves that the caller is the engine
     * @param revoked whose answers are not taken any more, even on connections that are there
     */
    public NodeClients(Tls tls, Predicate<X509Certificate> revoked, Buses buses, Soap soap, Deadlines deadlines) {
        this.deadlines = deadlines;
        this.revoked = revoked;
        this.http = HttpClient.newBuilder().sslContext(tls.context()).sslParameters(tls.clientParameters())
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(deadlines.connect()).followRedirects(HttpClient.Redirect.NEVER).executor(executor).build();
        this.bus = buses.create();
        TLSClientParameters parameters = soap.tls(tls);
        this.domains = soap.proxy(bus, Domains.class, parameters, deadlines.connect(), deadlines.verb());
        this.disks = soap.proxy(bus, Disks.class, parameters, deadlines.connect(), deadlines.verb());
        this.links = soap.proxy(bus, Links.class, parameters, deadlines.connect(), deadlines.verb());
        this.migration = soap.proxy(bus, Migration.class, parameters, deadlines.connect(), deadlines.verb());
    }

    /** Calls a node that nobody knows yet, and asks who it is. UNAVAILABLE where it does not answer or is none of ours. */
    public Node connect(String address, int port) throws NodeFault {
        Place place = place(address, port);
        return node(place, node(place, "").facts().host().hostId());
    }

    /** A node that is known; nothing is sent yet. */
    public Node connect(String address, int port, String hostId) throws NodeFault {
        return node(place(address, port), hostId);
    }

    private static Place place(String address, int port) throws NodeFault {
        try {
            return new Place(address, port);
        } catch (IllegalArgumentException e) {
            throw new NodeFault(FaultCode.BAD_INPUT, e.getMessage(), e);
        }
    }

    private Node node(Place place, String hostId) {
        Rest rest = new Rest(http, json.mapper(), place, revoked);
        return new WireNode(hostId, new WireDomains(new Verbs<>(domains, place, "/soap/domains")),
                new WireDisks(new Verbs<>(disks, place, "/soap/disks")),
                new WireImages(rest, deadlines), new WireMigration(new Verbs<>(migration, place, "/soap/migration")),
                new WireLinks(new Verbs<>(links, place, "/soap/links")),
                new WireConsoles(rest, executor, deadlines), new WireFacts(rest, json.mapper(), watchdog, deadlines),
                Optional.of(new WireCertificates(rest, deadlines.verb())));
    }

    @Override
    @Deactivate
    public void close() {
        watchdog.close();
        http.shutdownNow();
        executor.shutdownNow();
        domains.close();
        disks.close();
        migration.close();
        links.close();
        bus.shutdown(false);
    }
}
