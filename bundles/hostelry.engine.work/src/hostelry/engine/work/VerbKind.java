package hostelry.engine.work;

import hostelry.api.Catalogue.VerbInfo;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a slice registers (as an OSGi service) for each of its verbs: its line in the catalogue, and how to make it from its arguments. */
public interface VerbKind {
    VerbInfo info();

    /** Makes the verb anew after a crash, from what {@link Verb#arguments} gave. */
    Verb<?> make(Map<String, String> arguments);

    /** The verb on {@code subject} with nothing else said, for the dry run by name; null where it needs more than that. */
    @Nullable
    Verb<?> plain(String subject);
}
