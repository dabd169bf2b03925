package hostelry.client.tests;

import hostelry.api.Engine;
import hostelry.api.Estate;
import hostelry.api.Refusal;
import hostelry.client.EngineConnection;
import hostelry.client.remote.RemoteConnection;
import hostelry.client.remote.TrustedAuthority;
import hostelry.home.Home;
import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainStatus;
import hostelry.model.StorageDomainType;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** The engine that runs in this framework on the simulation, and the two ways to it. */
final class House {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private House() {}

    /** The way of the window at the desk, once the engine is whole. */
    static EngineConnection local() throws Exception {
        service(Engine.class).ready().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        EngineConnection connection = service(EngineConnection.class);
        until("a data and an ISO domain are active",
                () -> active(connection, StorageDomainType.DATA) && active(connection, StorageDomainType.ISO));
        return connection;
    }

    private static boolean active(EngineConnection connection, StorageDomainType type) {
        return connection.service(Estate.class).list(connection.caller(), StorageDomain.class).stream()
                .anyMatch(domain -> domain.getType() == type && domain.getStatus() == StorageDomainStatus.ACTIVE);
    }

    /** The way from another machine; the port opens a moment after the engine is there. */
    static RemoteConnection remote() throws Exception {
        Home home = service(Home.class);
        TrustedAuthority authority = TrustedAuthority.of(Files.readString(home.pki().resolve("ca.pem")));
        char[] password = Files.readString(home.passwordFile()).strip().toCharArray();
        URI address = URI.create("https://localhost:" + home.settings().port());
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return RemoteConnection.open(address, authority, "admin@internal", password);
            } catch (Refusal refusal) {
                if (System.nanoTime() > until) {
                    throw refusal;
                }
                Thread.sleep(200);
            }
        }
    }

    private static <S> S service(Class<S> type) throws InterruptedException {
        BundleContext context = FrameworkUtil.getBundle(House.class).getBundleContext();
        ServiceTracker<S, S> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        try {
            S service = tracker.waitForService(PATIENCE.toMillis());
            if (service == null) {
                throw new AssertionError("no " + type.getSimpleName() + " came");
            }
            return service;
        } finally {
            tracker.close();
        }
    }

    static void until(String what, BooleanSupplier true_) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!true_.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("It did not come so far that " + what + ".");
            }
            Thread.sleep(50);
        }
    }
}
