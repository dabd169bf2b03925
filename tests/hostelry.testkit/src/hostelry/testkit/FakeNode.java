package hostelry.testkit;

import hostelry.node.api.Consoles;
import hostelry.node.api.Certificates;
import hostelry.node.api.CopyFacts;
import hostelry.node.api.DiskFacts;
import hostelry.node.api.DiskSpec;
import hostelry.node.api.Disks;
import hostelry.node.api.Display;
import hostelry.node.api.DomainSpec;
import hostelry.node.api.DomainWork;
import hostelry.node.api.Domains;
import hostelry.node.api.Facts;
import hostelry.node.api.FaultCode;
import hostelry.node.api.HostFacts;
import hostelry.node.api.Images;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import hostelry.node.api.Report;
import hostelry.node.api.hook.HookFacts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A node in a few lines: remembers what it was asked, runs nothing, and fails on request.
 *
 * <pre>{@code
 * node.fails("domains.start", new NodeFault(FaultCode.NO_MEMORY, "no memory"));
 * assertEquals(List.of("disks.create d1"), node.calls());
 * }</pre>
 */
public final class FakeNode implements Node, Domains, Disks, Images, Facts {
    private volatile Consoles consoles = Consoles.NONE;
    private final HostFacts facts;
    private final List<String> calls = new ArrayList<>();
    private final Map<String, NodeFault> faults = new ConcurrentHashMap<>();
    private final Map<String, NodeFault> once = new ConcurrentHashMap<>();
    private final Map<String, DomainSpec> running = new ConcurrentHashMap<>();
    private final Map<String, byte[]> images = new ConcurrentHashMap<>();
    private final Map<String, String> storages = new ConcurrentHashMap<>();
    private final FakeMigration migration = new FakeMigration(this::called);
    private final FakeLinks links = new FakeLinks(this::called);
    private volatile List<HookFacts> hooks = List.of();
    private Runnable onShutdown = () -> {};
    private Display display = new Display();
    private volatile String password = "";
    private volatile @Nullable Certificates certificates;

    public FakeNode(String id, String hostname) {
        this(new HostFacts(id, hostname, "Debian", "12", "6.1", "x86_64", "QEMU CPU", 2000, 1, 4, 1, 8L << 30, "9.0.0", "7.2.0", "qemu",
                "No /dev/kvm.", 1_000, List.of(
                        "ovirtmgmt")));
    }

    public FakeNode(HostFacts facts) {
        this.facts = facts;
    }

    /** What it was asked, in order: capability, verb, and id of the object. */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    public synchronized void forgetCalls() {
        calls.clear();
    }

    /** The call named like {@code disks.create} fails so from now on, until {@link #works}. */
    public void fails(String call, NodeFault fault) {
        faults.put(call, fault);
    }

    /** The next call named like that fails, as if the node had died under it; the one after it does not. */
    public void failsOnce(String call, NodeFault fault) {
        once.put(call, fault);
    }

    public void works(String call) {
        faults.remove(call);
    }

    /** What happens when a guest is asked to shut down. */
    public void onShutdown(Runnable what) {
        onShutdown = what;
    }

    /** It has a certificate of its own. */
    public void certificates(Certificates own) {
        certificates = own;
    }

    @Override
    public Optional<Certificates> certificates() {
        return Optional.ofNullable(certificates);
    }

    public void display(Display there) {
        display = there;
    }

    /** Ids of the guests that it was told to run. */
    public Set<String> running() {
        return Set.copyOf(running.keySet());
    }

    public DomainSpec spec(String id) {
        return running.get(id);
    }

    public Set<String> imageIds() {
        return Set.copyOf(images.keySet());
    }

    public Set<String> storages() {
        return Set.copyOf(storages.keySet());
    }

    /** The secret that the last ticket set. */
    public String password() {
        return password;
    }

    private synchronized void called(String call, String id) throws NodeFault {
        calls.add(call + " " + id);
        NodeFault last = once.remove(call);
        NodeFault fault = last == null ? faults.get(call) : last;
        if (fault != null) {
            throw fault;
        }
    }

    @Override
    public String hostId() {
        return facts.hostId();
    }

    @Override
    public Domains domains() {
        return this;
    }

    @Override
    public Disks disks() {
        return this;
    }

    @Override
    public Images images() {
        return this;
    }

    @Override
    public FakeLinks links() {
        return links;
    }

    @Override
    public FakeMigration migration() {
        return migration;
    }

    @Override
    public Consoles consoles() {
        return consoles;
    }

    /** The serial lines of its guests from now on. */
    public void consoles(Consoles lines) {
        consoles = lines;
    }

    @Override
    public Facts facts() {
        return this;
    }

    @Override
    public void start(String key, DomainSpec spec) throws NodeFault {
        called("domains.start", spec.id);
        running.put(spec.id, spec);
    }

    @Override
    public void shutdown(String key, String id) throws NodeFault {
        called("domains.shutdown", id);
        onShutdown.run();
    }

    @Override
    public void stop(String key, String id) throws NodeFault {
        called("domains.stop", id);
        running.remove(id);
    }

    @Override
    public void remove(String key, String id) throws NodeFault {
        called("domains.remove", id);
    }

    @Override
    public Display ticket(String key, String id, String graphics, String secret, int seconds) throws NodeFault {
        called("domains.ticket", id);
        password = secret;
        return display;
    }

    @Override
    public void changeCd(String key, String id, String storage, String disk) throws NodeFault {
        called("domains.changeCd", id + " " + disk);
    }

