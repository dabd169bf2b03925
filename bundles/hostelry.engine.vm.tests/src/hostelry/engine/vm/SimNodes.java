package hostelry.engine.vm;

import hostelry.engine.spi.Nodes;
import hostelry.node.api.Disks;
import hostelry.node.api.Display;
import hostelry.node.api.DomainSpec;
import hostelry.node.api.DomainWork;
import hostelry.node.api.Domains;
import hostelry.node.api.Facts;
import hostelry.node.api.FaultCode;
import hostelry.node.api.HostFacts;
import hostelry.node.api.Images;
import hostelry.node.api.Migration;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import hostelry.node.sim.SimEstate;
import hostelry.node.sim.SimHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The hosts of a simulated estate, as one engine has them; {@code trap} hears of each start just before and just after the host does it. */
record SimNodes(SimEstate estate, Trap trap) implements Nodes {
    enum Moment {
        BEFORE, AFTER
    }

    interface Trap {
        void start(Moment moment);
    }

    @Override
    public Optional<Node> node(String hostId) {
        return estate.hosts().stream().filter(host -> host.hostId().equals(hostId)).findFirst().map(host -> new Trapped(host, trap));
    }

    @Override
    public HostFacts connect(String address, int port) throws NodeFault {
        throw new NodeFault(FaultCode.UNAVAILABLE, "All hosts are simulated.");
    }

    @Override
    public void keep(String hostId, String address, int port) {
        throw new IllegalStateException("all hosts are simulated");
    }

    @Override
    public void forget(String hostId) {
        throw new IllegalStateException("all hosts are simulated");
    }

    @Override
    public AutoCloseable listen(Listener listener) {
        List<AutoCloseable> watches = new ArrayList<>();
        try {
            for (SimHost host : estate.hosts()) {
                listener.appeared(host.facts().host());
                watches.add(host.facts().watch(report -> listener.reported(host.hostId(), report),
                        reason -> listener.lost(host.hostId(), reason)));
            }
        } catch (NodeFault e) {
            throw new IllegalStateException(e);
        }
        return () -> {
            for (AutoCloseable watch : watches) {
                watch.close();
            }
        };
    }

    private record Trapped(SimHost host, Trap trap) implements Node, Domains {
        @Override
        public String hostId() {
            return host.hostId();
        }

        @Override
        public Domains domains() {
            return this;
        }

        @Override
        public Disks disks() {
            return host.disks();
        }

        @Override
        public Images images() {
            return host.images();
        }

        @Override
        public Migration migration() {
            return host.migration();
        }

        @Override
        public Facts facts() {
            return host.facts();
        }

        @Override
        public void start(String key, DomainSpec spec) throws NodeFault {
            trap.start(Moment.BEFORE);
            host.domains().start(key, spec);
            trap.start(Moment.AFTER);
        }

        @Override
        public void shutdown(String key, String id) throws NodeFault {
            host.domains().shutdown(key, id);
        }

        @Override
        public void stop(String key, String id) throws NodeFault {
            host.domains().stop(key, id);
        }

        @Override
        public void remove(String key, String id) throws NodeFault {
            host.domains().remove(key, id);
        }

        @Override
        public Display ticket(String key, String id, String graphics, String password, int seconds) throws NodeFault {
            return host.domains().ticket(key, id, graphics, password, seconds);
        }

        @Override
        public void plugDrive(String key, String id, DomainSpec.Drive drive) throws NodeFault {
            host.domains().plugDrive(key, id, drive);
        }

        @Override
        public void unplugDrive(String key, String id, String storage, String disk) throws NodeFault {
            host.domains().unplugDrive(key, id, storage, disk);
        }

        @Override
        public void plugCard(String key, String id, DomainSpec.Card card) throws NodeFault {
            host.domains().plugCard(key, id, card);
        }

        @Override
        public void changeCard(String key, String id, DomainSpec.Card card) throws NodeFault {
            host.domains().changeCard(key, id, card);
        }

        @Override
        public void unplugCard(String key, String id, String mac) throws NodeFault {
            host.domains().unplugCard(key, id, mac);
        }

        @Override
        public void setCpus(String key, String id, int cpus) throws NodeFault {
            host.domains().setCpus(key, id, cpus);
        }

        @Override
        public void setMemory(String key, String id, long memory) throws NodeFault {
            host.domains().setMemory(key, id, memory);
        }

        @Override
        public void pause(String key, String id) throws NodeFault {
            host.domains().pause(key, id);
        }

        @Override
        public void resume(String key, String id) throws NodeFault {
            host.domains().resume(key, id);
        }

        @Override
        public DomainWork work(String id) throws NodeFault {
            return host.domains().work(id);
        }

        @Override
        public void breakOff(String id) throws NodeFault {
            host.domains().breakOff(id);
        }

        @Override
        public void suspend(String key, String id) throws NodeFault {
            host.domains().suspend(key, id);
        }

        @Override
        public void discard(String key, String id) throws NodeFault {
            host.domains().discard(key, id);
        }

        @Override
        public void reboot(String key, String id) throws NodeFault {
            host.domains().reboot(key, id);
        }

        @Override
        public void reset(String key, String id) throws NodeFault {
            host.domains().reset(key, id);
        }

        @Override
        public void changeCd(String key, String id, String storage, String disk) throws NodeFault {
            host.domains().changeCd(key, id, storage, disk);
        }
    }
}
