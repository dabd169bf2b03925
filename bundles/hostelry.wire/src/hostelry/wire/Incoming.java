package hostelry.wire;

import hostelry.model.Entity;
import java.util.Map;
import java.util.Set;

/**
 * A noun that somebody sent.
 *
 * @param features names of the model's features that the document spoke of
 * @param named features that hold the id of another noun which the document named by its name: whoever knows the estate puts the id there
 * @param document as it was read; references of which there are several hold the name where the document said no id
 */
public record Incoming<T extends Entity>(T object, Set<String> features, Map<String, String> named, Tree document) {}
