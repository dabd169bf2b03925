package hostelry.engine.web;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Catalogue;
import hostelry.api.Changes;
import hostelry.api.Estate;
import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Rehearsed;
import hostelry.api.Verdict;
import hostelry.model.Entity;
import hostelry.model.Event;
import hostelry.model.HostelryFactory;
import hostelry.model.Job;
import hostelry.model.JobStatus;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** An engine for the door's tests: it keeps nouns in a map, does every verb at once, and knows a handful of refusals; the verbs themselves are in one {@code Fake…} for each service. */
final class FakeEngine implements Estate, Catalogue, Changes {
    static final String LIFE = "00000000000000ab";
    static final String BLANK = "00000000-0000-0000-0000-000000000000";

    final FakeAccess access = new FakeAccess();
    final Map<String, Entity> nouns = new LinkedHashMap<>();
    final Map<String, byte[]> images = new ConcurrentHashMap<>();
    final FakeSearch search = new FakeSearch(this);
    final FakeSerial serial = new FakeSerial(this);
    final List<Caller> callers = new CopyOnWriteArrayList<>();
    private final List<Consumer<Batch>> followers = new CopyOnWriteArrayList<>();
    final List<Wish> wishes = new CopyOnWriteArrayList<>();
    final AtomicLong numbers = new AtomicLong();
    /** How often something of a noun changed. */
    private final Map<String, Long> changed = new ConcurrentHashMap<>();
    /** Acts of this verb fail or last as it says. */
    final Map<String, Supplier<CompletableFuture<Object>>> outcomes = new ConcurrentHashMap<>();

    FakeEngine() {
        FirstNouns.into(this);
    }

    Services services() {
        return new Services(access, this, this, this, new FakeDataCenters(this), new FakeHosts(this), new FakeStorage(this),
                new FakeNetworks(this), new FakeVms(this), new FakeTemplates(this), new FakeJobs(this), new FakeTransfers(this), search,
                new FakeTags(this),
                new FakeUsers(this), new FakePermissions(this), new FakeEvents(this), new FakeEnrolment(), new FakeLoads(this), serial);
    }

    synchronized <T extends Entity> T put(T object, String id, String name) {
        object.setId(id);
        object.setName(name);
        return put(object);
    }

    synchronized <T extends Entity> T put(T object) {
        nouns.put(object.getId(), object);
        tell(new Change(object.eClass().getName(), object.getId(), object));
        return object;
    }

    synchronized void drop(String id) {
        Entity gone = nouns.remove(id);
        if (gone == null) {
            throw new Refusal(Problem.notFound("noun", id));
        }
        tell(new Change(gone.eClass().getName(), id, null));
    }

    private void tell(Change change) {
        changed.merge(change.noun(), 1L, Long::sum);
        Batch batch = new Batch(LIFE, numbers.incrementAndGet(), false, List.of(change));
        followers.forEach(follower -> follower.accept(batch));
    }

    <T extends Entity> T edit(Caller caller, Class<T> noun, String id, Consumer<T> edit) {
        T copy = EcoreUtil.copy(get(caller, noun, id));
        edit.accept(copy);
        return put(copy);
    }

    <T extends Entity> T apply(Caller caller, Class<T> noun, String id, Patch<T> patch) {
        return edit(caller, noun, id, object -> patch.features().forEach(name -> {
            EStructuralFeature feature = object.eClass().getEStructuralFeature(name);
            object.eSet(feature, patch.values().eGet(feature));
        }));
    }

