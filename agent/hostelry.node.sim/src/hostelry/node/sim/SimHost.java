package hostelry.node.sim;

import hostelry.node.api.Consoles;
import hostelry.node.api.Disks;
import hostelry.node.api.DomainSpec;
import hostelry.node.api.Domains;
import hostelry.node.api.Facts;
import hostelry.node.api.HostFacts;
import hostelry.node.api.Images;
import hostelry.node.api.Links;
import hostelry.node.api.Migration;
import hostelry.node.api.Node;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** One simulated host. */
public final class SimHost implements Node {
    private final HostState state;
    private final GuestLife life;
    private final Domains domains;
    private final Disks disks;
    private final Images images;
    private final SimMigration migration;
    private final SimLinks links;
    private final Consoles consoles;
    private final Facts facts;
    private final SimFaults faults;
    private final SimViewers viewers;

    SimHost(HostFacts hostFacts, SimSpeed speed, SimTime time, RandomGenerator random, Executor executor, Path folder,
            Function<String, Optional<SimHost>> neighbours) {
        this.state = new HostState(hostFacts, time, random, executor, folder);
        this.life = new GuestLife(state, speed);
        ImageFile files = new ImageFile(state);
        this.domains = new SimDomains(state, life);
        this.disks = new SimDisks(state, files);
        this.images = new SimImages(state, files);
        this.migration = new SimMigration(state, life, neighbours);
        this.links = new SimLinks(state);
        this.consoles = new SimConsoles(state, executor);
        this.facts = new SimFacts(state);
        this.faults = new SimFaults(state, life);
        this.viewers = new SimViewers(state, life);
    }

    HostState state() {
        return state;
    }

    GuestLife life() {
        return life;
    }

    /** As its neighbours see it. */
    SimMigration arrivals() {
        return migration;
    }

    /** What can go wrong here. */
    public SimFaults faults() {
        return faults;
    }

    /** Who looks at its guests. */
    public SimViewers viewers() {
        return viewers;
    }

    /** What a guest finds on its disc for cloud-init now; empty where it has none. */
    public Optional<DomainSpec.Seed> seed(String guest) {
        state.lock.lock();
        try {
            return Optional.ofNullable(state.guests.get(guest)).map(found -> found.spec.seed);
        } finally {
            state.lock.unlock();
        }
    }

    @Override
    public String hostId() {
        return state.facts.hostId();
    }

    @Override
    public Domains domains() {
        return domains;
    }

    @Override
    public Disks disks() {
        return disks;
    }

    @Override
    public Images images() {
        return images;
    }

    @Override
    public Migration migration() {
        return migration;
    }

    @Override
    public Links links() {
        return links;
    }

    @Override
    public Consoles consoles() {
        return consoles;
    }

    @Override
    public Facts facts() {
        return facts;
    }
}
