package hostelry.node.api;

import java.util.function.Consumer;

/** The serial lines of guests, as bytes in both directions. One listens and types at a guest's line at a time: who opens it anew ends what was open here before. */
public interface Consoles {
    /** Of a node that has none. */
    Consoles NONE = (id, said, ended) -> {
        throw new NodeFault(FaultCode.CONFLICT, "This host has no serial consoles.");
    };

    /**
     * Opens the line of a guest that runs.
     *
     * @param said hears what the guest says from now on, in order, on a thread of the node's; may hold it up for a while. Zero bytes mean nothing
     * @param ended hears once why the line is over, unless it was closed here
     * @throws NodeFault NOT_FOUND, CONFLICT (it does not run, has no serial line, or somebody on the host has it), UNAVAILABLE
     */
    Line open(String id, Consumer<byte[]> said, Consumer<String> ended) throws NodeFault;

    /** An open line. Thread-safe. */
    interface Line extends AutoCloseable {
        int MOST = 64 * 1024;

        /**
         * Types; returns when the guest's line has taken it.
         *
         * @param bytes 1 to {@link #MOST}
         * @throws NodeFault CONFLICT where the line is over, FAILED where the guest takes nothing for 5 s
         */
        void type(byte[] bytes) throws NodeFault;

        /** Hangs up; more than once is fine. */
        @Override
        void close();
    }
}
