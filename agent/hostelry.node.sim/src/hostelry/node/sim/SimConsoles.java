package hostelry.node.sim;

import hostelry.node.api.Consoles;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Serial lines with a small system behind each, at which one can log in. */
final class SimConsoles implements Consoles {
    private final HostState host;
    private final Executor executor;

    SimConsoles(HostState host, Executor executor) {
        this.host = host;
        this.executor = executor;
    }

    @Override
    public Line open(String id, Consumer<byte[]> said, Consumer<String> ended) throws NodeFault {
        host.enter();
        SimLine line = host.locked(() -> {
            Guest guest = host.guest(id);
            if (!guest.running()) {
                throw Trouble.conflict("The guest " + guest.spec.name + " does not run.");
            }
            if (!guest.spec.console) {
                throw Trouble.conflict("The guest " + guest.spec.name + " has no serial line.");
            }
            if (guest.line != null) {
                guest.line.close();
            }
            guest.line = new SimLine(guest.spec.name, said, reason -> executor.execute(() -> ended.accept(reason)));
            return guest.line;
        });
        line.greet();
        return new Line() {
            @Override
            public void type(byte[] bytes) throws NodeFault {
                host.enter();
                if (!line.type(bytes)) {
                    throw new NodeFault(FaultCode.CONFLICT, "The serial console is not open any more.");
                }
            }

            @Override
            public void close() {
                line.close();
            }
        };
    }
}
