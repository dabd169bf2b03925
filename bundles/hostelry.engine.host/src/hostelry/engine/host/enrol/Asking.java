package hostelry.engine.host.enrol;

import hostelry.api.Hosts.Approval;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.host.Certificates;
import hostelry.engine.host.EnrolVerbs;
import hostelry.engine.host.HostNames;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.SystemCaller;
import hostelry.engine.spi.hardware.HostFeatures;
import hostelry.engine.work.Work;
import hostelry.model.Cluster;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.HostelryFactory;
import hostelry.model.JoinToken;
import hostelry.model.Severity;
import hostelry.pki.Fingerprints;
import hostelry.pki.Pki;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a machine's first question does to the estate: it becomes a host that waits, or a known host that wants a new certificate. */
final class Asking {
    /** So many may wait at a time: more is a flood, not a delivery of machines. */
    static final int PENDING = 64;
    static final int ASKED = 100_300;
    static final int ASKED_AGAIN = 100_301;
    static final int RENEWED = 100_302;
    static final int BY_TOKEN = 100_303;
    /** In these a host may ask for a new certificate. */
    private static final Set<HostStatus> OUT_OF_SERVICE = EnumSet.of(HostStatus.MAINTENANCE, HostStatus.NON_RESPONSIVE,
            HostStatus.INSTALL_FAILED, HostStatus.DOWN);

    private final Logger log = LoggerFactory.getLogger(Asking.class);
    private final Inventory inventory;
    private final Work work;
    private final Pki pki;
    private final Clock clock;
    private final EnrolVerbs verbs;

    Asking(Inventory inventory, Work work, Pki pki, Clock clock, EnrolVerbs verbs) {
        this.inventory = inventory;
        this.work = work;
        this.pki = pki;
        this.clock = clock;
        this.verbs = verbs;
    }

    /** What a change left to be said and done. */
    private record Done(Severity severity, int code, String text, @Nullable JoinToken token) {}

    /** @throws Refusal where it may not ask */
    void ask(Applicant applicant, String from) {
        boolean proved = applicant.certificate() != null && applicant.proof() != null
                && pki.proves(applicant.certificate(), applicant.key().pem(), applicant.proof());
        // the name service is asked before: no change of the estate may wait for it
        List<String> names = proved
                ? inventory.find(Host.class, applicant.hostId()).map(host -> HostNames.verified(host.getAddress(), host.getName()))
                        .orElse(List.of())
                : List.of();
        Done done = inventory.change(draft -> {
            Optional<Host> known = draft.find(Host.class, applicant.hostId());
            if (known.isEmpty()) {
                return added(draft, applicant, from);
            }
            Host host = known.get();
            boolean same = applicant.key().fingerprint().equals(host.getRequestFingerprint());
            if (same || applicant.key().fingerprint().equals(host.getKeyFingerprint())) {
                return null; // it was started again while it waits
            }
            if (host.getPort() == 0) {
                throw conflict(host, "is part of the engine's own process.", "Give this machine's node another id.");
            }
            if (host.getRequest() != null) {
                throw conflict(host, "asks already, with another key.", "Somebody has to refuse that request first.");
            }
            return proved && host.getCertificateSerial() != null
                    && pki.proves(String.valueOf(host.getCertificatePem()), applicant.key().pem(), String.valueOf(applicant.proof()))
                            ? renewed(draft, host, applicant, names)
                            : askedAgain(draft, host, applicant, from);
        });
        if (done != null) {
            work.event(done.severity(), done.code(), done.text(), applicant.hostId());
            if (done.token() != null && done.token().isApprove()) {
                approve(applicant, done.token());
            }
        }
    }

    private static Refusal conflict(Host host, String what, String advice) {
        return new Refusal(Problem.conflict(host.getId(), "Host " + host.getName() + " " + what, advice));
    }

    private Done added(Inventory.Draft draft, Applicant applicant, String from) {
        Optional<JoinToken> token = token(draft, applicant);
        long waiting = draft.all(Host.class).stream().filter(host -> host.getStatus() == HostStatus.PENDING_APPROVAL).count();
        if (waiting >= PENDING && token.isEmpty()) {
            throw new Refusal(Problem.unavailable(null, PENDING + " machines wait for approval already.",
                    "Ask an administrator to approve or refuse some of them, or for a token."));
        }
        Host host = HostelryFactory.eINSTANCE.createHost();
        host.setId(applicant.hostId());
        host.setName(free(draft, applicant.name()));
        host.setStatus(HostStatus.PENDING_APPROVAL);
        token.ifPresent(found -> {
            host.setCluster(Optional.ofNullable(found.getCluster()).flatMap(cluster -> draft.find(Cluster.class, cluster))
                    .map(Cluster::getId).orElse(null));
            draft.remove(JoinToken.class, found.getId()); // it is good for one
        });
        asks(host, applicant, from);
        draft.add(host);
        return new Done(Severity.NORMAL, ASKED, "The machine " + host.getName() + " at " + applicant.address()
                + " asks to become a host. Its key: " + applicant.key().fingerprint()
                + token.map(found -> ". It has the token " + found.getName() + " of " + found.getMaker()).orElse("") + ".",
                token.orElse(null));
    }

