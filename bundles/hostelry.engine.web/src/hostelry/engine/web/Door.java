package hostelry.engine.web;

import hostelry.cxf.Buses;
import hostelry.cxf.HttpsPort;
import hostelry.cxf.Rest;
import hostelry.pki.Tls;
import hostelry.wire.Wire;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.cxf.Bus;

/** The open door: a port with the API and the small services beside it. */
final class Door implements AutoCloseable {
    private final Bus bus;
    private final ChangesServlet changes;
    private final SerialServlet serial;
    private final HttpsPort port;

    private Door(Bus bus, ChangesServlet changes, SerialServlet serial, HttpsPort port) {
        this.bus = bus;
        this.changes = changes;
        this.serial = serial;
        this.port = port;
    }

    /**
     * Opens the door.
     *
     * @param authority certificate of the estate's authority as PEM text
     * @param port 0 takes a free one
     * @throws IOException the port is taken
     */
    static Door open(int port, Tls tls, String authority, String version, Services services, Buses buses) throws IOException {
        Wire wire = new Wire();
        Paths paths = new Paths(wire);
        ImageTickets tickets = new ImageTickets();
        AtomicReference<Description> description = new AtomicReference<>();
        List<Object> resources = resources(services, tickets, authority, version, description::get);
        description.set(new Description(new Operations(resources, wire, paths), wire, services.catalogue(), version));
        Bus bus = buses.create();
        try {
            // the servlets have no load order of their own: the bus must know its resources when the port opens
            new Rest(buses).publish(bus, "/", resources,
                    List.of(new CallProvider(services, wire, paths, tickets, new Outcomes(wire)), new AnswerWriter(), new Faults()));
            Map<String, HttpServlet> servlets = new LinkedHashMap<>();
            servlets.put(Paths.API + "/*", buses.servlet(bus));
            ChangesServlet changes = new ChangesServlet(services.changes(), wire);
            servlets.put(ChangesServlet.PATH, changes);
            servlets.put(TokenServlet.PATH, new TokenServlet(services.access()));
            servlets.put(LogoutServlet.PATH, new LogoutServlet(services.access()));
            servlets.put(LogoutServlet.REVOKE, new LogoutServlet(services.access()));
            servlets.put(ApidocServlet.PATH, new ApidocServlet(description.get()));
            servlets.put(PkiServlet.PATH, new PkiServlet(authority, services.enrolment()::revocations));
            servlets.put(EnrolServlet.PATH, new EnrolServlet(services.enrolment(), new Turnstile(Clock.systemUTC())));
            servlets.put(ImageServlet.PATH + "*", new ImageServlet(tickets, services));
            SerialServlet serial = new SerialServlet(services.serial());
            servlets.put(SerialServlet.PATH + "*", serial);
            return new Door(bus, changes, serial,
                    HttpsPort.open(new InetSocketAddress(port), tls, "web", servlets, List.of(new Gate(services.access())), buses));
        } catch (IOException | RuntimeException e) {
            bus.shutdown(true);
            throw e;
        }
    }

    /** All that answer below the API's root. */
    static List<Object> resources(Services services, ImageTickets tickets, String authority, String version,
            Supplier<Description> description) {
        List<Object> resources = new ArrayList<>(AssignedTagsResource.all(services));
        resources.addAll(EmptyLists.all());
        resources.addAll(
                List.of(new RootResource(services, version), new DescriptionResource(description), new DataCentersResource(services),
                        new ClustersResource(services), new ClusterNetworksResource(services),
                        new HostsResource(services),
                        new StorageDomainsResource(services), new DisksResource(services), new NetworksResource(services),
                        new VnicProfilesResource(services), new VmsResource(services),
                        new DiskAttachmentsResource(services), new NicsResource(services), new SnapshotsResource(services),
                        new CdromsResource(services), new WatchdogsResource(services), new HostNicsResource(services),
                        new HostDevicesResource(services),
                        new NumaNodesResource(services),
                        new NetworkAttachmentsResource(services), new NicAttachmentsResource(services),
                        new ConsolesResource(services, authority), new SerialResource(services),
                        new ImageTransfersResource(services, tickets), new EventsResource(services), new JobsResource(services),
                        new MacPoolsResource(services), new OperatingSystemsResource(), new ClusterLevelsResource(),
                        new SchedulingPoliciesResource(), new TemplatesResource(services),
                        new UsersResource(services),
                        new GroupsResource(services),
                        new RolesResource(services), new PermissionsResource(services), new PlacePermissionsResource(),
                        new PlacePermissionsResource.OfStorageDomains(), new SnapshotPermissionsResource(), new DomainsResource(services),
                        new VerbsResource(),
                        new EstateResource(), new SearchResource(services), new TagsResource(services), new BookmarksResource(services),
                        new JoinTokensResource(services)));
        return List.copyOf(resources);
    }

    int port() {
        return port.port();
    }

    @Override
    public void close() {
        changes.end();
        serial.end();
        port.close();
        bus.shutdown(true);
    }
}
