package hostelry.client.tests;

import hostelry.api.Changes;
import hostelry.client.EngineConnection;
import hostelry.model.Entity;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Someone who follows the change stream and remembers all. */
final class Following implements AutoCloseable {
    final List<Changes.Batch> batches = new CopyOnWriteArrayList<>();
    final List<String> ends = new CopyOnWriteArrayList<>();
    private final AutoCloseable stream;

    Following(EngineConnection connection) {
        stream = connection.service(Changes.class).follow(connection.caller(), batches::add, ends::add);
    }

    /** Waits until a noun was told of for which this holds. */
    <T extends Entity> void sees(String what, Class<T> noun, Predicate<T> wanted) throws InterruptedException {
        House.until(what, () -> batches.stream().flatMap(batch -> batch.changes().stream()).map(Changes.Change::object)
                .filter(noun::isInstance).map(noun::cast).anyMatch(wanted));
    }

    void seesRemoved(String id) throws InterruptedException {
        House.until(id + " is told to be removed", () -> batches.stream().flatMap(batch -> batch.changes().stream())
                .anyMatch(change -> change.id().equals(id) && change.object() == null));
    }

    @Override
    public void close() throws Exception {
        stream.close();
    }
}
