package hostelry.engine.web;

import hostelry.api.Access;
import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Catalogue;
import hostelry.api.Changes;
import hostelry.api.DataCenters;
import hostelry.api.Estate;
import hostelry.api.Events;
import hostelry.api.Hosts;
import hostelry.api.ImageTransfers;
import hostelry.api.Jobs;
import hostelry.api.Networks;
import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Rehearsed;
import hostelry.api.Storage;
import hostelry.api.Tags;
import hostelry.api.Verdict;
import hostelry.api.Vms;
import hostelry.model.Bookmark;
import hostelry.model.Cluster;
import hostelry.model.DataCenter;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.DiskContentType;
import hostelry.model.Entity;
import hostelry.model.Event;
import hostelry.model.GraphicsType;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.HostelryFactory;
import hostelry.model.ImageTransfer;
import hostelry.model.Job;
import hostelry.model.JobStatus;
import hostelry.model.MacPool;
import hostelry.model.Network;
import hostelry.model.Nic;
import hostelry.model.StorageDomain;
import hostelry.model.Step;
import hostelry.model.StorageDomainStatus;
import hostelry.model.StorageDomainType;
import hostelry.model.Tag;
import hostelry.model.TransferDirection;
import hostelry.model.TransferPhase;
import hostelry.model.User;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.model.VnicProfile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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

/** An engine for the door's tests: it keeps nouns in a map, does every verb at once, and knows a handful of refusals. */
final class FakeEngine implements Access, Estate, Catalogue, Changes {
    static final String PASSWORD = "correct horse";
    static final String LIFE = "00000000000000ab";
    static final String BLANK = "00000000-0000-0000-0000-000000000000";

    final Caller admin = new Caller("u1", "admin@internal", "none");
    final Map<String, Entity> nouns = new LinkedHashMap<>();
    final Map<String, byte[]> images = new ConcurrentHashMap<>();
    final FakeSearch search = new FakeSearch(this);
    final List<Caller> callers = new CopyOnWriteArrayList<>();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final List<Consumer<Batch>> followers = new CopyOnWriteArrayList<>();
    final List<Wish> wishes = new CopyOnWriteArrayList<>();
    private final AtomicLong numbers = new AtomicLong();
    /** How often something of a noun changed. */
    private final Map<String, Long> changed = new ConcurrentHashMap<>();
    /** Acts of this verb fail or last as it says. */
    final Map<String, Supplier<CompletableFuture<Object>>> outcomes = new ConcurrentHashMap<>();

    FakeEngine() {
        HostelryFactory make = HostelryFactory.eINSTANCE;
        DataCenter center = put(make.createDataCenter(), "dc1", "Default");
        center.setLocal(true);
        Cluster cluster = put(make.createCluster(), "c1", "Default");
        cluster.setDataCenter("dc1");
        Host host = put(make.createHost(), "h1", "this machine");
        host.setCluster("c1");
        host.setStatus(HostStatus.UP);
        host.setMemory(8L << 30);
        host.setCpuCores(2);
        for (StorageDomainType type : List.of(StorageDomainType.DATA, StorageDomainType.ISO)) {
            StorageDomain domain = put(make.createStorageDomain(), "sd-" + type.getLiteral(), type.getLiteral());
            domain.setDataCenter("dc1");
            domain.setType(type);
            domain.setStatus(StorageDomainStatus.ACTIVE);
        }
        Network network = put(make.createNetwork(), "n1", "ovirtmgmt");
        network.setDataCenter("dc1");
        VnicProfile profile = put(make.createVnicProfile(), "p1", "ovirtmgmt");
        profile.setNetwork("n1");
        put(make.createTemplate(), BLANK, "Blank");
        User user = put(make.createUser(), "u1", "admin");
        user.setUserName("admin@internal");
    }

