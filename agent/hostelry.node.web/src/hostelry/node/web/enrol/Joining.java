package hostelry.node.web.enrol;

import hostelry.node.api.HostFacts;
import hostelry.node.api.JoinAnswer;
import hostelry.node.api.JoinProof;
import hostelry.node.api.JoinRequest;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import hostelry.pki.AskingKey;
import hostelry.pki.Identity;
import hostelry.pki.NodeIdentity;
import hostelry.pki.Revocations;
import hostelry.pki.SecretWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks an engine until somebody has decided. Trouble on the way is told once and tried again; a no ends it. */
public final class Joining {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** How much longer than usual it waits where too many ask. */
    private static final int BUSY = 20;

    private final Wish wish;
    private final Node node;
    private final int port;
    private final Path folder;
    private final SecretWriter secrets;
    private final Consumer<String> say;
    private final Duration pause;
    private @Nullable String said;

    /**
     * @param port at which this node will listen
     * @param folder for keys
     * @param say takes sentences for whoever sits before this machine
     * @param pause before the first repetition; doubled each time, up to 10 s
     */
    public Joining(Wish wish, Node node, int port, Path folder, SecretWriter secrets, Consumer<String> say, Duration pause) {
        this.wish = wish;
        this.node = node;
        this.port = port;
        this.folder = folder;
        this.secrets = secrets;
        this.say = say;
        this.pause = pause;
    }

    /** Opens the node's port with its new identity. */
    @FunctionalInterface
    public interface Opening {
        void open(Identity identity) throws IOException;
    }

    /**
     * Waits for the certificate, keeps it, opens the port, and tells the engine.
     *
     * @param present the identity that this machine has, if any
     * @throws Refused the engine does not want this machine, or is not the one that was meant
     * @throws IOException with a sentence: keys can't be read or written, or the port can't be opened
     */
    public void join(Optional<Identity> present, Opening opening) throws Refused, IOException, InterruptedException {
        AskingKey key = AskingKey.in(folder, secrets);
        Duration wait = pause;
        while (true) {
            try (EngineCalls engine = EngineCalls.open(wish)) {
                JoinAnswer answer = engine.ask(request(key, present));
                if (answer.state().equals(JoinAnswer.PENDING)) {
                    tell("This machine has asked " + wish.engine() + " to become a host. Compare its key there before it is approved: "
                            + key.fingerprint());
                    answer = untilDecided(engine, key, String.valueOf(answer.nonce()));
                }
                if (answer.state().equals(JoinAnswer.REFUSED)) {
                    throw new Refused(answer.sentence() == null ? "The engine has refused this machine." : answer.sentence());
                }
                if (answer.state().equals(JoinAnswer.APPROVED)) {
                    moveIn(engine, key, answer, opening);
                    return;
                }
                trouble(answer.sentence() == null ? "The engine knows nothing of this request any more." : answer.sentence());
            } catch (EngineCalls.WrongEngine e) {
                throw new Refused(String.valueOf(e.getMessage()));
            } catch (NodeFault e) {
                trouble("This machine can't be looked at: " + e.getMessage() + " Try  hostelry-node doctor.");
            } catch (EngineCalls.Unreachable e) {
                trouble(String.valueOf(e.getMessage()));
            }
            Thread.sleep(wait);
            wait = wait.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait.multipliedBy(2);
        }
    }

    private JoinRequest request(AskingKey key, Optional<Identity> present) throws NodeFault {
        HostFacts facts = node.facts().host();
        String request = key.request();
        // the engine signs the text as it reads it: without spaces around it, and with one line end
        String text = request.strip() + "\n";
        return new JoinRequest(wish.address(), port, request, wish.secret(), present.map(Identity::certificatePem).orElse(null),
                present.map(identity -> NodeIdentity.sign(identity, text)).orElse(null), facts);
    }

    private JoinAnswer untilDecided(EngineCalls engine, AskingKey key, String first)
            throws IOException, EngineCalls.Unreachable, InterruptedException {
        String nonce = first;
        while (true) {
            JoinAnswer answer = stand(engine, key, nonce, false);
            said = null; // it answers: trouble after this is told again
            if (answer.state().equals(JoinAnswer.BUSY)) {
                Thread.sleep(pause.multipliedBy(BUSY));
            } else if (!answer.state().equals(JoinAnswer.PENDING) && !answer.state().equals(JoinAnswer.AGAIN)) {
                return answer;
            }
            nonce = answer.nonce() == null ? nonce : answer.nonce();
        }
    }

    private JoinAnswer stand(EngineCalls engine, AskingKey key, String nonce, boolean listening)
            throws IOException, EngineCalls.Unreachable, InterruptedException {
        String hostId = node.hostId();
        return engine.stand(new JoinProof(hostId, nonce, key.sign(JoinProof.text(hostId, nonce, listening)), listening));
    }

    private void moveIn(EngineCalls engine, AskingKey key, JoinAnswer answer, Opening opening)
            throws Refused, IOException, EngineCalls.Unreachable, InterruptedException {
        var authority = NodeIdentity.authority(engine.authority());
        Identity identity = key.certified(String.valueOf(answer.certificate()), authority);
        if (answer.revocations() != null) {
            new Revocations(folder, secrets).take(answer.revocations(), authority);
        }
        NodeIdentity.keep(identity, folder, secrets);
        opening.open(identity);
        String nonce = String.valueOf(answer.nonce());
        for (int attempt = 0; attempt < 5; attempt++) {
            try {
                JoinAnswer last = stand(engine, key, nonce, true);
                if (last.state().equals(JoinAnswer.WELCOME)) {
                    key.forget();
                    tell(last.sentence() == null ? "The engine calls this node from now on." : last.sentence());
                    return;
                }
                if (last.state().equals(JoinAnswer.REFUSED)) {
                    throw new Refused(String.valueOf(last.sentence()));
                }
                nonce = last.nonce() == null ? nonce : last.nonce();
            } catch (EngineCalls.Unreachable e) {
                trouble(String.valueOf(e.getMessage()));
            }
            Thread.sleep(pause);
        }
        trouble("The engine could not be told that this node listens; started again, the node tells it then.");
    }

    private void tell(String sentence) {
        if (!sentence.equals(said)) {
            said = sentence;
            say.accept(sentence);
        }
    }

    private void trouble(String sentence) {
        tell(sentence);
    }

    /** The answer is no. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String sentence) {
            super(sentence);
        }
    }
}
