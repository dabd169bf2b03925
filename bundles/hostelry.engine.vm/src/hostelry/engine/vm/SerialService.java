package hostelry.engine.vm;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.SerialConsoles;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.Nodes;
import hostelry.engine.work.Reach;
import hostelry.engine.work.Work;
import hostelry.model.Vm;
import hostelry.node.api.Consoles;
import hostelry.node.api.NodeFault;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Serial lines: the ticket is an act, the bytes after it are not. Nothing of them is kept. */
@Component
public final class SerialService implements SerialConsoles {
    private final Work work;
    private final Inventory inventory;
    private final Reach reach;
    private final SerialDesk desk;

    @Activate
    public SerialService(@Reference Work work, @Reference Inventory inventory, @Reference Nodes nodes) {
        this(work, inventory, new Reach(inventory, nodes), Clock.systemUTC());
    }

    SerialService(Work work, Inventory inventory, Reach reach, Clock clock) {
        this.work = work;
        this.inventory = inventory;
        this.reach = reach;
        this.desk = new SerialDesk(clock);
    }

    @Override
    public Act<Ticket> ticket(Caller caller, String vm, int seconds) {
        return work.submit(caller, verb(vm, caller.userName(), seconds));
    }

    TicketSerial verb(String vm, String user, int seconds) {
        return new TicketSerial(inventory, desk, vm, user, seconds);
    }

    @Override
    public Line open(String ticket, Consumer<byte[]> said, Consumer<String> ended) {
        SerialDesk.Grant grant = desk.use(ticket);
        Vm vm = inventory.find(Vm.class, grant.vm()).orElseThrow(() -> new Refusal(Problem.notFound("VM", grant.vm())));
        if (vm.getHost() == null) {
            throw new Refusal(Problem.conflict(vm.getId(), "VM " + vm.getName() + " does not run.", "Start it first."));
        }
        Open line = new Open(grant.vm(), ended);
        line.sit(grant.user());
        try {
            line.behind(reach.node(vm.getHost()).consoles().open(vm.getId(), said, line::over));
            return line;
        } catch (NodeFault e) {
            line.leave();
            throw Reach.refusal(e, vm.getId(), "The serial console of VM " + vm.getName() + " can't be opened");
        } catch (RuntimeException e) {
            line.leave();
            throw e;
        }
    }

    /** One open line, and its place at the desk. */
    private final class Open implements Line {
        private final String vm;
        private final Consumer<String> ended;
        private final AtomicReference<Consoles.@Nullable Line> node = new AtomicReference<>();
        private volatile SerialDesk.@Nullable Seat seat;
        private volatile boolean closed;

        Open(String vm, Consumer<String> ended) {
            this.vm = vm;
            this.ended = ended;
        }

        void sit(String user) {
            seat = desk.sit(vm, user, this::takenOver);
        }

        /** The line may have been closed before it was quite open. */
        void behind(Consoles.Line line) {
            node.set(line);
            if (closed) {
                close();
            }
        }

        void over(String reason) {
            leave();
            if (!closed) {
                closed = true;
                ended.accept(reason);
            }
        }

        private void takenOver() {
            boolean open = !closed;
            close();
            if (open) {
                ended.accept("You have opened it at another place.");
            }
        }

        void leave() {
            SerialDesk.Seat mine = seat;
            if (mine != null) {
                desk.leave(vm, mine);
            }
        }

        @Override
        public void type(byte[] bytes) {
            Consoles.Line line = node.get();
            if (line == null || closed) {
                throw new Refusal(Problem.conflict(vm, "The serial console is not open any more.", "Open it again."));
            }
            try {
                line.type(bytes);
            } catch (NodeFault e) {
                throw Reach.refusal(e, vm, "Nothing could be typed");
            }
        }

        @Override
        public void close() {
            closed = true;
            leave();
            Consoles.Line line = node.getAndSet(null);
            if (line != null) {
                line.close();
            }
        }
    }
}
