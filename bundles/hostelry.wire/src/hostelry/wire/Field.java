package hostelry.wire;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EModelElement;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jspecify.annotations.Nullable;

/**
 * How a feature of the model stands in a document.
 *
 * @param path names of the nested elements
 * @param ref name of the noun whose id it holds, or null
 * @param readOnly what a request says of it is not heard
 * @param extra written only where extras are asked for
 * @param hidden never written
 * @param secret never told: only what a client asks for may hold it
 * @param omitZero not written where it is 0 or false
 */
record Field(EStructuralFeature feature, List<String> path, @Nullable String ref, boolean attribute, boolean readOnly, boolean extra,
        boolean hidden, boolean secret, boolean omitZero) {
    private static final String SOURCE = "urn:hostelry:wire";

    static Field of(EStructuralFeature feature) {
        String path = annotation(feature, "path");
        return new Field(feature, List.of((path == null ? snake(feature.getName()) : path).split("/")), annotation(feature, "ref"),
                is(feature, "attribute"),
                is(feature, "ro"), is(feature, "extra"), is(feature, "hidden"), is(feature, "secret"), is(feature, "omit0"));
    }

    static @Nullable String annotation(EModelElement element, String key) {
        return EcoreUtil.getAnnotation(element, SOURCE, key);
    }

    private static boolean is(EModelElement element, String key) {
        return "true".equals(annotation(element, key));
    }

    static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    String[] steps() {
        return path.toArray(String[]::new);
    }

    /** Does it stand as one of several in a list of its own, such as {@code storage_domains/storage_domain}? */
    boolean list() {
        int size = path.size();
        return feature.isMany() || ref != null && size > 1 && path.get(size - 2).equals(path.get(size - 1) + "s");
    }

    FieldInfo info() {
        List<String> words = feature.getEType() instanceof EEnum literals
                ? literals.getELiterals().stream().map(EEnumLiteral::getLiteral).toList()
                : List.of();
        return new FieldInfo(path, type(), words, ref, list(), attribute, readOnly, extra, annotation(feature, "unit"));
    }

    private FieldInfo.Type type() {
        Class<?> type = feature.getEType().getInstanceClass();
        if (type == int.class || type == long.class) {
            return FieldInfo.Type.WHOLE;
        }
        if (type == double.class) {
            return FieldInfo.Type.DECIMAL;
        }
        if (type == boolean.class) {
            return FieldInfo.Type.FLAG;
        }
        return type == Instant.class ? FieldInfo.Type.TIME : FieldInfo.Type.TEXT;
    }
}