    /** @throws Refusal where it has one that is not good */
    private Optional<JoinToken> token(Inventory.Draft draft, Applicant applicant) {
        if (applicant.token() == null || applicant.token().isEmpty()) {
            return Optional.empty();
        }
        String hash = Fingerprints.hash(applicant.token());
        Optional<JoinToken> found = draft.all(JoinToken.class).stream().filter(token -> hash.equals(token.getHash()))
                .filter(token -> token.getUntil() != null && clock.instant().isBefore(token.getUntil())).findFirst();
        if (found.isEmpty()) {
            throw new Refusal(Problem.forbidden("The token is not known: it was used, it is too old, or it was taken back."));
        }
        String name = found.get().getHost();
        if (name != null && !name.isEmpty() && !name.equals(applicant.name())) {
            throw new Refusal(Problem.forbidden("The token is for a machine of another name than " + applicant.name() + "."));
        }
        return found;
    }

    private void asks(Host host, Applicant applicant, String from) {
        HostFeatures.fill(host, applicant.facts());
        if (host.getStatus() == HostStatus.PENDING_APPROVAL) {
            host.setAddress(applicant.address());
            host.setPort(applicant.port());
        }
        host.setRequest(applicant.key().pem());
        host.setRequestFingerprint(applicant.key().fingerprint());
        host.setRequestFrom(from);
        host.setRequestTime(clock.instant());
    }

    private Done askedAgain(Inventory.Draft draft, Host host, Applicant applicant, String from) {
        if (!OUT_OF_SERVICE.contains(host.getStatus())) {
            throw conflict(host, "is in service, and can't get another key now.", "Put it into maintenance first.");
        }
        asks(draft.edit(Host.class, host.getId()), applicant, from);
        return new Done(Severity.WARNING, ASKED_AGAIN, "The machine at " + from + " says that it is host " + host.getName()
                + " and asks for a new certificate. Its key: " + applicant.key().fingerprint() + ".", null);
    }

    /** It holds the present key: it need not be looked at once more. */
    private Done renewed(Inventory.Draft draft, Host host, Applicant applicant, List<String> names) {
        if (!OUT_OF_SERVICE.contains(host.getStatus())) {
            throw conflict(host, "is in service, and renews its certificate by itself.", "Put it into maintenance first.");
        }
        Host edited = draft.edit(Host.class, host.getId());
        Certificates.give(edited, pki.certify(applicant.key(), host.getId(), names));
        edited.setStatus(HostStatus.INSTALLING);
        edited.setStatusDetail(null);
        return new Done(Severity.NORMAL, RENEWED,
                "Host " + host.getName() + " has got a new certificate: it has proved that it holds the present one.",
                null);
    }

    private static String free(Inventory.Draft draft, String name) {
        Set<String> taken = draft.all(Host.class).stream().map(Host::getName).collect(Collectors.toSet());
        String free = name;
        for (int number = 2; taken.contains(free); number++) {
            free = name + "-" + number;
        }
        return free;
    }

    /** Who made the token has agreed beforehand, with the permission that it takes. */
    private void approve(Applicant applicant, JoinToken token) {
        try {
            work.submit(SystemCaller.fresh(),
                    verbs.approve(applicant.hostId(), new Approval(token.getCluster(), null, applicant.key().fingerprint())));
            work.event(Severity.NORMAL, BY_TOKEN, "Host " + applicant.name() + " is let in by the token " + token.getName() + " of "
                    + token.getMaker() + ".", applicant.hostId());
        } catch (Refusal refusal) {
            log.info("A token could not let {} in: {}", applicant.hostId(), refusal.getMessage());
            work.event(Severity.WARNING, BY_TOKEN,
                    "Host " + applicant.name() + " has a token that lets it in, but: " + refusal.getMessage(),
                    applicant.hostId());
        }
    }
}
