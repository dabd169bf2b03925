package hostelry.node.libvirt.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private static FaultCode code(int number, String message) {
        return Faults.of(new LibvirtFault(number, message), "To start the guest", true).code();
    }

    @Test
    void tellsKindsApart() {
        assertEquals(FaultCode.NOT_FOUND, code(LibvirtFault.NO_DOMAIN, "Domain not found"));
        assertEquals(FaultCode.NO_MEMORY, code(1, "cannot set up guest memory 'pc.ram': Cannot allocate memory"));
        assertEquals(FaultCode.NO_SPACE, code(38, "unable to write: No space left on device"));
        assertEquals(FaultCode.FAILED, code(1, "process exited"));
    }

    @Test
    void keepsLibvirtsWordsAndSaysWhenItIsGone() {
        assertEquals("To start the guest failed: process exited",
                Faults.of(new LibvirtFault(1, "process exited"), "To start the guest", true).getMessage());
        NodeFault gone = Faults.of(new LibvirtFault(38, "Cannot recv data"), "To start the guest", false);
        assertEquals(FaultCode.UNAVAILABLE, gone.code());
        assertTrue(gone.getMessage().contains("went away"));
    }
}
