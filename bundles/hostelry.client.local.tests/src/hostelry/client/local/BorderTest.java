package hostelry.client.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Changes;
import hostelry.api.Estate;
import hostelry.api.HostHardware;
import hostelry.api.Hosts;
import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.Entity;
import hostelry.model.Host;
import hostelry.model.JoinToken;
import hostelry.model.HostelryFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Whatever is done to a noun that crossed the border: the one on the other side is not touched. */
class BorderTest {
    private static final Caller CALLER = new Caller("1", "admin@internal", "c1");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Host inside = host();
    private final AtomicReference<Host> given = new AtomicReference<>();

    private static Host host() {
        Host host = HostelryFactory.eINSTANCE.createHost();
        host.setId("h1");
        host.setName("box");
        host.setHardware("{}");
        return host;
    }

    /** An engine that hands out its own nouns, as the real one does. */
    private final class Engine implements Estate, Changes, Hosts {
        @Override
        public <T extends Entity> Optional<T> find(Caller caller, Class<T> noun, String id) {
            return Optional.of(noun.cast(inside));
        }

        @Override
        public <T extends Entity> List<T> list(Caller caller, Class<T> noun) {
            return List.of(noun.cast(inside));
        }

        @Override
        public AutoCloseable follow(Caller caller, Wish wish, Consumer<Batch> sink, Consumer<String> ended) {
            sink.accept(new Batch("ab", 1, true, List.of(new Change("Host", "h1", inside), new Change("Host", "h2", null))));
            ended.accept("that was all");
            return () -> {};
        }

        @Override
        public HostHardware hardware(Caller caller, String host) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Hook> hooks(Caller caller, String host) {
            return List.of();
        }

        @Override
        public Act<Host> add(Caller caller, Host host) {
            given.set(host);
            return new Act<>("j1", CompletableFuture.completedFuture(inside));
        }

        @Override
        public Act<Host> update(Caller caller, String host, Patch<Host> patch) {
            given.set(patch.values());
            return new Act<>("j2", CompletableFuture.failedFuture(new Refusal(Problem.failed(host, "It failed.", ""))));
        }

        @Override
        public Act<Void> remove(Caller caller, String host) {
            throw new Refusal(Problem.conflict(host, "It is up.", "Put it into maintenance first."));
        }

        @Override
        public Act<Host> activate(Caller caller, String host) {
            return add(caller, inside);
        }

        @Override
        public Act<Host> deactivate(Caller caller, String host) {
            return add(caller, inside);
        }

        @Override
        public Act<Host> approve(Caller caller, String host, Approval approval) {
            return add(caller, inside);
        }

        @Override
        public Act<Void> refuse(Caller caller, String host) {
            return remove(caller, host);
        }

        @Override
        public Act<Host> revoke(Caller caller, String host) {
            return add(caller, inside);
        }

        @Override
        public Act<JoinTicket> addToken(Caller caller, JoinToken token, int seconds) {
            return new Act<>("j3", CompletableFuture.completedFuture(new JoinTicket(token, "secret")));
        }

        @Override
        public Act<Void> removeToken(Caller caller, String token) {
            return remove(caller, token);
        }

        @Override
        public Act<Host> refresh(Caller caller, String host) {
            return add(caller, inside);
        }
    }

    private void mustNotTouch(Host outside) {
        assertNotSame(inside, outside);
        assertEquals("box", outside.getName());
        outside.setName("changed");
        assertEquals("box", inside.getName());
    }

    @Test
    void readsAreCopied() {
        Estate estate = Border.around(Estate.class, new Engine());
        mustNotTouch(estate.find(CALLER, Host.class, "h1").orElseThrow());
        mustNotTouch(estate.get(CALLER, Host.class, "h1"));
        mustNotTouch(estate.list(CALLER, Host.class).getFirst());
    }

    @Test
    void theChangeStreamIsCopied() {
        List<Changes.Batch> batches = new ArrayList<>();
        List<String> ends = new ArrayList<>();
        Border.around(Changes.class, new Engine()).follow(CALLER, batches::add, ends::add);
        Changes.Batch batch = batches.getFirst();
        assertTrue(batch.snapshot());
        mustNotTouch((Host) batch.changes().getFirst().object());
        assertEquals(new Changes.Change("Host", "h2", null), batch.changes().get(1));
        assertEquals(List.of("that was all"), ends);
    }

    @Test
    void resultsOfActsAreCopied() {
        Act<Host> act = Border.around(Hosts.class, new Engine()).activate(CALLER, "h1");
        assertEquals("j1", act.jobId());
        mustNotTouch(act.await(PATIENCE));
    }

    @Test
    void whatIsGivenToAnActIsCopied() {
        Hosts hosts = Border.around(Hosts.class, new Engine());
        Host mine = host();
        hosts.add(CALLER, mine);
        assertNotSame(mine, given.get());
        mine.setName("changed");
        assertEquals("box", given.get().getName());
        hosts.update(CALLER, "h1", new Patch<>(mine, Set.of("name")));
        assertNotSame(mine, given.get());
        assertEquals("changed", given.get().getName());
    }

    @Test
    void refusalsPassAsTheyAre() {
        Hosts hosts = Border.around(Hosts.class, new Engine());
        Refusal refusal = assertThrows(Refusal.class, () -> hosts.remove(CALLER, "h1"));
        assertEquals(Problem.Kind.CONFLICT, refusal.kind());
        Act<Host> act = hosts.update(CALLER, "h1", new Patch<>(host(), Set.of("name")));
        assertEquals(Problem.Kind.FAILED, assertThrows(Refusal.class, () -> act.await(PATIENCE)).kind());
        assertInstanceOf(Refusal.class, assertThrows(ExecutionException.class, act.result()::get).getCause());
    }

    @Test
    void valuesWithoutNounsAreNotMadeAnew() {
        Copies copies = new Copies(true);
        assertSame(CALLER, copies.of(CALLER));
        Problem problem = Problem.forbidden("No.");
        assertSame(problem, copies.of(problem));
    }

    @Test
    void whatNoClientIsToldStaysInside() {
        assertEquals("{}", inside.getHardware());
        assertEquals(null, ((Host) new Copies(true).of(inside)).getHardware());
        List<Host> heard = new ArrayList<>();
        @SuppressWarnings("unchecked")
        Consumer<Host> listener = (Consumer<Host>) new Copies(false).of((Consumer<Host>) heard::add);
        listener.accept(inside);
        assertEquals(null, heard.getFirst().getHardware());
        assertEquals("{}", ((Host) new Copies(false).of(inside)).getHardware(), "what the window says comes in whole");
    }
}
