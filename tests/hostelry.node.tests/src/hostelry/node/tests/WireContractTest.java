package hostelry.node.tests;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The simulation, called over the wire. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WireContractTest extends NodeContract {
    private WireRig rig;

    @BeforeAll
    void openRig(@TempDir Path folder) throws Exception {
        rig = new WireRig(new SimRig(folder), folder);
    }

    @AfterAll
    void closeRig() throws Exception {
        rig.close();
    }

    @Override
    protected NodeRig newRig() {
        return new Borrowed(rig);
    }
}
