package hostelry.testkit;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Rehearsed;
import hostelry.api.Verdict;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Verb;
import hostelry.engine.work.Work;
import hostelry.model.Severity;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Runs verbs at once on the thread that asks, for tests of what hands verbs in: checks, performs, compensates, and remembers what was said. */
public final class InlineWork implements Work {
    /** An event that no act caused. */
    public record Said(Severity severity, int code, String text, @Nullable String subject) {}

    private final List<Verb<?>> verbs = new CopyOnWriteArrayList<>();
    private final List<Said> events = new CopyOnWriteArrayList<>();
    private final Set<String> busy = new HashSet<>();

    public List<Verb<?>> verbs() {
        return verbs;
    }

    public List<Said> events() {
        return events;
    }

    /** The texts of the events. */
    public List<String> said() {
        return events.stream().map(Said::text).toList();
    }

    /** From now on an act holds the object. */
    public void hold(String id) {
        busy.add(id);
    }

    public void release(String id) {
        busy.remove(id);
    }

    @Override
    public <T> Act<T> submit(Caller caller, Verb<T> verb) {
        if (caller.rehearses()) {
            throw new Rehearsed(check(caller, verb));
        }
        check(caller, verb).orRefuse();
        verbs.add(verb);
        String jobId = UUID.randomUUID().toString();
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            result.complete(verb.perform(new FakeProgress(jobId)));
        } catch (Exception e) {
            try {
                verb.compensate();
            } catch (Exception suppressed) {
                e.addSuppressed(suppressed);
            }
            result.completeExceptionally(e);
        }
        return new Act<>(jobId, result);
    }

    @Override
    public Verdict check(Caller caller, Verb<?> verb) {
        Problems problems = new Problems();
        verb.check(problems);
        return problems.verdict();
    }

    @Override
    public void event(Severity severity, int code, String text, @Nullable String subject) {
        events.add(new Said(severity, code, text, subject));
    }

    @Override
    public void event(Severity severity, int code, String text, @Nullable String subject, Instant when) {
        event(severity, code, text, subject);
    }

    @Override
    public boolean busy(String id) {
        return busy.contains(id);
    }
}
