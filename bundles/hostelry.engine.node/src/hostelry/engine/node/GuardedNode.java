package hostelry.engine.node;

import hostelry.node.api.Certificates;
import hostelry.node.api.Consoles;
import hostelry.node.api.Disks;
import hostelry.node.api.Domains;
import hostelry.node.api.Facts;
import hostelry.node.api.HostFacts;
import hostelry.node.api.Images;
import hostelry.node.api.Links;
import hostelry.node.api.Migration;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import hostelry.node.api.Report;
import hostelry.node.api.hook.HookFacts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A node whose calls end. Streams of bytes have no deadline of their own here: they last as long as their bytes, and the wire watches over their pieces. */
final class GuardedNode implements Node {
    /** Its calls begin and look, and wait for nothing: who asks again soon finds out sooner that a host is dead. */
    private static final Duration MOVES = Duration.ofSeconds(20);

    private final Node node;
    private final Domains domains;
    private final Disks disks;
    private final Migration migration;
    private final Links links;
    private final Consoles consoles;
    private final Facts facts;
    private final Optional<Certificates> certificates;

    GuardedNode(Node node, Timing timing) {
        Guard guard = new Guard(timing.calls());
        this.node = node;
        this.certificates = node.certificates().map(found -> guard.wrap(Certificates.class, found, timing.facts()));
        this.domains = guard.wrap(Domains.class, node.domains(), timing.domains());
        this.disks = guard.wrap(Disks.class, node.disks(), timing.disks());
        this.migration = guard.wrap(Migration.class, node.migration(), MOVES);
        this.links = guard.wrap(Links.class, node.links(), timing.domains());
        this.consoles = (id, said, ended) -> {
            AtomicBoolean late = new AtomicBoolean();
            try {
                return guard.call(() -> {
                    Consoles.Line line = node.consoles().open(id, said, ended);
                    if (late.get()) {
                        line.close();
                    }
                    return line;
                }, timing.domains());
            } catch (NodeFault e) {
                late.set(true);
                throw e;
            }
        };
        this.facts = new Facts() {
            @Override
            public HostFacts host() throws NodeFault {
                return guard.call(() -> node.facts().host(), timing.facts());
            }

            @Override
            public List<HookFacts> hooks() throws NodeFault {
                return guard.call(() -> node.facts().hooks(), timing.facts());
            }

            @Override
            public AutoCloseable watch(Consumer<Report> reports, Consumer<String> ended) throws NodeFault {
                AtomicBoolean late = new AtomicBoolean();
                try {
                    return guard.call(() -> {
                        AutoCloseable watch = node.facts().watch(reports, ended);
                        if (late.get()) {
                            watch.close();
                        }
                        return watch;
                    }, timing.facts());
                } catch (NodeFault e) {
                    late.set(true);
                    throw e;
                }
            }
        };
    }

    @Override
    public String hostId() {
        return node.hostId();
    }

    @Override
    public Domains domains() {
        return domains;
    }

    @Override
    public Optional<Certificates> certificates() {
        return certificates;
    }

    @Override
    public Disks disks() {
        return disks;
    }

    @Override
    public Images images() {
        return node.images();
    }

    @Override
    public Migration migration() {
        return migration;
    }

    @Override
    public Links links() {
        return links;
    }

    @Override
    public Consoles consoles() {
        return consoles;
    }

    @Override
    public Facts facts() {
        return facts;
    }
}
