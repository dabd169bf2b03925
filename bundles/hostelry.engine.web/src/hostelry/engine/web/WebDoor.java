package hostelry.engine.web;

import hostelry.api.Access;
import hostelry.api.Catalogue;
import hostelry.api.Changes;
import hostelry.api.DataCenters;
import hostelry.api.Engine;
import hostelry.api.Enrolment;
import hostelry.api.Estate;
import hostelry.api.Events;
import hostelry.api.Hosts;
import hostelry.api.ImageTransfers;
import hostelry.api.Jobs;
import hostelry.api.Loads;
import hostelry.api.Networks;
import hostelry.api.Permissions;
import hostelry.api.Search;
import hostelry.api.SerialConsoles;
import hostelry.api.Storage;
import hostelry.api.Tags;
import hostelry.api.Templates;
import hostelry.api.Users;
import hostelry.api.Vms;
import hostelry.cxf.Buses;
import hostelry.home.Home;
import hostelry.home.PortUnusable;
import hostelry.pki.Pki;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the door when the engine is there, and says so when the first host is known. */
@Component(service = {}, immediate = true)
public final class WebDoor {
    /** An engine without a host is ready, too. */
    private static final long PATIENCE_SECONDS = 10;

    private final Logger log = LoggerFactory.getLogger(WebDoor.class);
    private final Door door;

    @Activate
    public WebDoor(@Reference Home home, @Reference Pki pki, @Reference Buses buses, @Reference Engine engine, @Reference Access access,
            @Reference Estate estate,
            @Reference Catalogue catalogue, @Reference Changes changes, @Reference DataCenters dataCenters, @Reference Hosts hosts,
            @Reference Storage storage,
            @Reference Networks networks, @Reference Vms vms, @Reference Templates templates, @Reference Jobs jobs,
            @Reference ImageTransfers transfers,
            @Reference Search search, @Reference Tags tags, @Reference Users users,
            @Reference Permissions permissions, @Reference Events events, @Reference Enrolment enrolment, @Reference Loads loads,
            @Reference SerialConsoles serial) {
        Services services = new Services(access, estate, catalogue, changes, dataCenters, hosts, storage, networks, vms, templates, jobs,
                transfers,
                search, tags, users, permissions, events, enrolment, loads, serial);
        int port = home.settings().port();
        try {
            door = Door.open(port, pki.serverTls(false), pki.caCertificatePem(), engine.version(), services, buses);
        } catch (IOException e) {
            throw PortUnusable.of(port, e).end();
        }
        log.info("the REST door is open on port {}", door.port());
        // copied: a time out of our own must not end the engine's future for others
        engine.ready().copy().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).whenComplete((nothing, late) -> announce(home));
    }

    /** Scripts wait for exactly this line. */
    private void announce(Home home) {
        System.out.println("Hostelry ready: https://localhost:" + door.port() + Paths.API + " user admin@internal password-file "
                + home.passwordFile());
    }

    @Deactivate
    public void close() {
        door.close();
    }
}
