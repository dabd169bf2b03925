package hostelry.api;

import hostelry.model.Entity;
import java.util.Set;

/**
 * A change to some features of a noun.
 *
 * @param values holds the new values
 * @param features names of the model's features that are to change; the others of {@code values} mean nothing
 */
public record Patch<T extends Entity>(T values, Set<String> features) {
    public Patch {
        features = Set.copyOf(features);
    }

    public boolean has(String feature) {
        return features.contains(feature);
    }
}
