package hostelry.node.libvirt.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hostelry.xml.XmlProblem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read of the size of a guest that runs, as libvirt tells it. */
class LiveXmlTest {
    @Test
    void aGuestWithPiecesPluggedIn() throws XmlProblem {
        LiveXml live = LiveXml.read("""
                <domain type='qemu' id='3'><maxMemory slots='16' unit='KiB'>4194304</maxMemory><memory unit='KiB'>1572864</memory>
                <currentMemory unit='KiB'>1572864</currentMemory><vcpu placement='static' current='2'>16</vcpu>
                <devices><memory model='dimm'><target><size unit='KiB'>262144</size><node>0</node></target><alias name='dimm0'/></memory>
                <memory model='nvdimm'><target><size unit='KiB'>1</size></target></memory>
                <memory model='dimm'><target><size unit='KiB'>524288</size><node>0</node></target><alias name='dimm1'/></memory>
                </devices></domain>""");
        assertEquals("2 of 16", live.cpus() + " of " + live.mostCpus());
        assertEquals("1536 of 4096", (live.memory() >> 20) + " of " + (live.mostMemory() >> 20));
        assertEquals(List.of("256 dimm0", "512 dimm1"),
                live.pieces().stream().map(piece -> (piece.bytes() >> 20) + " " + piece.device().alias()).toList());
    }

    @Test
    void aGuestWithoutRoom() throws XmlProblem {
        LiveXml live = LiveXml.read("<domain><memory unit='KiB'>65536</memory><vcpu>2</vcpu><devices/></domain>");
        assertEquals("2 of 2, 0", live.cpus() + " of " + live.mostCpus() + ", " + live.mostMemory());
        assertEquals(List.of(), live.pieces());
    }

    @Test
    void aPieceOfMemory() {
        assertEquals("<memory model='dimm'><target><size unit='KiB'>262144</size><node>0</node></target></memory>",
                SizeXml.piece(256L << 20).replace('"', '\'').replaceAll(">\\s+<", "><").strip());
    }
}
