package hostelry.node.tests;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What every node must do, a part for each subject. A subclass brings a {@link NodeRig}; where a node can't be asked for something, the rig
 * says why.
 */
public abstract class NodeContract
        implements
            ReportContract,
            LifeContract,
            GuestContract,
            SerialContract,
            PlugContract,
            StorageContract,
            CopyContract,
            BytesContract,
            NodeDoorContract {
    private Bench bench;

    /** A fresh node, or a node that no other test uses at the same time. */
    protected abstract NodeRig newRig() throws Exception;

    @Override
    public Bench bench() {
        return bench;
    }

    @BeforeEach
    void open() throws Exception {
        bench = Bench.on(newRig());
    }

    @AfterEach
    void close() throws Exception {
        if (bench != null) {
            bench.close();
        }
    }
}
