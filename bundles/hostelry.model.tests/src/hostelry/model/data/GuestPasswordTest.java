package hostelry.model.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GuestPasswordTest {
    /** The first example of crypt's specification. */
    @Test
    void hashesAsLinuxDoes() {
        assertEquals("$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1",
                GuestPassword.hash("Hello world!".toCharArray(), "saltstring"));
    }

    @Test
    void eachHashHasASaltOfItsOwn() {
        String first = GuestPassword.hash("Zürich".toCharArray());
        assertTrue(GuestPassword.isHash(first), first);
        assertNotEquals(first, GuestPassword.hash("Zürich".toCharArray()));
        assertFalse(GuestPassword.isHash("secret") || GuestPassword.isHash("$6$salt$short") || GuestPassword.isHash(first + "\n"));
    }

    @Test
    void aCardIsATextAndBack() {
        String text = "name=eth0;on_boot=false;boot_protocol=static;address=192.0.2.10;netmask=255.255.255.128;gateway=192.0.2.1";
        NicSetup nic = NicSetup.parse(text);
        assertEquals(text, nic.text());
        assertEquals(25, NicSetup.prefix(nic.netmask()));
        assertEquals(0, NicSetup.prefix("0.0.0.0"));
        assertEquals(32, NicSetup.prefix("255.255.255.255"));
        assertEquals(-1, NicSetup.prefix("255.0.255.0"));
        assertTrue(nic.against().isEmpty());
        assertTrue(NicSetup.parse("name=eth 0").against().isPresent());
    }
}
