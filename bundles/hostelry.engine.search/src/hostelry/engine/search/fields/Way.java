package hostelry.engine.search.fields;

import hostelry.model.Entity;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How a noun is joined to another: from neighbours that were found to the test whether an object has one of them. */
@FunctionalInterface
interface Way<T extends Entity, N extends Entity> {
    Predicate<T> to(Collection<N> found, Question question);

    /** The noun has the neighbour's id. */
    static <T extends Entity, N extends Entity> Way<T, N> forward(Function<T, @Nullable String> id) {
        return (found, question) -> {
            Set<String> ids = ids(found);
            return ids.isEmpty() ? object -> false : object -> {
                String own = id.apply(object);
                return own != null && ids.contains(own);
            };
        };
    }

    /** The noun has ids of several neighbours. */
    static <T extends Entity, N extends Entity> Way<T, N> forwardMany(Function<T, List<String>> read) {
        return (found, question) -> {
            Set<String> ids = ids(found);
            return ids.isEmpty() ? object -> false : object -> TextsType.any(read.apply(object), ids::contains);
        };
    }

    /** The neighbour has the noun's id. */
    static <T extends Entity, N extends Entity> Way<T, N> back(Function<N, @Nullable String> owner) {
        return (found, question) -> owned(found, owner);
    }

    /** The neighbour has the ids of several of the noun. */
    static <T extends Entity, N extends Entity> Way<T, N> backMany(Function<N, List<String>> owners) {
        return (found, question) -> {
            Set<String> ids = new HashSet<>();
            found.forEach(neighbour -> ids.addAll(owners.apply(neighbour)));
            return object -> ids.contains(object.getId());
        };
    }

    /** A third noun stands between the two: by the first way from it to the neighbour, by the second from the noun to it. */
    static <T extends Entity, M extends Entity, N extends Entity> Way<T, N> through(Class<M> middle, Way<T, M> near, Way<M, N> far) {
        return (found, question) -> near.to(question.nouns().all(middle, far.to(found, question)), question);
    }

    private static <T extends Entity, N extends Entity> Predicate<T> owned(Collection<N> found, Function<N, @Nullable String> owner) {
        Set<String> ids = new HashSet<>();
        for (N neighbour : found) {
            String id = owner.apply(neighbour);
            if (id != null) {
                ids.add(id);
            }
        }
        return object -> ids.contains(object.getId());
    }

    private static Set<String> ids(Collection<? extends Entity> found) {
        Set<String> ids = new HashSet<>();
        found.forEach(neighbour -> ids.add(neighbour.getId()));
        return ids;
    }
}
