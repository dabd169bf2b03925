package hostelry.node.libvirt.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import hostelry.node.api.Hardware;
import hostelry.xml.XmlProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Machines as libvirt and the kernel tell them, and what becomes of it: golden files beside this class. To make them anew after a wanted change: run with
 * {@code -Dgolden=FOLDER}, look at the difference, keep it.
 */
class HardwareReaderTest {
    @TempDir
    Path root;

    private static String text(String file) throws IOException {
        try (InputStream in = HardwareReaderTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Lays out what stands in a file of files: a line with its name, and its text. */
    private void lay(String files) throws IOException {
        for (String file : files.split("(?m)^== ")) {
            if (!file.isEmpty()) {
                int end = file.indexOf('\n');
                Path path = root.resolve(file.substring(0, end));
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.substring(end + 1));
            }
        }
    }

    private Hardware read(String machine) throws IOException, XmlProblem {
        lay(text(machine + ".files.txt"));
        List<String> devices = new ArrayList<>();
        for (String device : text(machine + ".devices.xml").split("(?<=\n</device>)\n")) {
            devices.add(device);
        }
        return new HardwareReader(root).compose(CapabilitiesXml.read(text(machine + ".capabilities.xml")), devices);
    }

    private static void same(String golden, Hardware read) throws IOException {
        String written = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(read) + "\n";
        String folder = System.getProperty("golden");
        if (folder != null) {
            Files.writeString(Path.of(folder, golden), written);
        }
        assertEquals(text(golden), written);
    }

    @Test
    void twoXeonsWithVirtualFunctions() throws Exception {
        same("r640.json", read("r640"));
    }

    @Test
    void fourNodesInOneSocketAndWhatTheFirmwareHasSwitchedOff() throws Exception {
        same("epyc.json", read("epyc"));
    }

    @Test
    void anotherArchitectureAndADocumentThatIsBroken() throws Exception {
        same("ampere.json", read("ampere"));
    }

    @Test
    void aMachineThatTellsNothingIsUnknown() {
        assertEquals(Hardware.UNKNOWN, new HardwareReader(root).compose(CapabilitiesXml.NOTHING, List.of()));
    }

    @Test
    void thousandsOfVirtualFunctionsAreNotAllTold() throws Exception {
        lay(text("r640.files.txt"));
        String function = text("r640.devices.xml").split("(?<=\n</device>)\n")[5];
        assertTrue(function.contains("phys_function"), function);
        List<String> devices = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            devices.add(function.replace("pci_0000_3b_02_1", "pci_0000_3b_" + i).replace("pci_0000_3b_02_0", "pci_0000_3b_" + i));
        }
        devices.add(text("r640.devices.xml").split("(?<=\n</device>)\n")[7]);
        Hardware read = new HardwareReader(root).compose(CapabilitiesXml.NOTHING, devices);
        assertEquals(Hardware.MOST_DEVICES, read.devices().size());
        assertEquals("pci_0000_af_00_0", read.devices().get(0).name(), "what is real comes first");
    }
}
