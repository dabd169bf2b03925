package hostelry.testkit;

import hostelry.node.api.DomainSpec;
import hostelry.node.api.FaultCode;
import hostelry.node.api.Landing;
import hostelry.node.api.Migration;
import hostelry.node.api.MigrationFacts;
import hostelry.node.api.MigrationOrder;
import hostelry.node.api.NodeFault;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moves of a fake node: what {@code send} answers is told before, one after the other; without that a guest arrives at once. */
public final class FakeMigration implements Migration {
    /** Notes a call, and fails where it was told to. */
    interface Called {
        void with(String call, String id) throws NodeFault;
    }

    private final Called called;
    private final Deque<MigrationFacts> answers = new ArrayDeque<>();
    private volatile @Nullable MigrationOrder order;
    private volatile boolean expected;
    private volatile boolean nobody;

    FakeMigration(Called called) {
        this.called = called;
    }

    /** Each of {@code running}, {@code arrived}, {@code failed: WHY} or {@code cancelled}. */
    public synchronized void answers(String... states) {
        for (String state : states) {
            MigrationFacts facts = new MigrationFacts();
            facts.state = state.split(":", 2)[0];
            facts.detail = state.contains(":") ? state.split(":", 2)[1].strip() : "";
            facts.total = 100;
            facts.remaining = state.equals("running") ? 50 : 0;
            answers.add(facts);
        }
    }

    /** No guest comes, though the host made ready for it. */
    public void nobody() {
        nobody = true;
    }

    /** A guest has come while nobody looked. */
    public void arrived() {
        expected = true;
    }

    /** The last order. */
    public @Nullable MigrationOrder order() {
        return order;
    }

    @Override
    public Landing receive(String key, DomainSpec spec) throws NodeFault {
        called.with("migration.receive", spec.id);
        expected = true;
        Landing landing = new Landing();
        landing.listen = "192.0.2.1";
        landing.serialLog = "/tmp/serial.log";
        for (DomainSpec.Drive drive : spec.drives) {
            Landing.Image image = new Landing.Image();
            image.storage = drive.storage;
            image.disk = drive.disk;
            image.file = "/images/" + drive.disk;
            landing.images.addAll(List.of(image));
        }
        return landing;
    }

    @Override
    public MigrationFacts send(String key, String id, MigrationOrder wanted) throws NodeFault {
        called.with(wanted.look ? "migration.look" : "migration.send", id);
        synchronized (this) {
            MigrationFacts facts = answers.poll();
            if (facts == null && wanted.look && order == null) {
                facts = new MigrationFacts();
                facts.state = MigrationFacts.HERE;
                return facts;
            }
            order = wanted;
            if (facts == null) {
                facts = new MigrationFacts();
                facts.state = "arrived";
            }
            return facts;
        }
    }

    @Override
    public void cancel(String key, String id) throws NodeFault {
        called.with("migration.cancel", id);
        synchronized (this) {
            answers.clear();
            answers("cancelled");
        }
    }

    @Override
    public MigrationFacts received(String key, String id) throws NodeFault {
        called.with("migration.received", id);
        if (!expected || nobody) {
            throw new NodeFault(FaultCode.NOT_FOUND, "The guest is not here.");
        }
        MigrationFacts facts = new MigrationFacts();
        facts.state = "arrived";
        facts.downtime = 42;
        return facts;
    }
}
