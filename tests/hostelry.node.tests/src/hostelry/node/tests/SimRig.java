package hostelry.node.tests;

import hostelry.node.api.Node;
import hostelry.node.api.check.CheckedNode;
import hostelry.node.sim.SimEstate;
import hostelry.node.sim.SimHost;
import hostelry.node.sim.SimSpeed;
import hostelry.node.sim.WallTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A simulated host in a hurry, as it is registered in the framework. */
final class SimRig implements NodeRig {
    private final WallTime time = new WallTime();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final SimEstate estate;
    private final Node node;

    SimRig(Path folder) {
        estate = new SimEstate(1, 3, 1, SimSpeed.quick(), time, executor, folder.resolve("sim"));
        node = new CheckedNode(estate.host(0));
    }

    SimHost host() {
        return estate.host(0);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public String storageFolder() {
        return "";
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void removeBehind(String guest) throws Exception {
        host().faults().removeBehind(guest);
    }

    @Override
    public Map<String, String> seed(String guest) {
        Map<String, String> files = new TreeMap<>();
        host().seed(guest).ifPresent(seed -> {
            files.put("meta-data", seed.metaData);
            files.put("user-data", seed.userData);
            if (seed.networkConfig != null) {
                files.put("network-config", seed.networkConfig);
            }
        });
        return files;
    }

    @Override
    public Optional<String> whyNoShutdown() {
        return Optional.empty();
    }

    @Override
    public void close() {
        estate.close();
        executor.shutdownNow();
        time.close();
    }
}
