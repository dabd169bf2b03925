package hostelry.node.api;

import hostelry.node.api.hook.HookFacts;
import java.util.List;
import java.util.function.Consumer;

/** What a node tells of itself. */
public interface Facts {
    /** The hardware and software of the host, asked anew. */
    HostFacts host() throws NodeFault;

    /** The hooks that the host has, in the order of their points and calls; looked at anew. */
    List<HookFacts> hooks() throws NodeFault;

    /**
     * Reports from now on: at once one that is {@linkplain Report#full() full}, then changed states as they happen, statistics in batches every few
     * seconds, and an empty report as a heartbeat at least every 2 s.
     *
     * @param reports called one at a time, on a thread of the node's; must return quickly
     * @param ended called once when the reports end for another reason than {@code close}, with the reason in words; the caller may watch again
     * @return closes the watch
     */
    AutoCloseable watch(Consumer<Report> reports, Consumer<String> ended) throws NodeFault;
}
