package hostelry.engine.host.enrol;

import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.Nodes;
import hostelry.engine.work.Work;
import hostelry.pki.Pki;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after the certificates of the estate every hour. */
@Component(service = {}, immediate = true)
public final class RenewalClock {
    private static final long FIRST_SECONDS = 60;
    private static final long EVERY_SECONDS = 3600;

    private final Logger log = LoggerFactory.getLogger(RenewalClock.class);
    private final ScheduledExecutorService timer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("renewals").factory());

    @Activate
    public RenewalClock(@Reference Inventory inventory, @Reference Nodes nodes, @Reference Work work, @Reference Pki pki) {
        Renewals renewals = new Renewals(inventory, nodes, work, pki, Clock.systemUTC());
        timer.scheduleWithFixedDelay(() -> round(renewals), FIRST_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** Whatever goes wrong: the next hour comes. */
    private void round(Renewals renewals) {
        try {
            renewals.round();
        } catch (RuntimeException e) {
            log.error("The certificates of the estate could not be looked after", e);
        }
    }

    @Deactivate
    public void close() {
        timer.shutdownNow();
    }
}
