package hostelry.api;

import java.util.function.Consumer;

/**
 * The serial lines of machines. Who may look at a machine's screen asks for a ticket, and opens the line with it, once. One person types at a machine at a time.
 *
 * <pre>{@code
 * String ticket = consoles.ticket(caller, vm, 60).await(patience).value();
 * try (SerialConsoles.Line line = consoles.open(ticket, said -> terminal.write(said), reason -> terminal.over(reason))) {
 *     line.type("root\r".getBytes(StandardCharsets.UTF_8));
 * }
 * }</pre>
 */
public interface SerialConsoles {
    /** A one-time ticket, valid for {@code seconds} (5 to 600). Refused where the machine does not run, has no serial line, or somebody else types at it. */
    Act<Ticket> ticket(Caller caller, String vm, int seconds);

    /**
     * Uses a ticket up, and listens. What the same user had open at that machine is over then.
     *
     * @param said hears the guest, in order, on a thread of the engine's; zero bytes mean nothing
     * @param ended hears once why the line is over, unless it was closed here: the guest ended or moved, its host is gone
     * @throws Refusal FORBIDDEN for a ticket that is unknown, used or too old; CONFLICT, UNAVAILABLE
     */
    Line open(String ticket, Consumer<byte[]> said, Consumer<String> ended);

    /** {@code value} is the secret; it is told once, here, and never logged or shown again. */
    record Ticket(String value, int seconds) {}

    /** An open line. Thread-safe. */
    interface Line extends AutoCloseable {
        /** Bytes that can be typed at once. */
        int MOST = 64 * 1024;

        /** Types; returns when the guest's line has taken it. CONFLICT where the line is over. */
        void type(byte[] bytes);

        /** Hangs up, and makes other tickets of the same user for that machine worthless; more than once is fine. */
        @Override
        void close();
    }
}
