package hostelry.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.model.HostelryFactory;
import hostelry.model.Network;
import hostelry.model.BootDevice;
import hostelry.model.Nic;
import hostelry.model.StorageDomain;
import hostelry.model.Vm;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private final Wire wire = new Wire();

    private Incoming<Vm> xml(String text) {
        return wire.read(Samples.read(Format.XML, text), Vm.class, Wire.Trust.REQUEST);
    }

    private Incoming<Vm> json(String text) {
        return wire.read(Samples.read(Format.JSON, text), Vm.class, Wire.Trust.REQUEST);
    }

    @Test
    void onlyWhatWasSpokenOfIsPresent() {
        String xml = "<vm><name>web</name><memory>1073741824</memory><cpu><topology><cores>2</cores></topology></cpu><nonsense a='b'><x/></nonsense></vm>";
        String json = "{\"name\":\"web\",\"memory\":1073741824,\"cpu\":{\"topology\":{\"cores\":\"2\"}},\"nonsense\":[{\"x\":null}],\"description\":null}";
        for (Incoming<Vm> got : List.of(xml(xml), json(json))) {
            assertEquals(Set.of("name", "memory", "cpuCores"), got.features());
            assertEquals("web", got.object().getName());
            assertEquals(1L << 30, got.object().getMemory());
            assertEquals(2, got.object().getCpuCores());
        }
    }

    @Test
    void aReferenceIsTakenByIdOrByNameOrCleared() {
        assertEquals("c1", xml("<vm><cluster id='c1'/></vm>").object().getCluster());
        assertEquals("c1", xml("<vm><cluster><id>c1</id></cluster></vm>").object().getCluster());
        assertEquals("c1", xml("<vm><cluster href='/ovirt-engine/api/clusters/c1'/></vm>").object().getCluster());
        assertEquals("c1", json("{\"cluster\":{\"id\":\"c1\"}}").object().getCluster());
        assertEquals(Map.of("cluster", "Default"), xml("<vm><cluster><name>Default</name></cluster></vm>").named());
        Incoming<Nic> cleared = wire.read(Samples.read(Format.XML, "<nic><vnic_profile/></nic>"), Nic.class, Wire.Trust.REQUEST);
        assertEquals(Set.of("vnicProfile"), cleared.features());
        assertNull(cleared.object().getVnicProfile());
    }

    @Test
    void theIdOfWhatIsInsideIsAnAttributeOrAMember() throws IOException {
        for (String sent : List.of("<network><vlan id='7'/></network>", "<network><vlan><id>7</id></vlan></network>")) {
            assertEquals(7, wire.read(Samples.read(Format.XML, sent), Network.class, Wire.Trust.REQUEST).object().getVlan(), sent);
        }
        Network network = HostelryFactory.eINSTANCE.createNetwork();
        network.setVlan(7);
        assertTrue(Samples.write(Format.XML, network, Decor.BARE, false).contains("<vlan id=\"7\"/>"));
    }

    @Test
    void aHiddenReferenceIsHeard() {
        Incoming<StorageDomain> got = wire.read(
                Samples.read(Format.XML, "<storage_domain><host id='h'/><storage><path>/srv</path></storage></storage_domain>"),
                StorageDomain.class, Wire.Trust.REQUEST);
        assertEquals("h", got.object().getHost());
        assertEquals("/srv", got.object().getPath());
    }

    @Test
    void listsAreReplacedAndCanBeEmptied() {
        assertEquals(List.of(BootDevice.CDROM, BootDevice.HD),
                json("{\"os\":{\"boot\":{\"devices\":{\"device\":[\"cdrom\",\"HD\"]}}}}").object().getBootDevices());
        Incoming<Vm> emptied = xml("<vm><os><boot><devices/></boot></os></vm>");
        assertTrue(emptied.features().contains("bootDevices"));
        assertTrue(emptied.object().getBootDevices().isEmpty());
        assertFalse(xml("<vm><os><type>linux</type></os></vm>").features().contains("bootDevices"));
    }

    @Test
    void aWrongValueIsNamedWithItsPlace() {
        WireProblem problem = assertThrows(WireProblem.class, () -> xml("<vm>\n  <memory>lots</memory>\n</vm>"));
        assertEquals("memory", problem.field());
        assertTrue(problem.getMessage().startsWith("The field 'memory' wants a whole number, not 'lots'. (line 2, column "),
                problem.getMessage());
        assertTrue(assertThrows(WireProblem.class, () -> json("{\"type\":\"toaster\"}")).getMessage()
                .contains("one of server, desktop, high_performance, not 'toaster'"));
        assertTrue(assertThrows(WireProblem.class, () -> xml("<vm><delete_protected>maybe</delete_protected></vm>")).getMessage()
                .contains("true or false"));
        assertTrue(
                assertThrows(WireProblem.class, () -> xml("<vm><name>a</name><name>b</name></vm>")).getMessage().contains("stands twice"));
        assertTrue(assertThrows(WireProblem.class, () -> xml("<vm><cluster>Default</cluster></vm>")).getMessage()
                .contains("an id or a name within"));
        assertTrue(assertThrows(WireProblem.class, () -> xml("<disk/>")).getMessage().contains("'vm' was expected, not 'disk'"));
    }

    @Test
    void malformedDocumentsAreRefusedWithTheirPlace() {
        for (String text : List.of("", "x", "<vm>", "<vm></disk>", "<vm a='1' a='2'/>", "<vm>&nbsp;</vm>", "<vm/><vm/>",
                "<vm>\u0001</vm>")) {
            assertTrue(assertThrows(WireProblem.class, () -> Samples.read(Format.XML, text), text).getMessage()
                    .startsWith("The XML can't be read"), text);
        }
        assertTrue(assertThrows(WireProblem.class, () -> Samples.read(Format.XML, "<vm>\n<name>\n</vm>")).getMessage()
                .contains("(line 3, column"));
        for (String text : List.of("", "[]", "1", "{", "{\"a\":}", "{\"a\":1,\"a\":2}", "{} {}", "{'a':1}", "{\"a\":[1}")) {
            String message = assertThrows(WireProblem.class, () -> Samples.read(Format.JSON, text), text).getMessage();
            assertTrue(message.startsWith("The JSON "), message);
            assertFalse(message.contains("StreamReadFeature") || message.contains("Source"), message);
        }
        assertTrue(assertThrows(WireProblem.class, () -> Samples.read(Format.JSON, "{\n\"a\": nul}")).getMessage()
                .contains("(line 2, column"));
    }

    @Test
    void evilDocumentsAreRefusedEarly() {
        String xxe = "<?xml version='1.0'?><!DOCTYPE vm [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><vm><name>&x;</name></vm>";
        assertTrue(assertThrows(WireProblem.class, () -> Samples.read(Format.XML, xxe)).getMessage().contains("DOCTYPE"));
        String laughs = "<!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><vm>&b;</vm>";
        assertTrue(assertThrows(WireProblem.class, () -> Samples.read(Format.XML, laughs)).getMessage().contains("DOCTYPE"));
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertThrows(WireProblem.class, () -> Samples.read(Format.XML, "<a>".repeat(100_000)));
            assertThrows(WireProblem.class, () -> Samples.read(Format.JSON, "{\"a\":".repeat(100_000)));
            assertThrows(WireProblem.class, () -> Samples.read(Format.JSON, "{\"a\":" + "[".repeat(100_000)));
            assertThrows(WireProblem.class, () -> Samples.read(Format.XML, "<a>" + "<b/>".repeat(100_000) + "</a>"));
            assertThrows(WireProblem.class, () -> Samples.read(Format.XML, "<a>" + "x".repeat(2_000_000) + "</a>"));
            assertThrows(WireProblem.class, () -> Samples.read(Format.JSON, "{\"a\":\"" + "x".repeat(2_000_000) + "\"}"));
            assertThrows(WireProblem.class, () -> json("{\"memory\":" + "9".repeat(5_000) + "}"));
        });
    }
}