    @Override
    public String connect(String key, String storage, String path) throws NodeFault {
        called("disks.connect", storage);
        String used = path.isEmpty() ? "/state/storage/" + storage : path;
        storages.put(storage, used);
        return used;
    }

    @Override
    public void disconnect(String key, String storage) throws NodeFault {
        called("disks.disconnect", storage);
        storages.remove(storage);
    }

    @Override
    public void create(String key, DiskSpec spec) throws NodeFault {
        called("disks.create", spec.disk);
        images.putIfAbsent(spec.disk, new byte[0]);
    }

    @Override
    public CopyFacts copy(String key, String storage, String disk, DiskSpec to) throws NodeFault {
        called("disks.copy", to.disk);
        images.putIfAbsent(to.disk, images.getOrDefault(disk, new byte[0]));
        CopyFacts facts = new CopyFacts();
        facts.finished = true;
        return facts;
    }

    @Override
    public void delete(String key, String storage, String disk) throws NodeFault {
        called("disks.delete", disk);
        images.remove(disk);
    }

    @Override
    public DiskFacts verify(DiskSpec spec) throws NodeFault {
        called("disks.verify", spec.disk);
        return inspect(spec.storage, spec.disk);
    }

    @Override
    public DiskFacts inspect(String storage, String disk) throws NodeFault {
        DiskFacts there = new DiskFacts();
        there.virtualSize = image(disk).length;
        there.actualSize = image(disk).length;
        return there;
    }

    private byte[] image(String disk) throws NodeFault {
        byte[] image = images.get(disk);
        if (image == null) {
            throw new NodeFault(FaultCode.NOT_FOUND, "There is no image " + disk + ".");
        }
        return image;
    }

    @Override
    public void write(String storage, String disk, long offset, InputStream bytes, long length) throws NodeFault {
        called("images.write", disk);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            all.write(image(disk), 0, (int) Math.min(offset, image(disk).length));
            all.write(bytes.readNBytes((int) length));
        } catch (IOException e) {
            throw new NodeFault(FaultCode.FAILED, "The stream broke off.", e);
        }
        images.put(disk, all.toByteArray());
    }

    @Override
    public InputStream read(String storage, String disk, long offset, long length) throws NodeFault {
        called("images.read", disk);
        byte[] image = image(disk);
        int end = length < 0 ? image.length : (int) Math.min(image.length, offset + length);
        return new ByteArrayInputStream(image, (int) offset, end - (int) offset);
    }

    @Override
    public long size(String storage, String disk) throws NodeFault {
        return image(disk).length;
    }

    @Override
    public List<HookFacts> hooks() throws NodeFault {
        called("facts.hooks", hostId());
        return hooks;
    }

    /** Those that it has from now on. */
    public void hooks(List<HookFacts> there) {
        hooks = List.copyOf(there);
    }

    @Override
    public HostFacts host() throws NodeFault {
        called("facts.host", hostId());
        return facts;
    }

    @Override
    public AutoCloseable watch(Consumer<Report> reports, Consumer<String> ended) throws NodeFault {
        called("facts.watch", hostId());
        return () -> {};
    }

    @Override
    public void pause(String key, String id) throws NodeFault {
        called("domains.pause", id);
    }

    @Override
    public void resume(String key, String id) throws NodeFault {
        called("domains.resume", id);
    }

    @Override
    public void suspend(String key, String id) throws NodeFault {
        called("domains.suspend", id);
        running.remove(id);
    }

    @Override
    public void discard(String key, String id) throws NodeFault {
        called("domains.discard", id);
    }

    @Override
    public void reboot(String key, String id) throws NodeFault {
        called("domains.reboot", id);
    }

    @Override
    public void reset(String key, String id) throws NodeFault {
        called("domains.reset", id);
    }

    /** What {@link #work} tells, one after the other; then that nothing is at work. */
    public final java.util.Deque<Long> atWork = new java.util.concurrent.ConcurrentLinkedDeque<>();

    @Override
    public DomainWork work(String id) {
        DomainWork work = new DomainWork();
        Long done = atWork.poll();
        work.busy = done != null;
        work.done = done == null ? 0 : done;
        work.total = 100;
        return work;
    }

    @Override
    public void breakOff(String id) throws NodeFault {
        called("domains.breakOff", id);
        atWork.clear();
    }

    @Override
    public void plugDrive(String key, String id, DomainSpec.Drive drive) throws NodeFault {
        called("domains.plugDrive", id + " " + drive.disk + " " + drive.bus);
    }

    @Override
    public void unplugDrive(String key, String id, String storage, String disk) throws NodeFault {
        called("domains.unplugDrive", id + " " + disk);
    }

    @Override
    public void plugCard(String key, String id, DomainSpec.Card card) throws NodeFault {
        called("domains.plugCard", id + " " + card.mac + " " + card.network);
    }

    @Override
    public void changeCard(String key, String id, DomainSpec.Card card) throws NodeFault {
        called("domains.changeCard", id + " " + card.mac + " " + card.network + (card.linked ? " up" : " down"));
    }

    @Override
    public void unplugCard(String key, String id, String mac) throws NodeFault {
        called("domains.unplugCard", id + " " + mac);
    }

    @Override
    public void setCpus(String key, String id, int cpus) throws NodeFault {
        called("domains.setCpus", id + " " + cpus);
    }

    @Override
    public void setMemory(String key, String id, long memory) throws NodeFault {
        called("domains.setMemory", id + " " + memory);
    }
}
