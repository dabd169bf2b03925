package hostelry.crash;

import hostelry.engine.host.HostKinds;
import hostelry.engine.spi.Inventory;
import hostelry.engine.storage.HostStorage;
import hostelry.engine.storage.Images;
import hostelry.engine.storage.StorageKinds;
import hostelry.engine.storage.StorageService;
import hostelry.engine.storage.StorageVerbs;
import hostelry.engine.store.jpa.Database;
import hostelry.engine.store.jpa.DatabaseUnusable;
import hostelry.engine.store.jpa.JpaLedger;
import hostelry.engine.store.memory.FirstRows;
import hostelry.engine.store.memory.LiveInventory;
import hostelry.engine.store.memory.Nouns;
import hostelry.engine.vm.VmKinds;
import hostelry.engine.vm.VmsService;
import hostelry.engine.watch.WatchService;
import hostelry.engine.work.VerbKind;
import hostelry.engine.work.run.Worker;
import hostelry.model.User;
import hostelry.pki.Pki;
import hostelry.testkit.TestWork;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.osgi.framework.BundleContext;

/**
 * An engine without doors, over the hosts of another process, in the order in which the product's services come up. It takes up what its predecessor left, says
 * whether engine and hosts agree ({@code !settled} or {@code !broken REASON}), and then works until it is killed, saying each act that was acknowledged
 * ({@code !ack JOB VERB}).
 */
final class EngineUnderFire {
    private final LiveInventory inventory;
    private final Worker work;
    private final FarNodes nodes;
    private final VmsService vms;
    private final StorageService storage;

    /** Arguments: database, port of the hosts, point of death, seed, file with the acts acknowledged so far. */
    public static void main(String[] args) throws Exception {
        Thread.ofPlatform().daemon().start(EngineUnderFire::endWithTheTest);
        EngineUnderFire engine = new EngineUnderFire(args[0], Integer.parseInt(args[1]), new Points(args[2]));
        say("ready");
        Agreement agreement = new Agreement(engine.inventory, engine.work, engine.nodes, Path.of(args[4]));
        List<String> wrong = agreement.await(Duration.ofSeconds(60));
        agreement.lost().forEach(job -> say("lost " + job));
        wrong.forEach(reason -> say("broken " + reason));
        if (wrong.isEmpty()) {
            say("settled");
        }
        if (args[2].equals("none") || !wrong.isEmpty()) {
            Runtime.getRuntime().halt(0);
        }
        new Load(engine.inventory, engine.vms, engine.storage, engine.work, Long.parseLong(args[3])).run();
    }

    private EngineUnderFire(String url, int port, Points points) throws DatabaseUnusable {
        Nouns nouns = new Nouns();
        inventory = new LiveInventory(
                new FatalLedger(new JpaLedger(Database.open(url), nouns, EngineUnderFire.class.getClassLoader()), points), nouns);
        if (inventory.all(User.class).isEmpty()) {
            inventory.change(draft -> {
                FirstRows.add(draft);
                return null;
            });
        }
        work = Worker.of(inventory, TestWork.EVERYTHING, Clock.systemUTC(), Duration.ofSeconds(10), List.of());
        nodes = new FarNodes(port, points);
        WatchService watch = new WatchService(inventory, nodes, work);
        StorageVerbs storageVerbs = new StorageVerbs(inventory, nodes);
        Images images = new Images(inventory, nodes);
        new HostStorage(inventory, nodes, work, storageVerbs);
        new StorageKinds(registry(work), storageVerbs);
        new HostKinds(registry(work), inventory, nodes, keys());
        new VmKinds(registry(work), inventory, nodes, images, watch);
        vms = new VmsService(work, inventory, nodes, images, watch);
        storage = new StorageService(work, storageVerbs);
    }

    /** Nobody calls here: so nothing of them is kept. */
    private static Pki keys() {
        try {
            return new Pki(Files.createTempDirectory("keys"), Files::write, Clock.systemUTC(), List.of("localhost"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the slices put their kinds: the one thing of a framework that they need. */
    private static BundleContext registry(Worker work) {
        return (BundleContext) Proxy.newProxyInstance(BundleContext.class.getClassLoader(), new Class<?>[]{BundleContext.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("registerService") && arguments[1] instanceof VerbKind kind) {
                        work.add(kind);
                    }
                    return null;
                });
    }

    Inventory inventory() {
        return inventory;
    }

    /** One line to whoever counts; whole, or cut off by the end. */
    static void say(String line) {
        synchronized (System.out) {
            System.out.println("!" + line);
            System.out.flush();
        }
    }

    /** A test that is killed can't kill its child; but then nobody holds the other end of the child's input any more. */
    private static void endWithTheTest() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            say("its input broke: " + e);
        }
        Runtime.getRuntime().halt(1);
    }
}
