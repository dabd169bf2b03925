package hostelry.engine.work;

import hostelry.api.Patch;
import hostelry.model.Entity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** What a patch would change, and how the noun looks with it. */
public final class Patches {
    private Patches() {}

    /** Those features of the patch, out of {@code permitted}, whose value is another than now; a form sends back all that it showed. */
    public static <T extends Entity> Set<String> changed(T now, Patch<T> patch, Set<String> permitted) {
        Set<String> changed = new LinkedHashSet<>();
        for (EStructuralFeature feature : now.eClass().getEAllStructuralFeatures()) {
            if (patch.has(feature.getName()) && permitted.contains(feature.getName())
                    && !Objects.equals(now.eGet(feature), patch.values().eGet(feature))) {
                changed.add(feature.getName());
            }
        }
        return changed;
    }

    /** A copy with these features as in the patch. */
    public static <T extends Entity> T applied(T now, Patch<T> patch, Collection<String> features) {
        T copy = EcoreUtil.copy(now);
        apply(copy, patch, features);
        return copy;
    }

    /** Sets these features of {@code target} as in the patch. */
    public static <T extends Entity> void apply(T target, Patch<T> patch, Collection<String> features) {
        for (String name : features) {
            EStructuralFeature feature = target.eClass().getEStructuralFeature(name);
            Object value = patch.values().eGet(feature);
            target.eSet(feature, feature.isMany() ? new ArrayList<>((List<?>) value) : value);
        }
    }
}
