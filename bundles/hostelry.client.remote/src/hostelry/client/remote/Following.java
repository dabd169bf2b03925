package hostelry.client.remote;

import hostelry.api.Changes.Batch;
import hostelry.api.Changes.Change;
import hostelry.api.Refusal;
import hostelry.model.Entity;
import hostelry.wire.Tree;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One following of the change stream: makes batches of events, and says why it ends, unless it was closed. */
final class Following implements Runnable, AutoCloseable {
    private final Events events;
    private final Nouns nouns;
    private final URI engine;
    private final Consumer<Batch> sink;
    private final Consumer<String> ended;
    private final AtomicBoolean over = new AtomicBoolean();

    Following(Events events, Nouns nouns, URI engine, Consumer<Batch> sink, Consumer<String> ended) {
        this.events = events;
        this.nouns = nouns;
        this.engine = engine;
        this.sink = sink;
        this.ended = ended;
    }

    @Override
    public void run() {
        String reason;
        try (events) {
            reason = read();
        } catch (IOException e) {
            reason = Trouble.refusal(engine, e).getMessage();
        } catch (Refusal e) {
            reason = e.getMessage();
        } catch (RuntimeException | Error e) {
            // the sink's: as the engine itself does it
            reason = "It failed: " + e;
        }
        if (over.compareAndSet(false, true)) {
            ended.accept(reason);
        }
    }

    private String read() throws IOException {
        boolean snapshot = false;
        List<Change> changes = new ArrayList<>();
        for (Events.Event event = events.next(); event != null; event = events.next()) {
            Tree data = Http.read(event.data().getBytes(StandardCharsets.UTF_8));
            switch (event.name()) {
                case "snapshot" -> snapshot = true;
                case "change" -> change(data).ifPresent(changes::add);
                case "batch" -> {
                    Batch batch = new Batch(data.value("life").orElse(""), Long.parseLong(data.value("number").orElse("0")), snapshot,
                            List.copyOf(changes));
                    snapshot = false;
                    changes.clear();
                    if (over.get()) {
                        return "";
                    }
                    sink.accept(batch);
                }
                case "bye" -> {
                    return data.value("reason").orElse("The engine ended it.");
                }
                default -> {
                    // of a newer engine
                }
            }
        }
        return "The connection to " + engine.getAuthority() + " broke.";
    }

    private Optional<Change> change(Tree data) {
        String noun = data.value("noun").orElse("");
        String id = data.value("id").orElse("");
        Optional<Class<? extends Entity>> known = nouns.named(noun);
        if (known.isEmpty()) {
            return Optional.empty(); // a noun of a newer engine's
        }
        Entity object = data.child("object").<Entity>map(document -> nouns.read(document, known.get())).orElse(null);
        return Optional.of(new Change(noun, id, object));
    }

    @Override
    public void close() throws IOException {
        if (over.compareAndSet(false, true)) {
            events.close();
        }
    }
}