    Services services() {
        return new Services(this, this, this, this, new FakeDataCenters(), new FakeHosts(), new FakeStorage(), new FakeNetworks(),
                new FakeVms(), new FakeJobs(),
                new FakeTransfers(), search, new FakeTags(), new FakeUsers(this), new FakePermissions(this), new FakeEvents());
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

    // -- access

    /** A session for somebody, without a login. */
    String open(Caller caller) {
        Session session = new Session(UUID.randomUUID().toString(), caller, Instant.now().plusSeconds(60));
        sessions.put(session.token(), session);
        return session.token();
    }

    @Override
    public Session login(String user, char[] password) {
        if (!user.equals("admin@internal") || !Arrays.equals(password, PASSWORD.toCharArray())) {
            throw new Refusal(new Problem(Problem.Kind.FORBIDDEN, "The user name or password is incorrect.", "", null));
        }
        Session session = new Session(UUID.randomUUID().toString(), admin, Instant.now().plusSeconds(60));
        sessions.put(session.token(), session);
        return session;
    }

    @Override
    public Optional<Session> session(String token) {
        return Optional.ofNullable(sessions.get(token));
    }

    @Override
    public void logout(String token) {
        sessions.remove(token);
    }

    @Override
    public Optional<Caller> verify(String user, char[] password) {
        return user.equals("admin@internal") && Arrays.equals(password, PASSWORD.toCharArray()) ? Optional.of(admin) : Optional.empty();
    }

    @Override
    public Verdict entry(Caller caller, boolean userLevel) {
        return userLevel || caller.userId().equals(admin.userId())
                ? Verdict.PERMITTED
                : new Verdict(List.of(Problem.forbidden(caller.userName() + " is no administrator.")), Map.of());
    }

    @Override
    public Caller desk() {
        return admin;
    }

    // -- reading

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

    // -- verbs

    final class FakeJobs implements Jobs {
        @Override
        public void cancel(Caller caller, String job) {
            callers.add(caller);
        }

        @Override
        public Job begin(Caller caller, Job described) {
            Job job = HostelryFactory.eINSTANCE.createJob();
            job.setDescription(described.getDescription());
            job.setExternal(true);
            return put(job, "job" + numbers.incrementAndGet(), described.getDescription());
        }

        @Override
        public Job end(Caller caller, String job, JobStatus outcome) {
            return edit(caller, Job.class, job, object -> object.setStatus(outcome));
        }

        @Override
        public void clear(Caller caller, String job) {
            edit(caller, Job.class, job, object -> object.setAutoCleared(true));
        }

        @Override
        public Step beginStep(Caller caller, Step described) {
            Step step = HostelryFactory.eINSTANCE.createStep();
            step.setJob(described.getJob());
            step.setType(described.getType());
            step.setDescription(described.getDescription());
            return put(step, "step" + numbers.incrementAndGet(), described.getDescription());
        }

        @Override
        public Step endStep(Caller caller, String step, JobStatus outcome) {
            return edit(caller, Step.class, step, object -> object.setStatus(outcome));
        }
    }

    final class FakeEvents implements Events {
        @Override
        public Event add(Caller caller, Event described) {
            Event event = HostelryFactory.eINSTANCE.createEvent();
            event.setDescription(described.getDescription());
            event.setOrigin(described.getOrigin());
            event.setSeverity(described.getSeverity());
            event.setCustomId(described.getCustomId());
            event.setIndex(numbers.incrementAndGet());
            return put(event, Long.toString(event.getIndex()), described.getDescription());
        }

        @Override
        public void remove(Caller caller, String event) {
            FakeEngine.this.nouns.remove(event);
        }
    }

    final class FakeDataCenters implements DataCenters {
        @Override
        public Act<DataCenter> add(Caller caller, DataCenter dataCenter) {
            return FakeEngine.this.add(caller, "AddDataCenter", dataCenter);
        }

        @Override
        public Act<DataCenter> update(Caller caller, String dataCenter, Patch<DataCenter> patch) {
            return act(caller, "UpdateDataCenter", () -> apply(caller, DataCenter.class, dataCenter, patch));
        }

        @Override
        public Act<Void> remove(Caller caller, String dataCenter) {
            return dropping(caller, "RemoveDataCenter", dataCenter);
        }

        @Override
        public Act<Cluster> addCluster(Caller caller, Cluster cluster) {
            return FakeEngine.this.add(caller, "AddCluster", cluster);
        }

        @Override
        public Act<Cluster> updateCluster(Caller caller, String cluster, Patch<Cluster> patch) {
            return act(caller, "UpdateCluster", () -> apply(caller, Cluster.class, cluster, patch));
        }

        @Override
        public Act<Void> removeCluster(Caller caller, String cluster) {
            return dropping(caller, "RemoveCluster", cluster);
        }
    }

    private Act<Void> dropping(Caller caller, String verb, String id) {
        return act(caller, verb, () -> {
            drop(id);
            return null;
        });
    }

    final class FakeHosts implements Hosts {
        @Override
        public Act<Host> add(Caller caller, Host host) {
            return FakeEngine.this.add(caller, "AddHost", host);
        }

        @Override
        public Act<Host> update(Caller caller, String host, Patch<Host> patch) {
            return act(caller, "UpdateHost", () -> apply(caller, Host.class, host, patch));
        }

        @Override
        public Act<Void> remove(Caller caller, String host) {
            return dropping(caller, "RemoveHost", host);
        }

        @Override
        public Act<Host> activate(Caller caller, String host) {
            return act(caller, "ActivateHost", () -> edit(caller, Host.class, host, object -> object.setStatus(HostStatus.UP)));
        }

        @Override
        public Act<Host> deactivate(Caller caller, String host) {
            return act(caller, "DeactivateHost", () -> edit(caller, Host.class, host, object -> object.setStatus(HostStatus.MAINTENANCE)));
        }

        @Override
        public Act<Host> refresh(Caller caller, String host) {
            return act(caller, "RefreshHost", () -> get(caller, Host.class, host));
        }
    }

    final class FakeStorage implements Storage {
        @Override
        public Act<StorageDomain> add(Caller caller, StorageDomain domain) {
            return FakeEngine.this.add(caller, "AddStorageDomain", domain);
        }

        @Override
        public Act<StorageDomain> update(Caller caller, String domain, Patch<StorageDomain> patch) {
            return act(caller, "UpdateStorageDomain", () -> apply(caller, StorageDomain.class, domain, patch));
        }

        @Override
        public Act<Void> remove(Caller caller, String domain) {
            return dropping(caller, "RemoveStorageDomain", domain);
        }

        @Override
        public Act<StorageDomain> activate(Caller caller, String domain) {
            return act(caller, "ActivateStorageDomain",
                    () -> edit(caller, StorageDomain.class, domain, object -> object.setStatus(StorageDomainStatus.ACTIVE)));
        }

        @Override
        public Act<StorageDomain> deactivate(Caller caller, String domain) {
            return act(caller, "DeactivateStorageDomain",
                    () -> edit(caller, StorageDomain.class, domain, object -> object.setStatus(StorageDomainStatus.MAINTENANCE)));
        }

        @Override
        public Act<Disk> addDisk(Caller caller, Disk disk) {
            return FakeEngine.this.add(caller, "AddDisk", disk);
        }

        @Override
        public Act<Disk> updateDisk(Caller caller, String disk, Patch<Disk> patch) {
            return act(caller, "UpdateDisk", () -> apply(caller, Disk.class, disk, patch));
        }

        @Override
        public Act<Void> removeDisk(Caller caller, String disk) {
            return dropping(caller, "RemoveDisk", disk);
        }
    }

    final class FakeNetworks implements Networks {
        @Override
        public Act<Network> add(Caller caller, Network network) {
            return FakeEngine.this.add(caller, "AddNetwork", network);
        }

        @Override
        public Act<Network> update(Caller caller, String network, Patch<Network> patch) {
            return act(caller, "UpdateNetwork", () -> apply(caller, Network.class, network, patch));
        }

        @Override
        public Act<Void> remove(Caller caller, String network) {
            return dropping(caller, "RemoveNetwork", network);
        }

        @Override
        public Act<VnicProfile> addProfile(Caller caller, VnicProfile profile) {
            return FakeEngine.this.add(caller, "AddVnicProfile", profile);
        }

        @Override
        public Act<Void> removeProfile(Caller caller, String profile) {
            return dropping(caller, "RemoveVnicProfile", profile);
        }

        @Override
        public Act<VnicProfile> updateProfile(Caller caller, String profile, Patch<VnicProfile> patch) {
            return act(caller, "UpdateVnicProfile", () -> apply(caller, VnicProfile.class, profile, patch));
        }

        @Override
        public Act<MacPool> addMacPool(Caller caller, MacPool pool) {
            return FakeEngine.this.add(caller, "AddMacPool", pool);
        }

        @Override
        public Act<MacPool> updateMacPool(Caller caller, String pool, Patch<MacPool> patch) {
            return act(caller, "UpdateMacPool", () -> apply(caller, MacPool.class, pool, patch));
        }

        @Override
        public Act<Void> removeMacPool(Caller caller, String pool) {
            return dropping(caller, "RemoveMacPool", pool);
        }
    }

    final class FakeVms implements Vms {
        @Override
        public Verdict check(Caller caller, NewVm request) {
            return Verdict.PERMITTED;
        }

        @Override
        public Act<Vm> add(Caller caller, NewVm request) {
            if (request.vm().getMemory() > 8L << 30) {
                throw new Refusal(List.of(Problem.badInput("memory", "No host has so much memory.", "Give it at most 8 GiB."),
                        Problem.badInput("cluster", "The cluster has no other host.", "Add one.")));
            }
            Vm vm = request.vm();
            vm.setStatus(VmStatus.DOWN);
            vm.setCreationTime(Instant.now());
            vm.getGraphics().add(GraphicsType.SPICE);
            Act<Vm> act = FakeEngine.this.add(caller, "AddVm", vm);
            request.disks().forEach(disk -> attachDisk(caller, vm.getId(), disk));
            request.nics().forEach(nic -> addNic(caller, vm.getId(), nic));
            return act;
        }

        @Override
        public Act<Vm> update(Caller caller, String vm, Patch<Vm> patch) {
            return act(caller, "UpdateVm", () -> apply(caller, Vm.class, vm, patch));
        }

        @Override
        public Act<Void> remove(Caller caller, String vm, boolean withDisks) {
            if (get(caller, Vm.class, vm).getStatus() != VmStatus.DOWN) {
                throw new Refusal(Problem.conflict(vm, "The machine runs.", "Stop it first."));
            }
            for (DiskAttachment attachment : list(caller, DiskAttachment.class)) {
                if (vm.equals(attachment.getVm())) {
                    drop(attachment.getId());
                    if (withDisks) {
                        drop(attachment.getDisk());
                    }
                }
            }
            return dropping(caller, "RemoveVm", vm);
        }

        @Override
        public Act<Vm> start(Caller caller, String vm) {
            if (get(caller, Vm.class, vm).getStatus() != VmStatus.DOWN) {
                if (caller.rehearses()) {
                    throw new Rehearsed(FakeEngine.this.check(caller, "StartVm", vm));
                }
                throw new Refusal(Problem.conflict(vm, "The machine runs already.", "Nothing is to be done."));
            }
            return act(caller, "StartVm", () -> edit(caller, Vm.class, vm, object -> {
                object.setStatus(VmStatus.UP);
                object.setHost("h1");
                object.getAddresses().addAll(List.of("10.0.2.15", "fe80::1"));
            }));
        }

        @Override
        public Act<Vm> shutdown(Caller caller, String vm) {
            return down(caller, "ShutdownVm", vm);
        }

        @Override
        public Act<Vm> stop(Caller caller, String vm) {
            return down(caller, "StopVm", vm);
        }

        @Override
        public Act<Vm> reboot(Caller caller, String vm) {
            return act(caller, "RebootVm", () -> get(caller, Vm.class, vm));
        }

        @Override
        public Act<Vm> reset(Caller caller, String vm) {
            return act(caller, "ResetVm", () -> get(caller, Vm.class, vm));
        }

        @Override
        public Act<Vm> suspend(Caller caller, String vm) {
            return act(caller, "SuspendVm", () -> get(caller, Vm.class, vm));
        }

        private Act<Vm> down(Caller caller, String verb, String vm) {
            return act(caller, verb, () -> edit(caller, Vm.class, vm, object -> {
                object.setStatus(VmStatus.DOWN);
                object.setHost(null);
                object.getAddresses().clear();
            }));
        }

        @Override
        public Act<ConsoleTicket> ticket(Caller caller, String vm, GraphicsType graphics, int seconds) {
            if (get(caller, Vm.class, vm).getStatus() != VmStatus.UP) {
                throw new Refusal(Problem.conflict(vm, "The machine does not run.", "Start it."));
            }
            return act(caller, "TicketVm", () -> new ConsoleTicket(GraphicsType.SPICE, "127.0.0.1", 5900, 5901, "O=Hostelry,CN=h1",
                    "s3cret-" + numbers.get(), seconds));
        }

        @Override
        public Act<DiskAttachment> attachDisk(Caller caller, String vm, NewDisk disk) {
            get(caller, Vm.class, vm);
            return act(caller, "AttachDisk", () -> {
                Disk attached = disk.disk();
                if (attached.getId() == null) {
                    attached.setId(UUID.randomUUID().toString());
                    put(attached);
                } else {
                    get(caller, Disk.class, attached.getId());
                }
                disk.attachment().setVm(vm);
                disk.attachment().setDisk(attached.getId());
                return put(disk.attachment(), "a-" + attached.getId(), null);
            });
        }

        @Override
        public Act<DiskAttachment> updateDisk(Caller caller, String vm, String disk, Patch<DiskAttachment> patch) {
            return act(caller, "UpdateDiskAttachment", () -> apply(caller, DiskAttachment.class, "a-" + disk, patch));
        }

        @Override
        public Act<Void> detachDisk(Caller caller, String vm, String disk, boolean delete) {
            if (delete) {
                drop(disk);
            }
            return dropping(caller, "DetachDisk", "a-" + disk);
        }

        @Override
        public Act<Nic> addNic(Caller caller, String vm, Nic nic) {
            get(caller, Vm.class, vm);
            return act(caller, "AddNic", () -> {
                nic.setVm(vm);
                nic.setMac("52:54:00:00:00:01");
                nic.setId(UUID.randomUUID().toString());
                return put(nic);
            });
        }

        @Override
        public Act<Nic> updateNic(Caller caller, String vm, String nic, Patch<Nic> patch) {
            return act(caller, "UpdateNic", () -> apply(caller, Nic.class, nic, patch));
        }

        @Override
        public Act<Void> removeNic(Caller caller, String vm, String nic) {
            return dropping(caller, "RemoveNic", nic);
        }

        @Override
        public Act<Vm> changeCd(Caller caller, String vm, String disc) {
            return act(caller, "ChangeCd", () -> edit(caller, Vm.class, vm, object -> object.setCdrom(disc)));
        }
    }

    final class FakeTags implements Tags {
        @Override
        public Act<Tag> add(Caller caller, Tag tag) {
            return FakeEngine.this.add(caller, "AddTag", tag);
        }

        @Override
        public Act<Tag> update(Caller caller, String tag, Patch<Tag> patch) {
            return act(caller, "UpdateTag", () -> apply(caller, Tag.class, tag, patch));
        }

        @Override
        public Act<Void> remove(Caller caller, String tag) {
            return dropping(caller, "RemoveTag", tag);
        }

        @Override
        public Act<Void> attach(Caller caller, String tag, String noun, String object) {
            return act(caller, "AttachTag", () -> {
                edit(caller, Vm.class, object, vm -> vm.getTags().add(tag));
                return null;
            });
        }

        @Override
        public Act<Void> detach(Caller caller, String tag, String noun, String object) {
            return act(caller, "DetachTag", () -> {
                edit(caller, Vm.class, object, vm -> vm.getTags().remove(tag));
                return null;
            });
        }

        @Override
        public Act<Bookmark> addBookmark(Caller caller, Bookmark bookmark) {
            return FakeEngine.this.add(caller, "AddBookmark", bookmark);
        }

        @Override
        public Act<Bookmark> updateBookmark(Caller caller, String bookmark, Patch<Bookmark> patch) {
            return act(caller, "UpdateBookmark", () -> apply(caller, Bookmark.class, bookmark, patch));
        }

        @Override
        public Act<Void> removeBookmark(Caller caller, String bookmark) {
            return dropping(caller, "RemoveBookmark", bookmark);
        }
    }

    final class FakeTransfers implements ImageTransfers {
        @Override
        public Act<ImageTransfer> start(Caller caller, String disk, TransferDirection direction) {
            Disk found = get(caller, Disk.class, disk);
            return act(caller, "StartTransfer", () -> {
                images.putIfAbsent(disk, new byte[(int) found.getProvisionedSize()]);
                ImageTransfer transfer = HostelryFactory.eINSTANCE.createImageTransfer();
                transfer.setDisk(disk);
                transfer.setDirection(direction);
                transfer.setPhase(TransferPhase.TRANSFERRING);
                return put(transfer, UUID.randomUUID().toString(), null);
            });
        }

        private String disk(Caller caller, String transfer) {
            return get(caller, ImageTransfer.class, transfer).getDisk();
        }

        @Override
        public void write(Caller caller, String transfer, long offset, InputStream bytes, long length) {
            byte[] image = images.get(disk(caller, transfer));
            if (offset + length > image.length) {
                throw new Refusal(Problem.badInput("length", "The disk has only " + image.length + " bytes.", ""));
            }
            try {
                if (bytes.readNBytes(image, (int) offset, (int) length) != length) {
                    throw new Refusal(Problem.badInput("length", "The bytes broke off.", ""));
                }
                edit(caller, ImageTransfer.class, transfer, object -> object.setTransferred(object.getTransferred() + length));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public InputStream read(Caller caller, String transfer, long offset, long length) {
            return new ByteArrayInputStream(images.get(disk(caller, transfer)), (int) offset, (int) length);
        }

        @Override
        public long size(Caller caller, String transfer) {
            return images.get(disk(caller, transfer)).length;
        }

        @Override
        public Act<ImageTransfer> pause(Caller caller, String transfer) {
            return phase(caller, transfer, TransferPhase.PAUSED_USER);
        }

        @Override
        public Act<ImageTransfer> resume(Caller caller, String transfer) {
            return phase(caller, transfer, TransferPhase.TRANSFERRING);
        }

        @Override
        public void extend(Caller caller, String transfer) {
            disk(caller, transfer);
        }

        @Override
        public Act<ImageTransfer> finish(Caller caller, String transfer) {
            Disk disk = get(caller, Disk.class, disk(caller, transfer));
            byte[] image = images.get(disk.getId());
            if (disk.getContentType() == DiskContentType.ISO && (image.length < 0x8006 || image[0x8001] != 'C')) {
                throw new Refusal(Problem.badInput("disk", "What was uploaded is no ISO image.", "Upload an ISO 9660 image."));
            }
            return phase(caller, transfer, TransferPhase.FINISHED_SUCCESS);
        }

        @Override
        public Act<ImageTransfer> cancel(Caller caller, String transfer) {
            return phase(caller, transfer, TransferPhase.CANCELLED_USER);
        }

        private Act<ImageTransfer> phase(Caller caller, String transfer, TransferPhase phase) {
            get(caller, ImageTransfer.class, transfer);
            return act(caller, "MoveTransfer", () -> edit(caller, ImageTransfer.class, transfer, object -> object.setPhase(phase)));
        }
    }
}