    <T> Act<T> act(Caller caller, String verb, Supplier<T> work) {
        callers.add(caller);
        if (caller.rehearses()) {
            throw new Rehearsed(new Verdict(List.of(), Map.of("this machine", List.of())));
        }
        Job job = HostelryFactory.eINSTANCE.createJob();
        job.setStartTime(Instant.now());
        job.setStatus(JobStatus.FINISHED);
        job.setCorrelationId(caller.correlationId());
        put(job, UUID.randomUUID().toString(), null).setDescription(verb);
        if (outcomes.containsKey(verb)) {
            @SuppressWarnings("unchecked")
            CompletableFuture<T> outcome = (CompletableFuture<T>) outcomes.get(verb).get();
            return new Act<>(job.getId(), outcome);
        }
        T result = work.get();
        Event event = HostelryFactory.eINSTANCE.createEvent();
        event.setIndex(numbers.get() + 1);
        event.setUser(caller.userId());
        event.setUserName(caller.userName());
        event.setCorrelationId(caller.correlationId());
        event.setTime(Instant.now());
        event.setDescription(verb + " by " + caller.userName() + (result instanceof Entity object ? " on " + object.getName() : ""));
        put(event, "e" + event.getIndex(), null);
        return new Act<>(job.getId(), CompletableFuture.completedFuture(result));
    }

    <T extends Entity> Act<T> add(Caller caller, String verb, T object) {
        if (object.getName() == null || object.getName().isEmpty()) {
            throw new Refusal(Problem.badInput("name", "The name is missing.", "Give one."));
        }
        if (list(caller, type(object)).stream().anyMatch(other -> object.getName().equals(other.getName()))) {
            throw new Refusal(Problem.conflict(null, "The name '" + object.getName() + "' is taken.", "Choose another name."));
        }
        return act(caller, verb, () -> {
            object.setId(UUID.randomUUID().toString());
            return put(object);
        });
    }

    @SuppressWarnings("unchecked")
    private static <T extends Entity> Class<T> type(T object) {
        return (Class<T>) object.eClass().getInstanceClass();
    }

    Act<Void> dropping(Caller caller, String verb, String id) {
        return act(caller, verb, () -> {
            drop(id);
            return null;
        });
    }

    @Override
    public synchronized <T extends Entity> Optional<T> find(Caller caller, Class<T> noun, String id) {
        return Optional.ofNullable(nouns.get(id)).filter(noun::isInstance).map(noun::cast);
    }

    @Override
    public synchronized <T extends Entity> List<T> list(Caller caller, Class<T> noun) {
        List<T> found = new ArrayList<>(nouns.values().stream().filter(noun::isInstance).map(noun::cast).toList());
        if (noun == Event.class) {
            found.sort(Comparator.comparing((T object) -> ((Event) object).getIndex()).reversed());
        }
        return found;
    }

    @Override
    public Optional<String> stamp(Caller caller, Set<Class<? extends Entity>> wanted) {
        return Optional.of(wanted.stream().map(noun -> noun.getSimpleName() + changed.getOrDefault(noun.getSimpleName(), 0L)).sorted()
                .toList().toString());
    }

    @Override
    public List<VerbInfo> verbs() {
        return List.of(new VerbInfo("StartVm", "Vm", "Start", "RUN_VM", false));
    }

    @Override
    public Verdict check(Caller caller, String verb, String subject) {
        return get(caller, Vm.class, subject).getStatus() == VmStatus.DOWN
                ? new Verdict(List.of(), Map.of("this machine", List.of()))
                : new Verdict(List.of(Problem.conflict(subject, "It runs.", "Stop it first.")),
                        Map.of("this machine", List.of(Problem.conflict(null, "No room.", ""))));
    }

    @Override
    public AutoCloseable follow(Caller caller, Wish wish, Consumer<Batch> sink, Consumer<String> ended) {
        if (wish.nouns().contains("Unicorn")) {
            throw new Refusal(Problem.badInput("nouns", "There is no noun Unicorn.", "Name some of Host, Vm."));
        }
        wishes.add(wish);
        synchronized (this) {
            sink.accept(new Batch(LIFE, numbers.get(), true,
                    nouns.values().stream().map(object -> new Change(object.eClass().getName(), object.getId(), object)).toList()));
            followers.add(sink);
        }
        return () -> followers.remove(sink);
    }

    int following() {
        return followers.size();
    }
}
