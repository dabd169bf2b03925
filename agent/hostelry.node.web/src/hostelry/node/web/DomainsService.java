package hostelry.node.web;

import hostelry.node.api.Display;
import hostelry.node.api.DomainSpec;
import hostelry.node.api.DomainWork;
import hostelry.node.api.Domains;
import hostelry.node.api.NodeFault;

/** {@link Domains} as CXF calls it: public, and without exceptions that a caller could not understand. */
public final class DomainsService implements Domains {
    private final Domains node;

    DomainsService(Domains node) {
        this.node = node;
    }

    @Override
    public void start(String key, DomainSpec spec) throws NodeFault {
        Slips.guardDo("start", key, spec.id, () -> node.start(key, spec));
    }

    @Override
    public void shutdown(String key, String id) throws NodeFault {
        Slips.guardDo("shutdown", key, id, () -> node.shutdown(key, id));
    }

    @Override
    public void stop(String key, String id) throws NodeFault {
        Slips.guardDo("stop", key, id, () -> node.stop(key, id));
    }

    @Override
    public void remove(String key, String id) throws NodeFault {
        Slips.guardDo("remove", key, id, () -> node.remove(key, id));
    }

    @Override
    public Display ticket(String key, String id, String graphics, String password, int seconds) throws NodeFault {
        return Slips.guard("ticket", key, id, () -> node.ticket(key, id, graphics, password, seconds));
    }

    @Override
    public void changeCd(String key, String id, String storage, String disk) throws NodeFault {
        Slips.guardDo("changeCd", key, id, () -> node.changeCd(key, id, storage, disk));
    }

    @Override
    public void pause(String key, String id) throws NodeFault {
        Slips.guardDo("pause", key, id, () -> node.pause(key, id));
    }

    @Override
    public void resume(String key, String id) throws NodeFault {
        Slips.guardDo("resume", key, id, () -> node.resume(key, id));
    }

    @Override
    public void suspend(String key, String id) throws NodeFault {
        Slips.guardDo("suspend", key, id, () -> node.suspend(key, id));
    }

    @Override
    public void discard(String key, String id) throws NodeFault {
        Slips.guardDo("discard", key, id, () -> node.discard(key, id));
    }

    @Override
    public void reboot(String key, String id) throws NodeFault {
        Slips.guardDo("reboot", key, id, () -> node.reboot(key, id));
    }

    @Override
    public void reset(String key, String id) throws NodeFault {
        Slips.guardDo("reset", key, id, () -> node.reset(key, id));
    }

    /** Asked each second while somebody waits: not worth a line in the log. */
    @Override
    public DomainWork work(String id) throws NodeFault {
        try {
            return node.work(id);
        } catch (RuntimeException e) {
            throw Slips.slip("work", e);
        }
    }

    @Override
    public void breakOff(String id) throws NodeFault {
        Slips.guardDo("breakOff", "-", id, () -> node.breakOff(id));
    }

    @Override
    public void plugDrive(String key, String id, DomainSpec.Drive drive) throws NodeFault {
        Slips.guardDo("plugDrive", key, id, () -> node.plugDrive(key, id, drive));
    }

    @Override
    public void unplugDrive(String key, String id, String storage, String disk) throws NodeFault {
        Slips.guardDo("unplugDrive", key, id, () -> node.unplugDrive(key, id, storage, disk));
    }

    @Override
    public void plugCard(String key, String id, DomainSpec.Card card) throws NodeFault {
        Slips.guardDo("plugCard", key, id, () -> node.plugCard(key, id, card));
    }

    @Override
    public void changeCard(String key, String id, DomainSpec.Card card) throws NodeFault {
        Slips.guardDo("changeCard", key, id, () -> node.changeCard(key, id, card));
    }

    @Override
    public void unplugCard(String key, String id, String mac) throws NodeFault {
        Slips.guardDo("unplugCard", key, id, () -> node.unplugCard(key, id, mac));
    }

    @Override
    public void setCpus(String key, String id, int cpus) throws NodeFault {
        Slips.guardDo("setCpus", key, id, () -> node.setCpus(key, id, cpus));
    }

    @Override
    public void setMemory(String key, String id, long memory) throws NodeFault {
        Slips.guardDo("setMemory", key, id, () -> node.setMemory(key, id, memory));
    }
}
