package hostelry.engine.web;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.SerialConsoles;
import hostelry.model.Vm;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Lines that say what is typed; typing {@code 4} (end of transmission) ends one. */
final class FakeSerial implements SerialConsoles {
    private static final String TICKET = "one-time";
    final AtomicInteger closed = new AtomicInteger();
    private final FakeEngine engine;
    private boolean granted;

    FakeSerial(FakeEngine engine) {
        this.engine = engine;
    }

    @Override
    public Act<Ticket> ticket(Caller caller, String vm, int seconds) {
        engine.get(caller, Vm.class, vm);
        return engine.act(caller, "TicketSerial", () -> {
            granted = true;
            return new Ticket(TICKET, seconds);
        });
    }

    @Override
    public Line open(String ticket, Consumer<byte[]> said, Consumer<String> ended) {
        if (!granted || !ticket.equals(TICKET)) {
            throw new Refusal(new Problem(Problem.Kind.FORBIDDEN, "The ticket was used already, or is too old.", "Open the console again.",
                    null));
        }
        granted = false;
        said.accept("login: ".getBytes());
        return new Line() {
            @Override
            public void type(byte[] bytes) {
                if (bytes[0] == 4) {
                    ended.accept("The guest has ended.");
                } else {
                    said.accept(bytes);
                }
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    }
}
