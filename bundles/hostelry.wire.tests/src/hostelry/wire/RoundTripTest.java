package hostelry.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.model.Entity;
import java.io.IOException;
import java.util.List;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.junit.jupiter.api.Test;

/** Every noun of the model, every feature: what was written is read again. */
class RoundTripTest {
    private final Wire wire = new Wire();

    @Test
    void everyNounComesBackAsItWas() throws IOException {
        assertTrue(Samples.nouns().size() >= 15, "the model has nouns");
        for (EClass noun : Samples.nouns()) {
            for (Format format : Format.values()) {
                for (long seed = 1; seed <= 5; seed++) {
                    Entity sent = Samples.filled(noun, seed);
                    String text = Samples.write(format, sent, Decor.BARE, true);
                    Incoming<?> got = wire.read(Samples.read(format, text), sent.getClass().getInterfaces()[0].asSubclass(Entity.class),
                            Wire.Trust.ENGINE);
                    same(noun, sent, got, text);
                }
            }
        }
    }

    private static void same(EClass noun, Entity sent, Incoming<?> got, String text) {
        Set<String> expected = new HashSet<>();
        for (EStructuralFeature feature : noun.getEAllStructuralFeatures()) {
            Field field = Field.of(feature);
            if (field.secret()) {
                assertEquals(feature.getDefaultValue(), got.object().eGet(feature), () -> feature.getName() + " was told in " + text);
            } else if (!field.hidden()) {
                if (!field.omitZero() || !Boolean.FALSE.equals(sent.eGet(feature))) {
                    expected.add(feature.getName());
                }
                assertEquals(sent.eGet(feature), got.object().eGet(feature),
                        () -> noun.getName() + "." + feature.getName() + " in " + text);
            }
        }
        assertEquals(expected, got.features(), text);
        assertTrue(got.named().isEmpty());
    }

    @Test
    void aRequestCanNotSetWhatIsReadOnly() throws IOException {
        for (EClass noun : Samples.nouns()) {
            for (Format format : Format.values()) {
                Entity sent = Samples.filled(noun, 3);
                Incoming<?> got = wire.read(Samples.read(format, Samples.write(format, sent, Decor.BARE, true)),
                        sent.getClass().getInterfaces()[0].asSubclass(Entity.class),
                        Wire.Trust.REQUEST);
                for (EStructuralFeature feature : noun.getEAllStructuralFeatures()) {
                    Field field = Field.of(feature);
                    if (field.readOnly() && !field.attribute()) {
                        assertFalse(got.features().contains(feature.getName()), noun.getName() + "." + feature.getName());
                        assertEquals(feature.isMany() ? List.of() : feature.getDefaultValue(), got.object().eGet(feature));
                    }
                }
            }
        }
    }

    @Test
    void extrasAndSecretsAreNotToldUnasked() throws IOException {
        for (EClass noun : Samples.nouns()) {
            Entity object = Samples.filled(noun, 4);
            Tree plain = Samples.read(Format.XML, Samples.write(Format.XML, object, Decor.BARE, false));
            Tree all = Samples.read(Format.XML, Samples.write(Format.XML, object, Decor.BARE, true));
            for (EStructuralFeature feature : noun.getEAllStructuralFeatures()) {
                Field field = Field.of(feature);
                if (field.extra()) {
                    assertTrue(plain.child(field.steps()).isEmpty(), noun.getName() + "." + feature.getName());
                    assertTrue(all.child(field.steps()).isPresent(), noun.getName() + "." + feature.getName());
                }
                if (field.hidden()) {
                    assertTrue(all.child(field.steps()).isEmpty(), noun.getName() + "." + feature.getName());
                }
            }
        }
    }
}
