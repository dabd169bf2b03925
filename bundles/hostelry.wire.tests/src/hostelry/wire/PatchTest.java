package hostelry.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import hostelry.model.Entity;
import hostelry.model.HostelryFactory;
import hostelry.model.Vm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.junit.jupiter.api.Test;

/** A request to change some features is heard as it was meant, no less and no more. */
class PatchTest {
    private final Wire wire = new Wire();

    private Incoming<?> sent(Format format, Entity values, Set<String> features) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Out out = format.out(bytes)) {
            wire.writePatch(out, values, features);
        }
        return wire.read(Samples.read(format, bytes.toString(StandardCharsets.UTF_8)),
                values.getClass().getInterfaces()[0].asSubclass(Entity.class), Wire.Trust.REQUEST);
    }

    private static Set<String> changeable(EClass noun) {
        return noun.getEAllStructuralFeatures().stream().map(Field::of).filter(field -> !field.readOnly() && !field.hidden())
                .map(field -> field.feature().getName())
                .collect(Collectors.toSet());
    }

    @Test
    void eachFeatureAloneArrivesAlone() throws IOException {
        for (EClass noun : Samples.nouns()) {
            Entity values = Samples.filled(noun, 7);
            for (String name : changeable(noun)) {
                EStructuralFeature feature = noun.getEStructuralFeature(name);
                for (Format format : Format.values()) {
                    Incoming<?> got = sent(format, values, Set.of(name));
                    assertEquals(Set.of(name), got.features(), noun.getName());
                    assertEquals(values.eGet(feature), got.object().eGet(feature), noun.getName() + "." + name);
                }
            }
        }
    }

    @Test
    void aFeatureWithoutAValueArrivesAsCleared() throws IOException {
        Vm vm = HostelryFactory.eINSTANCE.createVm();
        for (Format format : Format.values()) {
            Incoming<?> got = sent(format, vm, Set.of("description", "cdrom", "graphics", "bootDevices", "memory"));
            assertEquals(Set.of("description", "cdrom", "graphics", "bootDevices", "memory"), got.features());
            Vm heard = (Vm) got.object();
            assertEquals("", heard.getDescription());
            assertEquals(null, heard.getCdrom());
            assertEquals(0, heard.getMemory());
        }
    }

    @Test
    void whatIsReadOnlyIsNotSent() throws IOException {
        Vm vm = (Vm) Samples.filled(HostelryFactory.eINSTANCE.createVm().eClass(), 3);
        for (Format format : Format.values()) {
            assertFalse(sent(format, vm, Set.of("status", "name")).features().contains("status"));
        }
    }
}
