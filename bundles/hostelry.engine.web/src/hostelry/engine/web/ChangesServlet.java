package hostelry.engine.web;

import hostelry.api.Caller;
import hostelry.api.Changes;
import hostelry.api.Refusal;
import hostelry.wire.Decor;
import hostelry.wire.Format;
import hostelry.wire.Out;
import hostelry.wire.Wire;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The change stream as server-sent events. A batch is any number of {@code change} events and one {@code batch} event that ends it and whose id a client that was
 * cut off gives back, as {@code Last-Event-ID} or {@code ?from=}: it is told what it missed, where the engine still knows. Where all is told anew, a
 * {@code snapshot} event comes first: forget what you knew. {@code ?nouns=Vm,Host} asks for some nouns alone. A {@code bye} event says why the stream ends.
 *
 * <pre>
 * event: snapshot
 * data: {"number":"41"}
 *
 * event: change
 * data: {"noun":"Vm","id":"…","object":{…}}       removed nouns have no object
 *
 * event: batch
 * id: 5f0e1c22a9b04d17-41
 * data: {"number":"41","changes":"1","life":"5f0e1c22a9b04d17"}
 * </pre>
 */
final class ChangesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = Paths.API + "/changes";
    /** Batches that wait for a slow reader; one more and it is cut off, and follows again. */
    private static final int WAITING = 10_000;
    private static final long KEEP_ALIVE_SECONDS = 10;

    private final transient Changes changes;
    private final transient Wire wire;
    private final transient Set<BlockingQueue<Item>> readers = ConcurrentHashMap.newKeySet();

    ChangesServlet(Changes changes, Wire wire) {
        this.changes = changes;
        this.wire = wire;
    }

    /** What the writer waits for: a batch, or the reason why there is no other. */
    private record Item(Changes.@Nullable Batch batch, @Nullable String end) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Caller caller = (Caller) request.getAttribute(Call.CALLER);
        BlockingQueue<Item> queue = new LinkedBlockingQueue<>(WAITING + 1);
        readers.add(queue);
        try (AutoCloseable following = changes.follow(caller, wish(request), batch -> {
            if (queue.size() >= WAITING) {
                throw new IllegalStateException("the reader at " + request.getRemoteAddr() + " is " + WAITING + " batches behind");
            }
            queue.add(new Item(batch, null));
        }, reason -> queue.offer(new Item(null, reason)))) {
            response.setContentType("text/event-stream;charset=UTF-8");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            stream(response.getOutputStream(), queue);
        } catch (Refusal refusal) {
            Gate.fault(request, response, FaultText.of(refusal));
        } catch (IOException | RuntimeException e) {
            throw e; // the reader has gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the door closes
        } catch (Exception e) {
            throw new IllegalStateException("The change stream could not be closed.", e);
        } finally {
            readers.remove(queue);
        }
    }

    /** Browsers give the id in a header when they come back by themselves; it counts more than the address, which stays as it was. */
    private static Changes.Wish wish(HttpServletRequest request) {
        Params params = Params.parse(request.getQueryString(), "");
        String last = request.getHeader("Last-Event-ID");
        String nouns = params.text("nouns").orElse("");
        return new Changes.Wish(last != null ? last.strip() : params.text("from").orElse(""),
                Stream.of(nouns.split(",")).map(String::strip).filter(noun -> !noun.isEmpty()).collect(Collectors.toSet()));
    }

    /** Ends all streams: the door closes. */
    void end() {
        readers.forEach(queue -> {
            queue.clear();
            queue.offer(new Item(null, "The engine stops."));
        });
    }

    private void stream(OutputStream stream, BlockingQueue<Item> queue) throws IOException, InterruptedException {
        while (true) {
            Item item = queue.poll(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
            if (item == null) {
                stream.write(": still here\n\n".getBytes(StandardCharsets.US_ASCII));
            } else if (item.batch() instanceof Changes.Batch batch) {
                write(stream, batch);
            } else {
                event(stream, "bye", "", out -> out.text("reason", item.end()));
            }
            if (queue.isEmpty()) {
                stream.flush();
            }
            if (item != null && item.batch() == null) {
                return;
            }
        }
    }

    private void write(OutputStream stream, Changes.Batch batch) throws IOException {
        if (batch.snapshot()) {
            event(stream, "snapshot", "", out -> out.text("number", batch.number()));
        }
        for (Changes.Change change : batch.changes()) {
            event(stream, "change", "", out -> {
                out.text("noun", change.noun());
                out.text("id", change.id());
                if (change.object() != null) {
                    wire.write(out, "object", change.object(), Decor.BARE, true);
                }
            });
        }
        event(stream, "batch", batch.id(), out -> {
            out.text("number", batch.number());
            out.text("changes", batch.changes().size());
            out.text("life", batch.life());
        });
    }

    /** @param id only of the event that ends a batch: who has that one has the whole batch */
    private static void event(OutputStream stream, String name, String id, Answer members) throws IOException {
        ByteArrayOutputStream event = new ByteArrayOutputStream();
        event.writeBytes(
                ("event: " + name + "\n" + (id.isEmpty() ? "" : "id: " + id + "\n") + "data: ").getBytes(StandardCharsets.US_ASCII));
        try (Out out = Format.JSON.out(event)) {
            out.start("event");
            members.write(out);
            out.end();
        }
        event.writeBytes("\n\n".getBytes(StandardCharsets.US_ASCII));
        event.writeTo(stream);
    }
}
