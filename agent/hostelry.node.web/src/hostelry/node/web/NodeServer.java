package hostelry.node.web;

import hostelry.cxf.Buses;
import hostelry.cxf.HttpsPort;
import hostelry.cxf.Json;
import hostelry.cxf.Rest;
import hostelry.cxf.Soap;
import hostelry.node.api.Certificates;
import hostelry.node.api.Disks;
import hostelry.node.api.Domains;
import hostelry.node.api.Links;
import hostelry.node.api.Migration;
import hostelry.node.api.Node;
import hostelry.node.api.check.CheckedNode;
import hostelry.pki.Identity;
import hostelry.pki.LiveIdentity;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.cxf.Bus;

/** A node that can be called over the wire, as long as this is open. */
public final class NodeServer implements AutoCloseable {
    private final Bus bus;
    private final ReportStreams streams;
    private final ConsolesServlet consoles;
    private final HttpsPort port;

    private NodeServer(Bus bus, ReportStreams streams, ConsolesServlet consoles, HttpsPort port) {
        this.bus = bus;
        this.streams = streams;
        this.consoles = consoles;
        this.port = port;
    }

    /** Opens the door with an identity that stays. */
    public static NodeServer open(Node node, Identity identity, InetSocketAddress where, Buses buses) throws IOException {
        return open(node, new LiveIdentity(identity, certificate -> false), Optional.empty(), where, buses);
    }

    /**
     * Opens the door.
     *
     * @param certificates where the engine may renew its certificate
     * @param where port 0 takes a free one
     * @throws IOException with a sentence, where it can't listen there
     */
    public static NodeServer open(Node node, LiveIdentity identity, Optional<Certificates> certificates, InetSocketAddress where,
            Buses buses)
            throws IOException {
        Node checked = new CheckedNode(node);
        Json json = new Json();
        ReportStreams streams = new ReportStreams(json.mapper());
        ConsolesServlet consoles = new ConsolesServlet(checked, json.mapper());
        Bus bus = buses.create();
        try {
            HttpsPort port = HttpsPort.open(where, identity.serverTls(true), "node",
                    Map.of("/*", buses.servlet(bus), "/node/reports", new ReportsServlet(checked, streams, json.mapper()),
                            ConsolesServlet.PATH, consoles),
                    List.of(new EngineOnly(), new Correlated(), new BodyLimits()), buses);
            Soap soap = new Soap(buses);
            soap.publish(bus, Domains.class, new DomainsService(checked.domains()), "/soap/domains");
            soap.publish(bus, Disks.class, new DisksService(checked.disks()), "/soap/disks");
            soap.publish(bus, Links.class, new LinksService(checked.links()), "/soap/links");
            soap.publish(bus, Migration.class, new MigrationService(checked.migration()), "/soap/migration");
            List<Object> resources = new ArrayList<>(List.of(new NodeResource(checked)));
            certificates.map(CertificateResource::new).ifPresent(resources::add);
            new Rest(buses).publish(bus, "/node", resources, List.of(json.provider(), new FaultAnswer()));
            return new NodeServer(bus, streams, consoles, port);
        } catch (IOException | RuntimeException e) {
            bus.shutdown(false);
            throw e;
        }
    }

    /** The port that listens. */
    public int port() {
        return port.port();
    }

    @Override
    public void close() {
        streams.close();
        consoles.end();
        port.close();
        bus.shutdown(false);
    }
}
