package hostelry.node.tests;

import hostelry.node.api.DomainSpec;
import hostelry.node.api.Node;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A node, set up for one test, and what the suite must know of it. */
public interface NodeRig extends AutoCloseable {
    Node node();

    /** A folder for a storage domain of the test; empty lets the node choose. */
    String storageFolder();

    /** How long to wait for a report. */
    Duration patience();

    /** Destroys and undefines a guest on the host itself, behind the engine's back. */
    void removeBehind(String guest) throws Exception;

    /** Why a guest of the test can't shut itself down; empty where it can. */
    Optional<String> whyNoShutdown();

    /** What a guest finds on its disc for cloud-init, by name of the file; empty where it has no such disc. */
    Map<String, String> seed(String guest) throws Exception;

    /** Makes a guest ready to run here, where it needs more than a name and a disk. */
    default void prepare(DomainSpec spec) {}

    @Override
    void close() throws Exception;
}
