package hostelry.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.model.BootDevice;
import hostelry.model.Disk;
import hostelry.model.Entity;
import hostelry.model.HostelryFactory;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WritingTest {
    private static final Decor LINKED = new Decor() {
        @Override
        public String href(Entity object) {
            return "/vms/" + object.getId();
        }

        @Override
        public String href(String noun, String id) {
            return "/" + noun + "/" + id;
        }

        @Override
        public List<String> parts(Entity object) {
            return List.of("nics");
        }

        @Override
        public List<String> actions(Entity object) {
            return List.of("start");
        }
    };

    private static Vm vm() {
        Vm vm = HostelryFactory.eINSTANCE.createVm();
        vm.setId("1");
        vm.setName("web");
        vm.setDescription("");
        vm.setCluster("c1");
        vm.setStatus(VmStatus.POWERING_UP);
        vm.setMemory(1L << 30);
        vm.setCpuSockets(2);
        vm.getBootDevices().add(BootDevice.CDROM);
        vm.getBootDevices().add(BootDevice.HD);
        vm.setCreationTime(Instant.parse("2026-01-31T12:00:00Z"));
        return vm;
    }

    @Test
    void xmlIsPrintedAnElementALine() throws IOException {
        String text = Samples.write(Format.XML, vm(), LINKED, false);
        List<String> lines = text.lines().toList();
        assertEquals("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", lines.get(0));
        assertEquals("<vm href=\"/vms/1\" id=\"1\">", lines.get(1));
        assertTrue(lines.contains("        <link href=\"/vms/1/start\" rel=\"start\"/>"), text);
        assertTrue(lines.contains("    <name>web</name>"), text);
        assertTrue(lines.contains("    <description/>"), text);
        assertTrue(lines.contains("    <cluster href=\"/Cluster/c1\" id=\"c1\"/>"), text);
        assertTrue(lines.contains("    <status>powering_up</status>"), text);
        assertTrue(lines.contains("            <sockets>2</sockets>"), text);
        assertTrue(text.contains("                <device>cdrom</device>\n                <device>hd</device>"), text);
        assertTrue(lines.contains("    <creation_time>2026-01-31T12:00:00.000Z</creation_time>"), text);
        assertTrue(lines.contains("    <link href=\"/vms/1/nics\" rel=\"nics\"/>"), text);
        assertEquals("</vm>", lines.getLast());
        assertTrue(text.endsWith("\n"));
    }

    @Test
    void jsonHasStringsAndListsUnderTheirItemsName() throws IOException {
        String text = Samples.write(Format.JSON, vm(), LINKED, false);
        assertTrue(text.startsWith(
                "{\"href\":\"/vms/1\",\"id\":\"1\",\"actions\":{\"link\":[{\"href\":\"/vms/1/start\",\"rel\":\"start\"}]},\"name\":\"web\""),
                text);
        assertTrue(text.contains("\"memory\":\"1073741824\""), text);
        assertTrue(text.contains("\"boot\":{\"devices\":{\"device\":[\"cdrom\",\"hd\"]}}"), text);
        assertTrue(text.contains("\"creation_time\":1769860800000"), text);
        assertTrue(text.contains("\"delete_protected\":\"false\""), text);
    }

    @Test
    void aReferenceAmongSeveralIsAList() throws IOException {
        Disk disk = HostelryFactory.eINSTANCE.createDisk();
        disk.setId("d");
        disk.setStorageDomain("s");
        assertTrue(
                Samples.write(Format.JSON, disk, Decor.BARE, false).contains("\"storage_domains\":{\"storage_domain\":[{\"id\":\"s\"}]}"));
    }

    @Test
    void aListIsNamedAfterItsItems() throws IOException {
        for (Format format : Format.values()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (Out out = format.out(bytes)) {
                new Wire().writeAll(out, Vm.class, List.of(vm(), vm()), Decor.BARE, false);
            }
            String text = bytes.toString(StandardCharsets.UTF_8);
            assertTrue(text.contains(format == Format.XML ? "\n<vms>\n    <vm id=\"1\">" : "{\"vm\":[{\"id\":\"1\""), text);
            assertEquals(2, Samples.read(format, text).all("vm").size());
        }
    }

    @Test
    void anEmptyListIsStillADocument() throws IOException {
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        try (Out out = Format.XML.out(xml)) {
            new Wire().writeAll(out, Disk.class, List.of(), Decor.BARE, false);
        }
        assertTrue(xml.toString(StandardCharsets.UTF_8).contains("<disks/>"));
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try (Out out = Format.JSON.out(json)) {
            new Wire().writeAll(out, Disk.class, List.of(), Decor.BARE, false);
        }
        assertEquals("{\"disk\":[]}", json.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whatXmlCanNotHoldDoesNotBreakTheDocument() throws IOException {
        Vm vm = vm();
        vm.setName("a\u0000b\u001bc]]>\ud800");
        Tree read = Samples.read(Format.XML, Samples.write(Format.XML, vm, Decor.BARE, false));
        assertEquals("a\ufffdb\ufffdc]]>\ufffd", read.value("name").orElseThrow());
    }
}
