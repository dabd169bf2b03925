package hostelry.engine.host.enrol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hostelry.api.Enrolment;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.cxf.Json;
import hostelry.engine.host.EnrolVerbs;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.Nodes;
import hostelry.engine.work.Work;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.node.api.JoinAnswer;
import hostelry.node.api.JoinProof;
import hostelry.node.api.JoinRequest;
import hostelry.pki.Certified;
import hostelry.pki.KeyRequest;
import hostelry.pki.Pki;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Answers machines that want to become hosts. Everything but the answer to a first question is told only to who proves to hold the key that asked. */
@Component
public final class EnrolmentService implements Enrolment {
    /** So long a question waits for something to tell; shorter than what proxies allow. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final Duration SETTLE = Duration.ofSeconds(1);
    private static final int OK = 200;
    private static final int ACCEPTED = 202;

    private final ObjectMapper json = new Json().mapper();
    private final Inventory inventory;
    private final Nodes nodes;
    private final Pki pki;
    private final Duration patience;
    private final Asking asking;
    private final Nonces nonces = new Nonces();
    private final Refused refused;
    private final Bell bell = new Bell();
    private final AutoCloseable following;

    @Activate
    public EnrolmentService(@Reference Inventory inventory, @Reference Nodes nodes, @Reference Work work, @Reference Pki pki) {
        this(inventory, nodes, work, pki, Clock.systemUTC(), PATIENCE, EnrolVerbs.usual(inventory, nodes, pki));
    }

    EnrolmentService(Inventory inventory, Nodes nodes, Work work, Pki pki, Clock clock, Duration patience, EnrolVerbs verbs) {
        this.inventory = inventory;
        this.nodes = nodes;
        this.pki = pki;
        this.patience = patience;
        this.asking = new Asking(inventory, work, pki, clock, verbs);
        this.refused = new Refused(clock);
        this.following = inventory.follow(this::look);
    }

    @Deactivate
    public void close() throws Exception {
        following.close();
    }

    private void look(Inventory.Published published) {
        boolean hosts = false;
        for (Inventory.Item item : published.items()) {
            if (item.noun().equals("Host")) {
                hosts = true;
                Host before = item.before() instanceof Host host ? host : null;
                Host after = item.after() instanceof Host host ? host : null;
                if (before != null && before.getRequest() != null && sentAway(before, after)) {
                    refused.add(item.id(), String.valueOf(before.getRequestFingerprint()));
                }
                if (after == null) {
                    nonces.forget(item.id());
                }
            }
        }
        if (hosts) {
            bell.ring();
        }
    }

    private static boolean sentAway(Host before, @Nullable Host after) {
        return after == null
                || after.getRequest() == null && !String.valueOf(before.getRequestFingerprint()).equals(after.getKeyFingerprint());
    }

    @Override
    public Reply ask(byte[] document, String from) {
        try {
            Applicant applicant = Applicant.measure(read(document, JoinRequest.class), from);
            if (refused.has(applicant.hostId(), applicant.key().fingerprint())) {
                return refusal();
            }
            asking.ask(applicant, from);
            return reply(ACCEPTED, new JoinAnswer(JoinAnswer.PENDING, nonces.of(applicant.hostId()),
                    "The request is with the engine. Its key: " + applicant.key().fingerprint(), null, null));
        } catch (Refusal refusal) {
            return refusal(refusal);
        }
    }

    @Override
    public Reply stand(byte[] document) {
        JoinProof proof;
        try {
            proof = read(document, JoinProof.class);
        } catch (Refusal refusal) {
            return refusal(refusal);
        }
        String id = String.valueOf(proof.hostId());
        Optional<Host> host = inventory.find(Host.class, id);
        Optional<String> key = host.flatMap(EnrolmentService::keyHolder);
        if (key.isEmpty()) {
            settle(id);
            return refused.has(id)
                    ? refusal()
                    : reply(404, new JoinAnswer(JoinAnswer.UNKNOWN, null, "The engine does not know this request.", null, null));
        }
        String nonce = String.valueOf(proof.nonce());
        if (!nonces.is(id, nonce)
                || !signed(host.get(), JoinProof.text(id, nonce, proof.listening()), String.valueOf(proof.signature()))) {
            return reply(409,
                    new JoinAnswer(JoinAnswer.AGAIN, nonces.of(id), "The signature is not that of the key that asked.", null, null));
        }
        String next = nonces.next(id);
        if (proof.listening()) {
            return listening(id, next);
        }
        return answer(id, String.valueOf(key.get()), next);
    }

    @Override
    public String revocations() {
        return pki.revocationsPem();
    }

    /** A host that is gone a moment ago: how it went is on its way to us. */
    private void settle(String id) {
        try {
            bell.await(() -> !nonces.knows(id), SETTLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it is told what is known
        }
    }

    private Reply answer(String id, String fingerprint, String next) {
        try {
            bell.await(() -> inventory.find(Host.class, id).filter(host -> fingerprint.equals(host.getRequestFingerprint())).isEmpty(),
                    patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return reply(503, new JoinAnswer(JoinAnswer.BUSY, next, "The engine ends.", null, null));
        }
        Optional<Host> host = inventory.find(Host.class, id);
        if (host.isPresent() && fingerprint.equals(host.get().getRequestFingerprint())) {
            return reply(OK, new JoinAnswer(JoinAnswer.PENDING, next, null, null, null));
        }
        if (host.isPresent() && fingerprint.equals(host.get().getKeyFingerprint())) {
            return reply(OK, new JoinAnswer(JoinAnswer.APPROVED, next, "The machine is host " + host.get().getName() + " now.",
                    host.get().getCertificatePem(), pki.revocationsPem()));
        }
        return refusal();
    }

    /** The fingerprint of the key that may ask in this host's name. */
    private static Optional<String> keyHolder(Host host) {
        return Optional.ofNullable(host.getRequest() != null
                ? host.getRequestFingerprint()
                : host.getCertificatePem() != null ? host.getKeyFingerprint() : null);
    }

    private static boolean signed(Host host, String text, String signature) {
        return host.getRequest() != null
                ? KeyRequest.parse(host.getRequest()).signed(text, signature)
                : Certified.parse(String.valueOf(host.getCertificatePem())).signed(text, signature);
    }

    /** It can be called now. */
    private Reply listening(String id, String next) {
        Host host = inventory.change(draft -> {
            Host found = draft.find(Host.class, id).orElse(null);
            if (found == null || found.getRequest() != null || found.getCertificateSerial() == null
                    || pki.revoked(found.getCertificateSerial())) {
                return null;
            }
            if (found.getStatus() == HostStatus.INSTALLING || found.getStatus() == HostStatus.INSTALL_FAILED) {
                Host edited = draft.edit(Host.class, id);
                edited.setStatus(HostStatus.INITIALIZING);
                edited.setStatusDetail(null);
                return edited;
            }
            return found;
        });
        if (host == null) {
            return refusal();
        }
        nodes.keep(id, host.getAddress(), host.getPort());
        return reply(OK,
                new JoinAnswer(JoinAnswer.WELCOME, next, "The engine calls this node at " + host.getAddress() + ":" + host.getPort() + ".",
                        null, null));
    }

    private <T> T read(byte[] document, Class<T> type) {
        try {
            T read = json.readValue(document, type);
            if (read != null) {
                return read;
            }
        } catch (JsonProcessingException e) {
            throw new Refusal(
                    Problem.badInput("document", "That is not what a node asks with.", "Node and engine may be of different versions."), e);
        } catch (IOException e) {
            throw new IllegalStateException(e); // nothing is read from anywhere but memory
        }
        throw new Refusal(Problem.badInput("document", "That is not what a node asks with.", ""));
    }

    private Reply refusal() {
        return reply(403, new JoinAnswer(JoinAnswer.REFUSED, null, "Somebody has refused this machine. Ask an administrator of the engine.",
                null, null));
    }

    private Reply refusal(Refusal refusal) {
        int status = switch (refusal.kind()) {
            case BAD_INPUT -> 400;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case UNAVAILABLE -> 503;
            case FAILED -> 500;
        };
        return reply(status, new JoinAnswer(status == 503 ? JoinAnswer.BUSY : JoinAnswer.REFUSED, null, refusal.getMessage(), null, null));
    }

    private Reply reply(int status, JoinAnswer answer) {
        try {
            return new Reply(status, json.writeValueAsBytes(answer));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // a record of texts
        }
    }
}
