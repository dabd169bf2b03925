package hostelry.node.libvirt.guests;

import hostelry.node.api.Display;
import hostelry.node.api.DomainSpec;
import hostelry.node.api.DomainWork;
import hostelry.node.api.Domains;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import hostelry.node.libvirt.once.Once;
import java.util.function.Consumer;

/** A line for each verb. What comes in has passed the door. */
public final class LibvirtDomains implements Domains {
    private final Once once;
    private final Guests guests;
    private final StartGuest start;
    private final ShutdownGuest shutdown;
    private final StopGuest stop;
    private final RemoveGuest remove;
    private final PauseGuest pause;
    private final ResumeGuest resume;
    private final SuspendGuest suspend;
    private final RebootGuest reboot;
    private final OpenTicket ticket;
    private final ChangeCd changeCd;
    private final PlugGuest plug;
    private final ResizeGuest resize;
    private final Consumer<String> settle;

    /** @param settle returns when what was done to that guest is told */
    public LibvirtDomains(Once once, Guests guests, GuestHooks hooks, StartGuest start, OpenTicket ticket, ChangeCd changeCd,
            PlugGuest plug, Consumer<String> settle) {
        this.once = once;
        this.settle = settle;
        this.guests = guests;
        this.start = start;
        this.shutdown = new ShutdownGuest(guests);
        this.stop = new StopGuest(guests, hooks);
        this.remove = new RemoveGuest(guests);
        this.pause = new PauseGuest(guests, hooks);
        this.resume = new ResumeGuest(guests, hooks);
        this.suspend = new SuspendGuest(guests, hooks);
        this.reboot = new RebootGuest(guests);
        this.ticket = ticket;
        this.changeCd = changeCd;
        this.plug = plug;
        this.resize = new ResizeGuest(guests, hooks, plug);
    }

    @Override
    public void start(String key, DomainSpec spec) throws NodeFault {
        act(key, spec.id, () -> start.run(spec));
    }

    @Override
    public void shutdown(String key, String id) throws NodeFault {
        act(key, id, () -> shutdown.run(id));
    }

    @Override
    public void stop(String key, String id) throws NodeFault {
        act(key, id, () -> stop.run(id));
    }

    @Override
    public void remove(String key, String id) throws NodeFault {
        act(key, id, () -> remove.run(id));
    }

    @Override
    public Display ticket(String key, String id, String graphics, String password, int seconds) throws NodeFault {
        return once.alone(id, () -> {
            if (once.done(key)) {
                // a second password under the same key would open the door again that the first viewer shut
                return ticket.display(guests.running(id), graphics);
            }
            Display display = ticket.run(id, graphics, password, seconds);
            once.add(key);
            return display;
        });
    }

    @Override
    public void changeCd(String key, String id, String storage, String disk) throws NodeFault {
        act(key, id, () -> changeCd.run(id, storage, disk));
    }

    private void act(String key, String id, Once.Act act) throws NodeFault {
        once.act(key, id, () -> {
            try {
                act.run();
            } finally {
                settle.accept(id);
            }
        });
    }

    static NodeFault notThere(String id) {
        return new NodeFault(FaultCode.NOT_FOUND, "libvirt knows no guest " + id + ".");
    }

    @Override
    public void pause(String key, String id) throws NodeFault {
        act(key, id, () -> pause.run(id));
    }

    @Override
    public void resume(String key, String id) throws NodeFault {
        act(key, id, () -> resume.run(id));
    }

    @Override
    public void suspend(String key, String id) throws NodeFault {
        act(key, id, () -> suspend.run(id));
    }

    @Override
    public void discard(String key, String id) throws NodeFault {
        act(key, id, () -> suspend.discard(id));
    }

    @Override
    public void reboot(String key, String id) throws NodeFault {
        act(key, id, () -> reboot.ask(id));
    }

    @Override
    public void reset(String key, String id) throws NodeFault {
        act(key, id, () -> reboot.reset(id));
    }

    /** Beside what happens to the guest, and so without its turn. */
    @Override
    public DomainWork work(String id) throws NodeFault {
        DomainWork work = new DomainWork();
        work.busy = once.busy(id);
        if (work.busy && guests.active(id).orElse(false)) {
            long[] bytes = guests.ask("To look how far it is", virt -> virt.written(id));
            work.done = bytes[0];
            work.total = bytes[1];
        }
        return work;
    }

    @Override
    public void breakOff(String id) throws NodeFault {
        if (once.busy(id) && guests.active(id).orElse(false)) {
            guests.ask("To break off what is written", virt -> {
                virt.breakOff(id);
                return true;
            });
        }
    }

    @Override
    public void plugDrive(String key, String id, DomainSpec.Drive drive) throws NodeFault {
        act(key, id, () -> plug.drive(id, drive));
    }

    @Override
    public void unplugDrive(String key, String id, String storage, String disk) throws NodeFault {
        act(key, id, () -> plug.noDrive(id, storage, disk));
    }

    @Override
    public void plugCard(String key, String id, DomainSpec.Card card) throws NodeFault {
        act(key, id, () -> plug.card(id, card));
    }

    @Override
    public void changeCard(String key, String id, DomainSpec.Card card) throws NodeFault {
        act(key, id, () -> plug.changeCard(id, card));
    }

    @Override
    public void unplugCard(String key, String id, String mac) throws NodeFault {
        act(key, id, () -> plug.noCard(id, mac));
    }

    @Override
    public void setCpus(String key, String id, int cpus) throws NodeFault {
        act(key, id, () -> resize.cpus(id, cpus));
    }

    @Override
    public void setMemory(String key, String id, long memory) throws NodeFault {
        act(key, id, () -> resize.memory(id, memory));
    }
}
