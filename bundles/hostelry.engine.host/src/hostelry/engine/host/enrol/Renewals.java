package hostelry.engine.host.enrol;

import hostelry.engine.host.Certificates;
import hostelry.engine.host.HostNames;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.Nodes;
import hostelry.engine.work.Work;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.Severity;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import hostelry.pki.Certified;
import hostelry.pki.KeyRequest;
import hostelry.pki.Pki;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks which certificates are due (two thirds of their life) and makes them anew, with everything running: the engine's own, and those of hosts, each on the line that
 * the engine has to it. What does not work this time is tried again the next time; a third of a life is left for that.
 */
final class Renewals {
    static final int RENEWED = 100_310;
    static final int NOT_RENEWED = 100_311;
    static final int AUTHORITY_ENDS = 100_312;
    /** From here on failures are told. */
    private static final Duration ALARM = Duration.ofDays(30);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration MONTH = Duration.ofDays(30);

    private final Logger log = LoggerFactory.getLogger(Renewals.class);
    private final Inventory inventory;
    private final Nodes nodes;
    private final Work work;
    private final Pki pki;
    private final Clock clock;
    private @Nullable Instant warned;

    Renewals(Inventory inventory, Nodes nodes, Work work, Pki pki, Clock clock) {
        this.inventory = inventory;
        this.nodes = nodes;
        this.work = work;
        this.pki = pki;
        this.clock = clock;
    }

    /** Once around. */
    synchronized void round() {
        own();
        authority();
        for (Host host : inventory.all(Host.class).stream().sorted(Comparator.comparing(Host::getId)).toList()) {
            if (host.getPort() > 0 && host.getStatus() != HostStatus.PENDING_APPROVAL && !work.busy(host.getId())) {
                Optional<Node> node = nodes.node(host.getId());
                node.flatMap(Node::certificates).ifPresent(certificates -> host(host, certificates));
            }
        }
    }

    private void own() {
        try {
            List<String> renewed = pki.renew();
            if (!renewed.isEmpty()) {
                work.event(Severity.NORMAL, RENEWED, "The engine has renewed its own certificates: " + String.join(", ", renewed) + ".",
                        null);
            }
        } catch (UncheckedIOException e) {
            work.event(Severity.ERROR, NOT_RENEWED, "The engine's own certificates can't be renewed: " + e.getCause().getMessage(), null);
        }
    }

    /** The authority itself is not renewed: everybody would have to be told whom to trust. That takes people, and time. */
    private void authority() {
        Instant now = clock.instant();
        Duration left = Duration.between(now, pki.ends());
        Duration often = left.compareTo(MONTH) <= 0 ? Duration.ofDays(1) : MONTH;
        Instant last = warned;
        if (left.compareTo(YEAR) <= 0 && (last == null || !now.isBefore(last.plus(often)))) {
            warned = now;
            work.event(left.compareTo(MONTH) <= 0 ? Severity.ALERT : Severity.WARNING, AUTHORITY_ENDS,
                    "The engine's certificate authority ends on " + pki.ends()
                            + ": nobody will trust anybody in this estate then. Plan to set up a new one,"
                            + " and to let every host enrol again.",
                    null);
        }
    }

    private void host(Host host, hostelry.node.api.Certificates certificates) {
        try {
            Certified present = Certified.parse(certificates.present());
            if (!present.serial().equals(host.getCertificateSerial())) {
                note(host, present, false); // one that was brought to it by hand
            }
            if (pki.anybodyRevoked()) {
                certificates.revoked(pki.revocationsPem());
            }
            if (clock.instant().isBefore(present.due())) {
                return;
            }
            Certified next = pki.certify(KeyRequest.parse(certificates.request()), host.getId(),
                    HostNames.verified(String.valueOf(host.getAddress()), host.getName()));
            certificates.install(next.pem());
            note(host, next, true);
        } catch (NodeFault | IllegalArgumentException e) {
            log.info("The certificate of host {} is not renewed this time: {}", host.getName(), e.getMessage());
            Instant until = host.getCertificateUntil();
            if (until != null && clock.instant().isAfter(until.minus(ALARM))) {
                work.event(Severity.WARNING, NOT_RENEWED, "The certificate of host " + host.getName() + " ends on " + until
                        + " and can't be renewed: " + e.getMessage(), host.getId());
            }
        }
    }

    private void note(Host host, Certified certified, boolean made) {
        inventory.change(draft -> draft.find(Host.class, host.getId()).map(found -> {
            Host edited = draft.edit(Host.class, found.getId());
            Certificates.renew(edited, certified);
            return edited;
        }));
        if (made) {
            work.event(Severity.NORMAL, RENEWED,
                    "The certificate of host " + host.getName() + " was renewed. It is good until " + certified.until() + ".",
                    host.getId());
        }
    }
}
