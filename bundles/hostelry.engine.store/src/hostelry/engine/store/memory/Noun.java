package hostelry.engine.store.memory;

import hostelry.model.Entity;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;

/** One class of the model, prepared for quick copying and comparing. All its features are attributes: nouns refer to each other by id. */
public record Noun(EClass type, Class<? extends Entity> java, List<EAttribute> features, List<EAttribute> persisted) {
    private static final String WIRE = "urn:hostelry:wire";

    static Noun of(EClass type) {
        List<EAttribute> all = List.copyOf(type.getEAllAttributes());
        if (all.size() != type.getEAllStructuralFeatures().size()) {
            throw new IllegalStateException(type.getName() + " has a reference; nouns name each other by id");
        }
        List<EAttribute> persisted = all.stream().filter(feature -> !observed(feature)).toList();
        return new Noun(type, type.getInstanceClass().asSubclass(Entity.class), all, persisted);
    }

    private static boolean observed(EAttribute feature) {
        var annotation = feature.getEAnnotation(WIRE);
        return annotation != null && "true".equals(annotation.getDetails().get("observed"));
    }

    public String name() {
        return type.getName();
    }

    /** An empty one. */
    public Entity make() {
        return (Entity) type.getEPackage().getEFactoryInstance().create(type);
    }

    Entity copy(Entity original) {
        Entity copy = make();
        for (EAttribute feature : features) {
            Object value = original.eGet(feature);
            if (feature.isMany()) {
                add(copy, feature, (Collection<?>) value);
            } else {
                copy.eSet(feature, value);
            }
        }
        return copy;
    }

    @SuppressWarnings("unchecked")
    private static void add(Entity copy, EAttribute feature, Collection<?> values) {
        ((Collection<Object>) copy.eGet(feature)).addAll(values);
    }

    public static boolean same(List<EAttribute> features, Entity one, Entity other) {
        for (EAttribute feature : features) {
            if (!Objects.equals(one.eGet(feature), other.eGet(feature))) {
                return false;
            }
        }
        return true;
    }
}
