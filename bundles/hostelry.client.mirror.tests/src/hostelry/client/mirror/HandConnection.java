package hostelry.client.mirror;

import hostelry.api.Caller;
import hostelry.api.Changes;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.client.EngineConnection;
import hostelry.model.Entity;
import hostelry.model.HostelryFactory;
import hostelry.model.Vm;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A connection whose change stream is played by hand. */
final class HandConnection implements EngineConnection, Changes {
    /** One who follows. */
    record Follower(Wish wish, Consumer<Batch> sink, Consumer<String> ended, AtomicBoolean closed) {
        /** What changed while nobody followed: the answer to one who follows on. */
        void missed(long number, Entity... objects) {
            sink.accept(new Batch(LIFE, number, false, List.of(objects).stream().map(HandConnection::told).toList()));
        }

        void snapshot(long number, Entity... objects) {
            sink.accept(new Batch(LIFE, number, true, List.of(objects).stream().map(HandConnection::told).toList()));
        }

        void changed(long number, Entity object) {
            sink.accept(new Batch(LIFE, number, false, List.of(told(object))));
        }

        void removed(long number, Entity object) {
            sink.accept(new Batch(LIFE, number, false, List.of(new Change(object.eClass().getName(), object.getId(), null))));
        }
    }

    private static final String LIFE = "ab";

    private final BlockingQueue<Follower> followers = new LinkedBlockingQueue<>();
    /** While it is set, nobody may follow. */
    volatile boolean away;
    volatile String user = "admin@internal";

    static Vm vm(String id, String name) {
        Vm vm = HostelryFactory.eINSTANCE.createVm();
        vm.setId(id);
        vm.setName(name);
        return vm;
    }

    private static Change told(Entity object) {
        return new Change(object.eClass().getName(), object.getId(), object);
    }

    /** Waits for the next one to follow. */
    Follower next() throws InterruptedException {
        Follower follower = followers.poll(10, TimeUnit.SECONDS);
        if (follower == null) {
            throw new AssertionError("nobody follows the change stream");
        }
        return follower;
    }

    boolean nobodyFollows() throws InterruptedException {
        return followers.poll(200, TimeUnit.MILLISECONDS) == null;
    }

    @Override
    public String label() {
        return "by hand";
    }

    @Override
    public Caller caller() {
        return new Caller(user, user, "c1");
    }

    @Override
    public <S> S service(Class<S> api) {
        return api.cast(this);
    }

    @Override
    public AutoCloseable follow(Caller caller, Wish wish, Consumer<Batch> sink, Consumer<String> ended) {
        if (away) {
            throw new Refusal(Problem.unavailable(null, "The engine is away.", ""));
        }
        Follower follower = new Follower(wish, sink, ended, new AtomicBoolean());
        followers.add(follower);
        return () -> follower.closed().set(true);
    }
}
