package hostelry.engine.web;

import hostelry.model.Entity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What belongs to what, for one request. The first question is answered by a look through the list; whoever asks again tells a list of parents, and the children are
 * put in order once: a list of 25,000 machines must not look through 25,000 NICs for each.
 */
final class Below {
    private final Call call;
    private final Map<Key, Integer> asked = new HashMap<>();
    private final Map<Key, Map<String, List<Entity>>> known = new HashMap<>();

    /** @param relation the same noun may belong to several, such as a network to its data centre and to its cluster */
    private record Key(Class<?> noun, String relation) {}

    Below(Call call) {
        this.call = call;
    }

    /**
     * The nouns that belong to a parent and that the caller may see, in their order.
     *
     * @param relation name of the parent's noun
     * @param parent tells the id of what a noun belongs to, or null
     */
    <T extends Entity> List<T> of(Class<T> noun, String relation, Function<T, String> parent, String id) {
        Key key = new Key(noun, relation);
        if (asked.merge(key, 1, Integer::sum) == 1) {
            return call.services().estate().list(call.caller(), noun).stream().filter(object -> id.equals(parent.apply(object))).toList();
        }
        return known.computeIfAbsent(key, wanted -> grouped(noun, parent)).getOrDefault(id, List.of()).stream().map(noun::cast).toList();
    }

    private <T extends Entity> Map<String, List<Entity>> grouped(Class<T> noun, Function<T, String> parent) {
        return call.services().estate().list(call.caller(), noun).stream().filter(object -> parent.apply(object) != null)
                .collect(Collectors.groupingBy(parent, Collectors.mapping(Entity.class::cast, Collectors.toList())));
    }
}
