package hostelry.engine.node;

import hostelry.node.api.CopyFacts;
import hostelry.node.api.DiskFacts;
import hostelry.node.api.DiskSpec;
import hostelry.node.api.Disks;
import hostelry.node.api.Display;
import hostelry.node.api.DomainSpec;
import hostelry.node.api.Domains;
import hostelry.node.api.Facts;
import hostelry.node.api.FaultCode;
import hostelry.node.api.HostFacts;
import hostelry.node.api.Images;
import hostelry.node.api.Landing;
import hostelry.node.api.Migration;
import hostelry.node.api.MigrationFacts;
import hostelry.node.api.MigrationOrder;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import hostelry.node.api.Report;
import hostelry.node.api.hook.HookFacts;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A node that does as it is told: reachable or not, quick or hanging. */
final class FakeNode implements Node {
    final String id;
    final AtomicInteger watches = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    final AtomicInteger stops = new AtomicInteger();
    final CountDownLatch release = new CountDownLatch(1);
    volatile boolean reachable = true;
    volatile boolean hanging;
    volatile @Nullable Consumer<Report> reports;
    volatile @Nullable Consumer<String> ended;

    FakeNode(String id) {
        this.id = id;
    }

    HostFacts hostFacts() {
        return new HostFacts(id, "name-of-" + id, "Debian", "12", "6.1", "x86_64", "cpu", 0, 1, 1, 1, 1, "9", "7", "simulated",
                "It is a fake.", 0, List.of());
    }

    static Report report(long number, @Nullable HostFacts facts) {
        return new Report(number, 0, number == 1, facts, null, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    void say(long number) {
        reports.accept(report(number, null));
    }

    void breakOff(String reason) {
        ended.accept(reason);
    }

    @Override
    public String hostId() {
        return id;
    }

    @Override
    public Migration migration() {
        return new Migration() {
            @Override
            public Landing receive(String key, DomainSpec spec) {
                return new Landing();
            }

            @Override
            public MigrationFacts send(String key, String domain, MigrationOrder order) throws NodeFault {
                throw new NodeFault(FaultCode.CONFLICT, "The guest does not run.");
            }

            @Override
            public void cancel(String key, String domain) {
                stops.incrementAndGet();
            }

            @Override
            public MigrationFacts received(String key, String domain) {
                return new MigrationFacts();
            }
        };
    }

    @Override
    public Facts facts() {
        return new Facts() {
            @Override
            public List<HookFacts> hooks() {
                return List.of();
            }

            @Override
            public HostFacts host() throws NodeFault {
                mustAnswer();
                return hostFacts();
            }

            @Override
            public AutoCloseable watch(Consumer<Report> to, Consumer<String> end) throws NodeFault {
                mustAnswer();
                reports = to;
                ended = end;
                watches.incrementAndGet();
                to.accept(report(1, hostFacts()));
                return closed::incrementAndGet;
            }
        };
    }

    private void mustAnswer() throws NodeFault {
        if (!reachable) {
            throw new NodeFault(FaultCode.UNAVAILABLE, "Nobody is at home.");
        }
        if (hanging) {
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new NodeFault(FaultCode.FAILED, "interrupted", e);
            }
        }
    }

    @Override
    public Domains domains() {
        return new Domains() {
            @Override
            public void start(String key, DomainSpec spec) throws NodeFault {
                throw new NodeFault(FaultCode.NO_MEMORY, "No memory for " + spec.name);
            }

            @Override
            public hostelry.node.api.DomainWork work(String domain) {
                return new hostelry.node.api.DomainWork();
            }

            @Override
            public void breakOff(String domain) {
                // nothing to see
            }

            @Override
            public void shutdown(String key, String domain) {
                throw new IllegalStateException("a mistake");
            }

            @Override
            public void stop(String key, String domain) throws NodeFault {
                stops.incrementAndGet();
                mustAnswer();
            }

            @Override
            public void remove(String key, String domain) {
                // nothing to see
            }

            @Override
            public Display ticket(String key, String domain, String graphics, String password, int seconds) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void plugDrive(String key, String domain, DomainSpec.Drive drive) {
                // nothing to see
            }

            @Override
            public void unplugDrive(String key, String domain, String storage, String disk) {
                // nothing to see
            }

            @Override
            public void plugCard(String key, String domain, DomainSpec.Card card) {
                // nothing to see
            }

            @Override
            public void changeCard(String key, String domain, DomainSpec.Card card) {
                // nothing to see
            }

            @Override
            public void unplugCard(String key, String domain, String mac) {
                // nothing to see
            }

            @Override
            public void setCpus(String key, String domain, int cpus) {
                // nothing to see
            }

            @Override
            public void setMemory(String key, String domain, long memory) {
                // nothing to see
            }

            @Override
            public void pause(String key, String domain) {
                // nothing to see
            }

            @Override
            public void resume(String key, String domain) {
                // nothing to see
            }

            @Override
            public void suspend(String key, String domain) {
                // nothing to see
            }

            @Override
            public void discard(String key, String domain) {
                // nothing to see
            }

            @Override
            public void reboot(String key, String domain) {
                // nothing to see
            }

            @Override
            public void reset(String key, String domain) {
                // nothing to see
            }

            @Override
            public void changeCd(String key, String domain, String storage, String disk) {
                // nothing to see
            }
        };
    }

    @Override
    public Disks disks() {
        return new Disks() {
            @Override
            public String connect(String key, String storage, String path) {
                return path;
            }

            @Override
            public void disconnect(String key, String storage) {
                // nothing to see
            }

            @Override
            public void create(String key, DiskSpec spec) {
                // nothing to see
            }

            @Override
            public CopyFacts copy(String key, String storage, String disk, DiskSpec to) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void delete(String key, String storage, String disk) {
                // nothing to see
            }

            @Override
            public DiskFacts verify(DiskSpec spec) {
                throw new UnsupportedOperationException();
            }

            @Override
            public DiskFacts inspect(String storage, String disk) {
                throw new UnsupportedOperationException();
            }
        };
    }

    @Override
    public Images images() {
        throw new UnsupportedOperationException();
    }
}
