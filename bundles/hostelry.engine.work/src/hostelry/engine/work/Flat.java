package hostelry.engine.work;

import hostelry.model.Entity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EFactory;

/** A noun as text, feature by feature, for the arguments in the journal. */
public final class Flat {
    private Flat() {}

    /** Adds each feature that is set as {@code prefix + name}. */
    public static void put(Map<String, String> into, String prefix, Entity noun) {
        for (EAttribute feature : noun.eClass().getEAllAttributes()) {
            if (noun.eIsSet(feature)) {
                Object value = noun.eGet(feature);
                into.put(prefix + feature.getName(), feature.isMany()
                        ? ((List<?>) value).stream().map(one -> text(feature, one)).collect(Collectors.joining("\n"))
                        : text(feature, value));
            }
        }
    }

    /** Fills an empty noun with what {@link #put} wrote. */
    public static <T extends Entity> T get(Map<String, String> from, String prefix, T empty) {
        for (EAttribute feature : empty.eClass().getEAllAttributes()) {
            String text = from.get(prefix + feature.getName());
            if (text == null) {
                continue;
            }
            if (feature.isMany()) {
                List<Object> values = new ArrayList<>();
                text.lines().forEach(line -> values.add(value(feature, line)));
                empty.eSet(feature, new org.eclipse.emf.common.util.BasicEList<>(values));
            } else {
                empty.eSet(feature, value(feature, text));
            }
        }
        return empty;
    }

    private static String text(EAttribute feature, Object value) {
        return value instanceof Instant ? value.toString() : factory(feature).convertToString(feature.getEAttributeType(), value);
    }

    private static Object value(EAttribute feature, String text) {
        EDataType type = feature.getEAttributeType();
        // EMF knows how to read its own types and enums, and nothing of java.time
        return type.getInstanceClass() == Instant.class ? Instant.parse(text) : factory(feature).createFromString(type, text);
    }

    private static EFactory factory(EAttribute feature) {
        return feature.getEAttributeType().getEPackage().getEFactoryInstance();
    }
}
