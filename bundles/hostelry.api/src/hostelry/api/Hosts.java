package hostelry.api;

import hostelry.model.Host;
import hostelry.model.JoinToken;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The verbs of hosts. */
public interface Hosts {
    /** Adds a host by the address and port of its node, which must hold a certificate of the engine's CA. */
    Act<Host> add(Caller caller, Host host);

    Act<Host> update(Caller caller, String host, Patch<Host> patch);

    /** Forgets a host that is in maintenance or down; its certificate is worth nothing any more. */
    Act<Void> remove(Caller caller, String host);

    Act<Host> activate(Caller caller, String host);

    /** To maintenance; refused while guests run there (live migration comes later). */
    Act<Host> deactivate(Caller caller, String host);

    /**
     * Lets a machine in that waits for it: the engine's authority signs its key, and the host comes up by itself. A host that asks anew, because it lost its key, stays
     * what it is.
     */
    Act<Host> approve(Caller caller, String host, Approval approval);

    /** Sends a machine away that waits for approval. A host that only asked for a new certificate stays. */
    Act<Void> refuse(Caller caller, String host);

    /** From now on nobody of the estate speaks with who shows the host's certificate. */
    Act<Host> revoke(Caller caller, String host);

    /** Makes a token with which one machine may ask; its text is told here, and never again. @param seconds how long it is good for: 60 to 30 days */
    Act<JoinTicket> addToken(Caller caller, JoinToken token, int seconds);

    Act<Void> removeToken(Caller caller, String token);

    /** The hooks that a host has, in the order of their points and calls; its node is asked now. UNAVAILABLE where it does not answer. */
    List<Hook> hooks(Caller caller, String host);

    /** What a host is built of, as its node told it last; also of a machine that waits for approval, of whom nobody vouches for any of it. */
    HostHardware hardware(Caller caller, String host);

    /**
     * A hook of a host.
     *
     * @param event VDSM's name of its point, such as {@code before_vm_start}
     * @param md5 of its file, and {@code sha256} likewise; both empty for a service of a plug-in
     * @param trouble a sentence why it is not run; empty where all is well
     */
    record Hook(String event, String name, String md5, String sha256, String trouble) {}

    /**
     * @param cluster id or name; null: the one that its token named, or the only one there is
     * @param name for the host; null: its own
     * @param keyFingerprint that was looked at; null: whatever key asks. Where another key asks meanwhile, it is not approved
     */
    record Approval(@Nullable String cluster, @Nullable String name, @Nullable String keyFingerprint) {}

    /** @param value the whole text for {@code hostelry-node --token}: a secret */
    record JoinTicket(JoinToken token, String value) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "JoinTicket[" + token.getId() + ']';
        }
    }

    /** Asks the node for its facts anew. */
    Act<Host> refresh(Caller caller, String host);
}
