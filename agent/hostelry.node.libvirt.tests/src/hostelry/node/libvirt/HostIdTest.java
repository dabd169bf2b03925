package hostelry.node.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HostIdTest {
    private static final String OWN = "0d3d6a5e-7f4c-4a1b-9c55-1f6a9c0b7e21";

    @Test
    void takesLibvirtsWhereItIsGood() {
        assertEquals("3cf165b9-59c7-4f86-9509-a420efa6daae",
                HostId.choose("<capabilities>\n\n  <host>\n    <uuid>3CF165B9-59c7-4f86-9509-a420efa6daae</uuid>", OWN));
        assertEquals(OWN, HostId.choose("<capabilities><host><uuid>03000200-0400-0500-0006-000700080009</uuid>", OWN));
        assertEquals(OWN, HostId.choose("<capabilities><host><cpu/></host>", OWN));
        assertEquals(OWN, HostId.choose("", OWN));
    }

    @Test
    void knowsBadOnes() {
        assertFalse(HostId.sane("00000000-0000-0000-0000-000000000000"));
        assertFalse(HostId.sane("ffffffff-ffff-ffff-ffff-ffffffffffff"));
        assertFalse(HostId.sane("not a uuid"));
        assertTrue(HostId.sane(HostId.random()));
    }
}
