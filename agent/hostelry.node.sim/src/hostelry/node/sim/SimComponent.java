package hostelry.node.sim;

import hostelry.home.Home;
import hostelry.home.Settings;
import hostelry.node.api.Node;
import hostelry.node.api.check.CheckedNode;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.LoggerFactory;

/** {@code hostelry.sim=HOSTS:VMS} as a setting: registers so many simulated nodes, and the estate itself for those who want to bring trouble. */
@Component(service = {}, immediate = true)
public final class SimComponent {
    /** The seed; the same seed gives the same estate. */
    public static final String SEED = "hostelry.sim.seed";

    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private final List<AutoCloseable> running = new ArrayList<>();

    @Activate
    public SimComponent(BundleContext context, @Reference Home home) {
        Optional<Settings.Sim> sim = home.settings().sim();
        if (sim.isPresent()) {
            String seed = context.getProperty(SEED);
            start(context, sim.get(), seed != null && seed.matches("[0-9]{1,18}") ? Long.parseLong(seed) : 1, home);
        }
    }

    private void start(BundleContext context, Settings.Sim sim, long seed, Home home) {
        WallTime time = new WallTime();
        ExecutorService executor = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("sim-", 0).factory());
        SimEstate estate = new SimEstate(sim.hosts(), sim.vms(), seed, SimSpeed.usual(), time, executor, home.folder("sim"));
        running.addAll(List.of(estate, executor::shutdownNow, time));
        registrations.add(context.registerService(SimEstate.class, estate, null));
        for (SimHost host : estate.hosts()) {
            Dictionary<String, Object> properties = new Hashtable<>();
            properties.put(Node.HOST_ID, host.hostId());
            registrations.add(context.registerService(Node.class, new CheckedNode(host), properties));
        }
        LoggerFactory.getLogger(SimComponent.class).info("Simulating {} hosts with {} guests, seed {}.", sim.hosts(), sim.vms(), seed);
    }

    @Deactivate
    public void stop() throws Exception {
        registrations.forEach(ServiceRegistration::unregister);
        for (AutoCloseable part : running) {
            part.close();
        }
    }
}
