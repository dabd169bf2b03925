package hostelry.node.libvirt.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.node.api.Landing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LandingXmlTest {
    private static final String XML = """
            <domain type='kvm' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'><name>web1</name><uuid>u</uuid>
              <devices>
                <disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='/here/d1' index='2'/><backingStore type='file'><source file='/here/base'/></backingStore><target dev='vda' bus='virtio'/><alias name='ua-x'/></disk>
                <disk type='file' device='cdrom'><target dev='sda' bus='sata'/></disk>
                <disk type='network' device='disk'><source protocol='nbd' name='x'/><target dev='vdb' bus='virtio'/></disk>
                <interface type='bridge'><mac address='52:54:00:00:00:01'/><source bridge='br1'/><target dev='vnet3'/><model type='virtio'/></interface>
                <interface type='user'><mac address='52:54:00:00:00:02'/><model type='virtio'/></interface>
                <serial type='pty'><log file='/here/log' append='off'/><target port='0'/></serial>
                <graphics type='spice' port='5900' listen='10.0.0.1' passwd='secret'><listen type='address' address='10.0.0.1'/></graphics>
                <hostdev mode='subsystem' type='usb'><source><vendor id='0x1'/></source></hostdev>
              </devices>
              <qemu:commandline><qemu:arg value='-foo'/></qemu:commandline>
            </domain>
            """;

    private static Landing landing() {
        Landing landing = new Landing();
        landing.listen = "10.0.0.2";
        landing.serialLog = "/there/log";
        Landing.Plug one = new Landing.Plug();
        one.mac = "52:54:00:00:00:01";
        one.kind = "network";
        one.source = "default";
        landing.plugs.add(one);
        Landing.Plug two = new Landing.Plug();
        two.mac = "52:54:00:00:00:02";
        two.kind = "bridge";
        two.source = "br9";
        landing.plugs.add(two);
        return landing;
    }

    @Test
    void putsTheOtherHostsPlacesIn() throws Exception {
        String there = LandingXml.of(XML, landing(), Map.of("/here/d1", "/there/d1"));
        assertTrue(there.contains("<source file=\"/there/d1\" index=\"2\"/>"), there);
        assertFalse(there.contains("/here/"), there);
        assertTrue(there.contains("file=\"/there/log\""), there);
        assertTrue(there.contains("listen=\"10.0.0.2\""), there);
        assertTrue(there.contains("<listen address=\"10.0.0.2\" type=\"address\"/>"), there);
        assertTrue(there.contains("<interface type=\"network\"><mac address=\"52:54:00:00:00:01\"/>")
                || there.contains("<interface type=\"network\"><source network=\"default\"/>"), there);
        assertTrue(there.contains("<source bridge=\"br9\"/>"), there);
        assertFalse(there.contains("br1"), there);
    }

    @Test
    void aConsoleSpeaksTlsWhereTheOtherHostHasIt() throws Exception {
        Landing landing = landing();
        landing.secure = true;
        String there = LandingXml.of(XML, landing, Map.of());
        assertTrue(there.contains("defaultMode=\"secure\""), there);
        landing.secure = false;
        assertFalse(LandingXml.of(there, landing, Map.of()).contains("defaultMode"), "a host without certificates would refuse it");
    }

    @Test
    void aViewerFindsItsPasswordThere() throws Exception {
        String there = LandingXml.ticket(XML, "of the viewer", Instant.parse("2026-01-02T03:04:05Z"));
        assertEquals("of the viewer", LandingXml.password(there));
        assertTrue(there.contains("passwdValidTo=\"2026-01-02T03:04:05\""), there);
        assertEquals("secret", LandingXml.password(XML));
        assertEquals("", LandingXml.password("<domain><devices><graphics type='vnc' passwd='x'/></devices></domain>"));
    }

    @Test
    void losesNothingElse() throws Exception {
        String there = LandingXml.of(XML, landing(), Map.of());
        for (String part : List.of("passwd=\"secret\"", "<vendor id=\"0x1\"/>", "<qemu:arg value=\"-foo\"/>", "/here/d1", "/here/base",
                "protocol=\"nbd\"", "ua-x",
                "dev=\"vnet3\"")) {
            assertTrue(there.contains(part), part + " in " + there);
        }
    }

    @Test
    void findsFilesAndTheirDevices() throws Exception {
        assertEquals(List.of("/here/d1"), LandingXml.files(XML));
        assertEquals("vda", LandingXml.target(XML, "/here/d1"));
        assertEquals("", LandingXml.target(XML, "/here/none"));
    }
}
