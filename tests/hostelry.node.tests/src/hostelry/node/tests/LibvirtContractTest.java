package hostelry.node.tests;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A real libvirt, called in the same process. */
@Tag("qemu")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LibvirtContractTest extends NodeContract {
    private LibvirtRig rig;

    @BeforeAll
    void openRig(@TempDir Path folder) throws Exception {
        assumeTrue(LibvirtRig.whyNot().isEmpty(), () -> LibvirtRig.whyNot().orElseThrow());
        rig = new LibvirtRig(folder);
    }

    @AfterAll
    void closeRig() throws Exception {
        if (rig != null) {
            rig.close();
        }
    }

    @Override
    protected NodeRig newRig() {
        return new Borrowed(rig);
    }
}
