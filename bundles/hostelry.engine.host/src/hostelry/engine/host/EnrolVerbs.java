package hostelry.engine.host;

import hostelry.api.Caller;
import hostelry.api.Hosts.Approval;
import hostelry.api.Hosts.JoinTicket;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.Nodes;
import hostelry.engine.work.Kind;
import hostelry.engine.work.Verb;
import hostelry.model.Host;
import hostelry.model.JoinToken;
import hostelry.pki.Pki;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Makes the verbs by which machines become hosts and stop being trusted, each with what it needs, and lists their kinds. */
public final class EnrolVerbs {
    private final Inventory inventory;
    private final Nodes nodes;
    private final Pki pki;
    private final Clock clock;
    private final Duration patience;

    /** @param patience for a node to come up once it is approved */
    public EnrolVerbs(Inventory inventory, Nodes nodes, Pki pki, Clock clock, Duration patience) {
        this.inventory = inventory;
        this.nodes = nodes;
        this.pki = pki;
        this.clock = clock;
        this.patience = patience;
    }

    /** As the engine uses it. */
    public static EnrolVerbs usual(Inventory inventory, Nodes nodes, Pki pki) {
        return new EnrolVerbs(inventory, nodes, pki, Clock.systemUTC(), Duration.ofMinutes(3));
    }

    List<Kind> kinds() {
        return List.of(
                Kind.of("ApproveHost", "Host", "Approve", "CREATE_HOST").plain(id -> approve(id, new Approval(null, null, null)))
                        .remade(arguments -> ApproveHost.again(inventory, pki, patience, arguments)),
                Kind.of("RefuseHost", "Host", "Refuse", "DELETE_HOST").destructive().plain(this::refuse),
                Kind.of("RevokeHost", "Host", "Revoke certificate", "MANIPULATE_HOST").destructive().plain(this::revoke)
                        .remade(arguments -> revoke(String.valueOf(arguments.get("host")))),
                Kind.of("AddJoinToken", "JoinToken", "Add", "CREATE_HOST"),
                Kind.of("RemoveJoinToken", "JoinToken", "Remove", "CREATE_HOST").destructive().plain(this::removeToken));
    }

    /** Lets a machine in. */
    public Verb<Host> approve(String id, Approval approval) {
        return new ApproveHost(inventory, pki, patience, id, approval);
    }

    Verb<Void> refuse(String id) {
        return new RefuseHost(inventory, id);
    }

    Verb<Host> revoke(String id) {
        return new RevokeHost(inventory, nodes, pki::revoke, id);
    }

    Verb<JoinTicket> addToken(Caller caller, JoinToken token, int seconds) {
        return new AddJoinToken(inventory, clock, new SecureRandom(), pki.fingerprint(), caller.userName(), token, seconds);
    }

    Verb<Void> removeToken(String id) {
        String cluster = inventory.find(JoinToken.class, id).map(JoinToken::getCluster).orElse(null);
        return new StoreVerb<Void>(inventory, "RemoveJoinToken", "Remove join token " + Floors.in(inventory).name(JoinToken.class, id), id,
                List.of(Verb.Lock.exclusive(id)),
                (floors, problems) -> new Checks(floors, problems).there(JoinToken.class, "join token", id),
                draft -> {
                    draft.remove(JoinToken.class, id);
                    return null;
                }).in(cluster);
    }
}
