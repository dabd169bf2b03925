package hostelry.node.libvirt.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.xml.XmlProblem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuestXmlTest {
    @Test
    void readsWhatWeWrote() throws XmlProblem {
        GuestXml guest = GuestXml.read(DomainWriter.write(Specs.usualPlan()));
        assertEquals(Specs.ID, guest.id());
        assertEquals("web1", guest.name());
        assertTrue(guest.ours());
        assertFalse(guest.agent());
        assertFalse(guest.userNetwork());
        assertEquals(List.of("spice"), guest.graphicsTypes());
        assertEquals(List.of("/srv/a/aaaaaaaa-0000-4000-8000-000000000001", "/srv/a/cccccccc-0000-4000-8000-000000000001"), guest.files());
        assertEquals("sda", guest.cdTarget());
        assertTrue(GuestXml.read(DomainWriter.write(Specs.richPlan())).userNetwork());
        assertEquals(512L << 20, guest.memory());
        assertTrue(guest.cpus() > 0);
    }

    @Test
    void readsARunningGuest() throws XmlProblem {
        GuestXml guest = GuestXml.read("""
                <domain type='qemu' id='3'><name>x</name><uuid>6a2f8f0c-41c6-4d51-a5b0-0f7f7b8f2f10</uuid><devices>
                <channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0' state='connected'/></channel>
                <graphics type='spice' port='5900' tlsPort='5901' autoport='yes' listen='127.0.0.1' passwdValidTo='2001-01-01T00:00:00'>
                  <listen type='address' address='127.0.0.1'/></graphics>
                <graphics type='vnc' port='5902' autoport='yes' listen='::1'/>
                <graphics type='egl-headless'/>
                <disk type='network' device='disk'><source protocol='rbd' name='a/b'/></disk>
                <disk type='file' device='cdrom'><target dev='hdc' bus='ide'/></disk></devices></domain>""");
        assertTrue(guest.agent());
        assertFalse(guest.ours());
        GuestXml.Graphics spice = guest.graphics("spice").orElseThrow();
        assertEquals(5900, spice.port());
        assertEquals(5901, spice.tlsPort());
        assertFalse(spice.xml().contains("passwd"), spice.xml());
        GuestXml.Graphics vnc = guest.graphics("vnc").orElseThrow();
        assertEquals("::1", vnc.address());
        assertEquals(-1, vnc.tlsPort());
        assertEquals(List.of("spice", "vnc"), guest.graphicsTypes());
        assertEquals("hdc", guest.cdTarget());
        assertEquals(List.of(), guest.files());
    }

    @Test
    void readsWhatItWasGiven() throws XmlProblem {
        GuestXml guest = GuestXml.read("<domain><memory unit='KiB'>2097152</memory><vcpu placement='static' current='2'>8</vcpu></domain>");
        assertEquals(2L << 30, guest.memory());
        assertEquals(2, guest.cpus());
        assertEquals(8, GuestXml.read("<domain><vcpu>8</vcpu></domain>").cpus());
    }

    @Test
    void bearsStrangeOnes() throws XmlProblem {
        GuestXml guest = GuestXml
                .read("<domain><unknown xmlns='urn:x'><devices/></unknown><devices><graphics/><disk/><channel/></devices></domain>");
        assertEquals("", guest.id());
        assertEquals("", guest.cdTarget());
        assertEquals(List.of(), guest.graphicsTypes());
        assertEquals(0, guest.memory());
        assertEquals(0, guest.cpus());
        GuestXml sized = GuestXml.read("<domain><memory>much</memory><vcpu current='x'>4</vcpu></domain>");
        assertEquals(0, sized.memory());
        assertEquals(0, sized.cpus());
        assertEquals("", GuestXml.read("<nothing/>").name());
        assertThrows(XmlProblem.class, () -> GuestXml.read("no xml"));
        assertThrows(XmlProblem.class,
                () -> GuestXml.read("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><domain><name>&e;</name></domain>"));
    }

    @Test
    void writesATicket() throws XmlProblem {
        GuestXml.Graphics console = new GuestXml.Graphics("spice", "127.0.0.1", 5900, -1,
                "<graphics type='spice' port='5900' autoport='yes'/>");
        assertEquals(
                "<graphics autoport=\"yes\" connected=\"keep\" passwd=\"a&lt;b&quot;\" passwdValidTo=\"2026-11-21T12:00:05\" port=\"5900\" type=\"spice\"/>",
                DeviceXml.ticket(console, "a<b\"", Instant.parse("2026-11-21T12:00:05.9Z")));
    }

    @Test
    void writesADisc() throws XmlProblem {
        assertTrue(DeviceXml.cd("sda", "sata", Path.of("/srv/x & y")).contains("<source file=\"/srv/x &amp; y\"/>"));
        assertFalse(DeviceXml.cd("sda", "sata", null).contains("<source"));
    }
}
