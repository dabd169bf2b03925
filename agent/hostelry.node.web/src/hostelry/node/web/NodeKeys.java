package hostelry.node.web;

import hostelry.node.api.Certificates;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import hostelry.pki.AskingKey;
import hostelry.pki.Identity;
import hostelry.pki.LiveIdentity;
import hostelry.pki.NodeIdentity;
import hostelry.pki.Revocations;
import hostelry.pki.SecretWriter;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The certificate of this node, kept in its folder for keys and shown by whoever holds the {@link LiveIdentity}. */
public final class NodeKeys implements Certificates {
    private final LiveIdentity live;
    private final Revocations revocations;
    private final Path folder;
    private final SecretWriter secrets;
    private @Nullable AskingKey asking;

    /** @param folder for keys */
    public NodeKeys(LiveIdentity live, Revocations revocations, Path folder, SecretWriter secrets) {
        this.live = live;
        this.revocations = revocations;
        this.folder = folder;
        this.secrets = secrets;
    }

    @Override
    public String present() {
        return live.now().certificatePem();
    }

    @Override
    public synchronized String request() {
        AskingKey key = AskingKey.fresh();
        asking = key;
        return key.request();
    }

    @Override
    public synchronized void install(String certificate) throws NodeFault {
        AskingKey key = asking;
        if (key == null) {
            throw new NodeFault(FaultCode.CONFLICT, "This node has not asked for a certificate.");
        }
        Identity next;
        try {
            next = key.certified(certificate, live.now().authority());
        } catch (IOException e) {
            throw new NodeFault(FaultCode.BAD_INPUT, e.getMessage(), e);
        }
        try {
            NodeIdentity.keep(next, folder, secrets);
        } catch (IOException e) {
            throw new NodeFault(FaultCode.FAILED, "The new certificate can't be kept: " + e.getMessage(), e);
        }
        live.swap(next);
        asking = null;
    }

    @Override
    public void revoked(String list) throws NodeFault {
        try {
            if (revocations.take(list, live.now().authority())) {
                live.forgetSessions();
            }
        } catch (IllegalArgumentException e) {
            throw new NodeFault(FaultCode.BAD_INPUT, e.getMessage(), e);
        } catch (IOException e) {
            throw new NodeFault(FaultCode.FAILED, "The list of revoked certificates can't be kept: " + e.getMessage(), e);
        }
    }
}
