package hostelry.node.tests;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The simulation, called in the same process. */
class SimContractTest extends NodeContract {
    @TempDir
    Path folder;

    @Override
    protected NodeRig newRig() {
        return new SimRig(folder);
    }
}
