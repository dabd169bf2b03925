package hostelry.console.vm;

import hostelry.api.Refusal;
import hostelry.api.SerialConsoles;
import hostelry.client.EngineConnection;
import hostelry.console.kit.Desk;
import hostelry.model.Vm;
import hostelry.model.states.VmMove;
import hostelry.model.states.VmMoves;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a window connected to the serial line of a machine: a new ticket and a new line when the guest moved, was restarted, or the engine came back. Works on threads of
 * its own.
 */
final class SerialLink implements AutoCloseable {
    private static final int TICKET_SECONDS = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 1_000;
    /** Typed ahead and not taken yet; more is for nobody. */
    private static final int MOST_WAITING = 10_000;

    /** Who shows it; called on the link's threads. */
    interface Listener {
        void connected();

        void said(byte[] bytes);

        /** @param reason a sentence; it is tried again as soon as the machine runs */
        void waits(String reason);
    }

    private final Desk desk;
    private final String vm;
    private final Listener listener;
    private final BlockingQueue<byte[]> typed = new LinkedBlockingQueue<>(MOST_WAITING);
    private final AtomicReference<SerialConsoles.@Nullable Line> line = new AtomicReference<>();
    private final Thread keeper = Thread.ofVirtual().name("serial link").unstarted(this::keep);
    private final Thread typist = Thread.ofVirtual().name("serial keys").unstarted(this::type);
    private volatile boolean closed;

    SerialLink(Desk desk, String vm, Listener listener) {
        this.desk = desk;
        this.vm = vm;
        this.listener = listener;
    }

    void start() {
        keeper.start();
        typist.start();
    }

    /** Types as soon as the line takes it; what is typed while there is none goes nowhere. */
    void type(byte[] bytes) {
        if (line.get() != null) {
            typed.offer(bytes);
        }
    }

    private void keep() {
        String told = "";
        try {
            while (!closed) {
                String reason = whyNot();
                if (reason.isEmpty()) {
                    reason = stay();
                }
                if (!closed && !reason.equals(told)) {
                    listener.waits(reason);
                }
                told = reason;
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            // the window was closed
        }
    }

    /** What the window itself sees: nothing is asked for while the machine is down. */
    private String whyNot() {
        Vm now = desk.estate().find(Vm.class, vm).orElse(null);
        if (now == null) {
            return "The virtual machine is gone.";
        }
        return VmMoves.permits(now.getStatus(), VmMove.TICKET) ? "" : "It does not run. The console opens when it is started.";
    }

    /** Opens the line, and stays until it is over; answers why. */
    private String stay() throws InterruptedException {
        EngineConnection engine = desk.estate().connection().orElse(null);
        if (engine == null) {
            return "There is no engine.";
        }
        CountDownLatch over = new CountDownLatch(1);
        AtomicReference<String> reason = new AtomicReference<>("");
        try {
            SerialConsoles consoles = engine.service(SerialConsoles.class);
            String ticket = consoles.ticket(engine.caller(), vm, TICKET_SECONDS).await(PATIENCE).value();
            typed.clear();
            listener.connected();
            SerialConsoles.Line open = consoles.open(ticket, listener::said, why -> {
                reason.set(why);
                over.countDown();
            });
            line.set(open);
            try (open) {
                over.await();
            } finally {
                line.set(null);
            }
        } catch (Refusal e) {
            return e.problems().getFirst().text();
        }
        return reason.get();
    }

    private void type() {
        try {
            while (!closed) {
                byte[] bytes = gathered(typed.take());
                SerialConsoles.Line open = line.get();
                if (open != null) {
                    send(open, bytes);
                }
            }
        } catch (InterruptedException e) {
            // the window was closed
        }
    }

    /** What was typed or pasted meanwhile goes along, as much as a line takes. */
    private byte[] gathered(byte[] first) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(first);
        for (byte[] next = typed.poll(); next != null; next = typed.poll()) {
            all.writeBytes(next);
        }
        return all.toByteArray();
    }

    private void send(SerialConsoles.Line open, byte[] bytes) {
        try {
            for (int from = 0; from < bytes.length; from += SerialConsoles.Line.MOST) {
                open.type(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + SerialConsoles.Line.MOST)));
            }
        } catch (Refusal e) {
            listener.waits(e.problems().getFirst().text());
        }
    }

    @Override
    public void close() {
        closed = true;
        keeper.interrupt();
        typist.interrupt();
    }
}
