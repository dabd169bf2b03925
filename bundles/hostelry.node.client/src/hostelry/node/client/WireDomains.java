package hostelry.node.client;

import hostelry.node.api.Display;
import hostelry.node.api.DomainSpec;
import hostelry.node.api.DomainWork;
import hostelry.node.api.Domains;
import hostelry.node.api.NodeFault;

/** The verbs of guests, over SOAP. */
final class WireDomains implements Domains {
    private final Verbs<Domains> verbs;

    WireDomains(Verbs<Domains> verbs) {
        this.verbs = verbs;
    }

    @Override
    public void start(String key, DomainSpec spec) throws NodeFault {
        verbs.tell(node -> node.start(key, spec));
    }

    @Override
    public void shutdown(String key, String id) throws NodeFault {
        verbs.tell(node -> node.shutdown(key, id));
    }

    @Override
    public void stop(String key, String id) throws NodeFault {
        verbs.tell(node -> node.stop(key, id));
    }

    @Override
    public void remove(String key, String id) throws NodeFault {
        verbs.tell(node -> node.remove(key, id));
    }

    @Override
    public Display ticket(String key, String id, String graphics, String password, int seconds) throws NodeFault {
        return verbs.ask(node -> node.ticket(key, id, graphics, password, seconds));
    }

    @Override
    public void changeCd(String key, String id, String storage, String disk) throws NodeFault {
        verbs.tell(node -> node.changeCd(key, id, storage, disk));
    }

    @Override
    public void pause(String key, String id) throws NodeFault {
        verbs.tell(node -> node.pause(key, id));
    }

    @Override
    public void resume(String key, String id) throws NodeFault {
        verbs.tell(node -> node.resume(key, id));
    }

    @Override
    public void suspend(String key, String id) throws NodeFault {
        verbs.tell(node -> node.suspend(key, id));
    }

    @Override
    public void discard(String key, String id) throws NodeFault {
        verbs.tell(node -> node.discard(key, id));
    }

    @Override
    public void reboot(String key, String id) throws NodeFault {
        verbs.tell(node -> node.reboot(key, id));
    }

    @Override
    public void reset(String key, String id) throws NodeFault {
        verbs.tell(node -> node.reset(key, id));
    }

    @Override
    public DomainWork work(String id) throws NodeFault {
        return verbs.ask(node -> node.work(id));
    }

    @Override
    public void breakOff(String id) throws NodeFault {
        verbs.tell(node -> node.breakOff(id));
    }

    @Override
    public void plugDrive(String key, String id, DomainSpec.Drive drive) throws NodeFault {
        verbs.tell(node -> node.plugDrive(key, id, drive));
    }

    @Override
    public void unplugDrive(String key, String id, String storage, String disk) throws NodeFault {
        verbs.tell(node -> node.unplugDrive(key, id, storage, disk));
    }

    @Override
    public void plugCard(String key, String id, DomainSpec.Card card) throws NodeFault {
        verbs.tell(node -> node.plugCard(key, id, card));
    }

    @Override
    public void changeCard(String key, String id, DomainSpec.Card card) throws NodeFault {
        verbs.tell(node -> node.changeCard(key, id, card));
    }

    @Override
    public void unplugCard(String key, String id, String mac) throws NodeFault {
        verbs.tell(node -> node.unplugCard(key, id, mac));
    }

    @Override
    public void setCpus(String key, String id, int cpus) throws NodeFault {
        verbs.tell(node -> node.setCpus(key, id, cpus));
    }

    @Override
    public void setMemory(String key, String id, long memory) throws NodeFault {
        verbs.tell(node -> node.setMemory(key, id, memory));
    }
}
