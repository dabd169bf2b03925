package hostelry.wire;

import hostelry.model.Entity;
import hostelry.model.HostelryPackage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.eclipse.emf.common.util.BasicEList;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Nouns with a value in every feature, and documents as text. */
final class Samples {
    private Samples() {}

    static List<EClass> nouns() {
        return HostelryPackage.eINSTANCE.getEClassifiers().stream().filter(EClass.class::isInstance).map(EClass.class::cast)
                .filter(noun -> !noun.isAbstract()).toList();
    }

    static Entity filled(EClass noun, long seed) {
        Random random = new Random(seed);
        Entity object = (Entity) EcoreUtil.create(noun);
        for (EStructuralFeature feature : noun.getEAllStructuralFeatures()) {
            if (feature.isMany()) {
                BasicEList<Object> values = new BasicEList<>();
                for (int i = 0; i < 2; i++) {
                    Object value = value(feature.getEType(), random);
                    if (!values.contains(value)) {
                        values.add(value);
                    }
                }
                object.eSet(feature, values);
            } else {
                object.eSet(feature, value(feature.getEType(), random));
            }
        }
        return object;
    }

    private static Object value(EClassifier type, Random random) {
        if (type instanceof EEnum literals) {
            return literals.getELiterals().get(random.nextInt(literals.getELiterals().size())).getInstance();
        }
        Class<?> wanted = type.getInstanceClass();
        if (wanted == String.class) {
            return "a<b>&\"c\" \u00e4\u20ac\ud83d\ude00 " + Long.toHexString(random.nextLong());
        }
        if (wanted == int.class) {
            return 1 + random.nextInt(Integer.MAX_VALUE - 1);
        }
        if (wanted == long.class) {
            return random.nextLong();
        }
        if (wanted == double.class) {
            return random.nextDouble() * 1e9;
        }
        if (wanted == boolean.class) {
            return random.nextBoolean();
        }
        if (wanted == Instant.class) {
            return Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));
        }
        throw new AssertionError("no sample for " + type.getName());
    }

    static Tree read(Format format, String text) {
        try {
            return format.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 1 << 20);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static String write(Format format, Entity object, Decor decor, boolean extras) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Out out = format.out(bytes)) {
            new Wire().write(out, object, decor, extras);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
