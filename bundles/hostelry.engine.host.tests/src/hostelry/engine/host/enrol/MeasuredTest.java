package hostelry.engine.host.enrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import hostelry.node.api.Hardware;
import hostelry.node.api.Hardware.Device;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A machine that nobody knows may say what it likes. */
class MeasuredTest {
    @Test
    void whatIsSaneStaysAsItIs() {
        assertEquals(Hardware.UNKNOWN, Measured.hardware(Hardware.UNKNOWN));
        Hardware sane = new Hardware(new Hardware.Board("A", "B", "C", "D", "E", "F", "G", "H", "I", "bios"),
                new Hardware.Processor("AMD", "EPYC", "1", List.of("svm")),
                List.of(new Hardware.Cell(0, 5, List.of(new Hardware.Cpu(1, 2, 3)), List.of(new Hardware.Distance(0, 10)))),
                new Hardware.Pages(List.of(new Hardware.PageSize(1, 2, 3)), "always", "no"),
                List.of(new Hardware.Drive("sda", "a", "b", "c", "d", 9, "ssd", true)),
                List.of(new Device("n", "pci", "p", "a", "d", "8086", "v", "1572", "x", "t", 4, -1, 2, 1, "y")),
                new Hardware.Abilities("svm", true, "no", "yes", 3, "sev", "2", "permissive"));
        assertEquals(sane, Measured.hardware(sane));
    }

    @Test
    void whatIsTooMuchTooLongOrMissingIsCut() throws Exception {
        Device device = new Device("x".repeat(5000), "pci\u202e\u0007", "", "", "", "", "", "", "", "", -77, 1 << 30, -5, 0, "");
        List<Device> devices = new ArrayList<>(Collections.nCopies(5000, device));
        Hardware told = new Hardware(Hardware.UNKNOWN.board(), new Hardware.Processor("", "", "", Collections.nCopies(9000, "f")),
                List.of(),
                Hardware.UNKNOWN.pages(), List.of(new Hardware.Drive("sda", "", "", "", "", -1, "", false)), devices,
                Hardware.UNKNOWN.abilities());
        Hardware cut = Measured.hardware(told);
        assertEquals(Hardware.MOST_DEVICES, cut.devices().size());
        assertTrue(cut.processor().flags().size() < 2000 && cut.drives().get(0).size() == 0);
        Device first = cut.devices().get(0);
        assertTrue(first.name().length() < 200, "a name of " + first.name().length());
        assertEquals("pci", first.capability());
        assertEquals(-1, first.iommuGroup());
        assertTrue(first.numaNode() < 1 << 30);
        Hardware holes = new ObjectMapper().readValue(
                "{\"board\":{\"product\":\"P\"},\"devices\":[null,{\"name\":\"n\"}],\"cells\":[{\"id\":1}]}",
                Hardware.class);
        Hardware filled = Measured.hardware(holes);
        assertEquals("P", filled.board().product());
        assertEquals("", filled.board().serial());
        assertEquals(1, filled.devices().size());
        assertEquals("", filled.devices().get(0).vendor());
        assertFalse(filled.abilities().kvm());
    }
}
