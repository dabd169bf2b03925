package hostelry.engine.work.run;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Catalogue;
import hostelry.api.Events;
import hostelry.api.Jobs;
import hostelry.api.Verdict;
import hostelry.engine.spi.Authority;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Verb;
import hostelry.engine.work.VerbKind;
import hostelry.engine.work.Work;
import hostelry.model.Event;
import hostelry.model.Job;
import hostelry.model.JobStatus;
import hostelry.model.Severity;
import hostelry.model.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The worker as a service. It must be there before the slices, which need {@link Work} and bring kinds of verbs, and before the authority; so these come and
 * go while it lives, by methods, where everything else is given to the constructor.
 */
@Component(service = {Work.class, Catalogue.class, Jobs.class, Events.class}, immediate = true)
public final class WorkComponent implements Work, Catalogue, Jobs, Events {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** On a busy machine the slices have come later than that after a start, and a move was left half done. */
    private static final Duration AFTER_START = Duration.ofMinutes(5);

    /** Setting: how many acts may be at work at one host at a time. */
    static final String AT_ONE_HOST = "hostelry.host.acts";

    private final Kinds kinds = new Kinds();
    private final AtomicReference<@Nullable Authority> authority = new AtomicReference<>();
    private final Worker worker;
    private final Pruner pruner;
    private final BundleContext context;
    private final SynchronousBundleListener stop;

    @Activate
    public WorkComponent(BundleContext context, @Reference Inventory inventory) {
        Clock clock = Clock.systemUTC();
        worker = new Worker(inventory, () -> Optional.ofNullable(authority.get()), kinds, new MemoryLocks(), clock,
                atOneHost(context.getProperty(AT_ONE_HOST)),
                PATIENCE, AFTER_START);
        pruner = new Pruner(inventory, clock, Pruner.JOBS, Pruner.EVENTS);
        worker.start();
        pruner.start();
        // first of all, while hosts can still be called: what fails because its hosts or the database went before it is not given up, but goes on at the next start
        this.context = context;
        this.stop = event -> {
            if (event.getType() == BundleEvent.STOPPING && event.getBundle().getBundleId() == 0) {
                worker.close();
            }
        };
        context.addBundleListener(stop);
    }

    /** Something else than a number from 1 to 999 is as if nothing was said. */
    static int atOneHost(@Nullable String setting) {
        return setting != null && setting.strip().matches("[1-9][0-9]{0,2}") ? Integer.parseInt(setting.strip()) : Worker.AT_ONE_HOST;
    }

    @Deactivate
    void deactivate() {
        context.removeBundleListener(stop);
        worker.close();
        pruner.close();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addKind(VerbKind kind) {
        kinds.add(kind);
    }

    void removeKind(VerbKind kind) {
        kinds.remove(kind);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setAuthority(Authority newOne) {
        authority.set(newOne);
    }

    void unsetAuthority(Authority oldOne) {
        authority.compareAndSet(oldOne, null);
    }

    @Override
    public <T> Act<T> submit(Caller caller, Verb<T> verb) {
        return worker.submit(caller, verb);
    }

    @Override
    public Verdict check(Caller caller, Verb<?> verb) {
        return worker.check(caller, verb);
    }

    @Override
    public void event(Severity severity, int code, String text, @Nullable String subject) {
        worker.event(severity, code, text, subject);
    }

    @Override
    public void event(Severity severity, int code, String text, @Nullable String subject, Instant when) {
        worker.event(severity, code, text, subject, when);
    }

    @Override
    public boolean busy(String id) {
        return worker.busy(id);
    }

    @Override
    public List<VerbInfo> verbs() {
        return worker.verbs();
    }

    @Override
    public Verdict check(Caller caller, String verb, String subject) {
        return worker.check(caller, verb, subject);
    }

    @Override
    public void cancel(Caller caller, String job) {
        worker.cancel(caller, job);
    }

    @Override
    public Job begin(Caller caller, Job described) {
        return worker.begin(caller, described);
    }

    @Override
    public Job end(Caller caller, String job, JobStatus outcome) {
        return worker.end(caller, job, outcome);
    }

    @Override
    public void clear(Caller caller, String job) {
        worker.clear(caller, job);
    }

    @Override
    public Step beginStep(Caller caller, Step described) {
        return worker.beginStep(caller, described);
    }

    @Override
    public Step endStep(Caller caller, String step, JobStatus outcome) {
        return worker.endStep(caller, step, outcome);
    }

    @Override
    public Event add(Caller caller, Event described) {
        return worker.events().add(caller, described);
    }

    @Override
    public void remove(Caller caller, String event) {
        worker.events().remove(caller, event);
    }
}
