package hostelry.engine.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.model.HostelryFactory;
import hostelry.model.Vm;
import hostelry.wire.Format;
import hostelry.wire.Out;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Load in the words that oVirt's clients read. */
class StatisticsTest {
    private static String told(Vm vm) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Out out = Format.XML.out(bytes)) {
            Statistics.write(out, "/ovirt-engine/api/vms/v1", Statistics.of(vm));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aNumberIsADatumAndATextIsADetail() throws IOException {
        Vm vm = HostelryFactory.eINSTANCE.createVm();
        vm.setCpuUsage(12.5);
        vm.setGuestDisks("[{\"path\":\"/\"}]");
        String xml = told(vm);
        assertTrue(xml.contains("<name>cpu.current.total</name>") && xml.contains("<datum>12.50</datum>"), xml);
        assertTrue(xml.contains("<detail>[{\"path\":\"/\"}]</detail>"), xml);
        assertFalse(xml.contains("<datum>["), xml);
    }

    @Test
    void aGuestWithoutAnAgentHasAnEmptyText() throws IOException {
        assertFalse(told(HostelryFactory.eINSTANCE.createVm()).contains("<datum></datum>"));
    }
}
