package hostelry.node.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** Several simulated hosts with their guests, and the time that passes for all of them: one beat a second for each host, no thread for any guest. */
public final class SimEstate implements AutoCloseable {
    private final List<SimHost> hosts = new ArrayList<>();
    private final List<AutoCloseable> beats = new ArrayList<>();
    private final Path folder;

    /**
     * @param guests spread over the hosts, most of them running
     * @param executor runs the watchers
     * @param folder for the bytes of images; made, and deleted with all that is in it when the estate is closed
     */
    public SimEstate(int hosts, int guests, long seed, SimSpeed speed, SimTime time, Executor executor, Path folder) {
        this.folder = folder;
        try {
            delete();
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The simulation can't use the folder " + folder + ": " + e.getMessage(), e);
        }
        Population population = new Population(seed, time.now(), guests / hosts);
        for (int number = 1; number <= hosts; number++) {
            this.hosts.add(
                    new SimHost(population.host(number), speed, time, new SplittableRandom(seed + number), executor, folderOf(number),
                            this::named));
        }
        population.settle(this.hosts, guests);
        long period = HostState.beatPeriod().toMillis();
        for (int i = 0; i < hosts; i++) {
            // not all in the same moment
            Duration first = Duration.ofMillis(period + period * i / hosts);
            beats.add(time.every(first, HostState.beatPeriod(), this.hosts.get(i).state()::beat));
        }
    }

    private Path folderOf(int number) {
        try {
            return Files.createDirectories(folder.resolve("lodge" + number));
        } catch (IOException e) {
            throw new UncheckedIOException("The simulation can't use the folder " + folder + ": " + e.getMessage(), e);
        }
    }

    public List<SimHost> hosts() {
        return List.copyOf(hosts);
    }

    private Optional<SimHost> named(String id) {
        return hosts.stream().filter(host -> host.hostId().equals(id)).findFirst();
    }

    /** @param index from 0 */
    public SimHost host(int index) {
        return hosts.get(index);
    }

    @Override
    public void close() {
        for (AutoCloseable beat : beats) {
            try {
                beat.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        for (SimHost host : hosts) {
            host.state().quietly(() -> host.state().endWatches("The simulation ends."));
        }
        try {
            delete();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of the simulation " + folder + " can't be deleted: " + e.getMessage(), e);
        }
    }

    private void delete() throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
