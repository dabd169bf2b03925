package hostelry.node.libvirt.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.node.api.DomainSpec;
import hostelry.xml.Xml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Golden files beside this class. To make them anew after a wanted change: run with {@code -Dgolden=FOLDER}, look at the difference, keep it.
 */
class DomainWriterTest {
    private static void same(String golden, Plan plan) throws IOException {
        String written = DomainWriter.write(plan).strip() + "\n";
        String folder = System.getProperty("golden");
        if (folder != null) {
            Files.writeString(Path.of(folder, golden), written);
        }
        try (InputStream in = DomainWriterTest.class.getResourceAsStream(golden)) {
            assertEquals(new String(in.readAllBytes(), StandardCharsets.UTF_8), written);
        }
    }

    @Test
    void writesTheUsualGuest() throws IOException {
        same("usual.xml", Specs.usualPlan());
    }

    @Test
    void writesEverything() throws IOException {
        same("rich.xml", Specs.richPlan());
    }

    @Test
    void writesTheLeast() throws IOException {
        same("bare.xml", Specs.barePlan());
    }

    @Test
    void writesABoardOfItsOwn() throws IOException {
        same("board.xml", Specs.boardPlan());
    }

    @Test
    void writesADiscForCloudInit() throws IOException {
        same("seeded.xml", Specs.seededPlan());
    }

    @Test
    void writesWhatStandsAside() throws IOException {
        same("aside.xml", Specs.asidePlan());
    }

    @Test
    void writesAnOldBoard() throws IOException {
        same("old-board.xml", Specs.oldBoardPlan());
    }

    @Test
    void numbersTheBootOrder() throws Exception {
        List<String> seen = new ArrayList<>();
        NodeList boots = Xml.document(DomainWriter.write(Specs.richPlan())).getElementsByTagName("boot");
        for (int i = 0; i < boots.getLength(); i++) {
            seen.add(((Element) boots.item(i)).getAttribute("order"));
        }
        assertEquals(List.of("4", "5", "6", "7", "8", "1", "2", "3"), seen); // four disks, the CD drive, three cards
    }

    @Test
    void givesManyDisksDifferentNames() {
        DiskNames names = new DiskNames();
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            all.add(names.next(i % 2 == 0 ? "virtio" : "sata"));
        }
        assertEquals(60, all.stream().distinct().count());
        assertFalse(all.contains(DiskNames.CD));
        assertTrue(all.contains("vdaa") && all.contains("vdad") && all.contains("sdb"), all.toString());
    }

    @Test
    void nothingInTextBreaksOut() throws Exception {
        DomainSpec spec = Specs.usual();
        spec.description = "</description><os><kernel>/etc/shadow</kernel></os>\u0000\u001b";
        Plan usual = Specs.usualPlan();
        Plan plan = new Plan(spec, false, usual.drives(), usual.cd(), Plan.Kernel.NONE, usual.plugs(), usual.serialLog(), usual.listen(),
                usual.passwords(), null);
        Element domain = Xml.document(DomainWriter.write(plan)).getDocumentElement();
        assertEquals(0, domain.getElementsByTagName("kernel").getLength());
        assertEquals("</description><os><kernel>/etc/shadow</kernel></os>\ufffd\ufffd",
                domain.getElementsByTagName("description").item(0).getTextContent());
    }

    @Test
    void spiceSpeaksNothingButTlsWhereTheHostHasIt() throws Exception {
        Plan rich = Specs.richPlan();
        Plan plan = new Plan(rich.spec(), false, rich.drives(), rich.cd(), rich.kernel(), rich.plugs(), rich.serialLog(), rich.listen(),
                rich.passwords(), null, true);
        NodeList consoles = Xml.document(DomainWriter.write(plan)).getElementsByTagName("graphics");
        for (int i = 0; i < consoles.getLength(); i++) {
            Element console = (Element) consoles.item(i);
            // VNC has one port for both
            assertEquals(console.getAttribute("type").equals("spice") ? "secure" : "", console.getAttribute("defaultMode"));
        }
    }

    @Test
    void nobodyGetsInWithoutATicket() throws Exception {
        NodeList consoles = Xml.document(DomainWriter.write(Specs.richPlan())).getElementsByTagName("graphics");
        assertEquals(2, consoles.getLength());
        for (int i = 0; i < consoles.getLength(); i++) {
            Element console = (Element) consoles.item(i);
            assertFalse(console.getAttribute("passwd").isEmpty());
            assertEquals("2001-01-01T00:00:00", console.getAttribute("passwdValidTo"));
        }
    }
}
