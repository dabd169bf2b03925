package hostelry.engine.search.fields;

import hostelry.model.Entity;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How a noun is joined to another: from neighbours that were found to the test whether an object has one of them. */
@FunctionalInterface
interface Way<T extends Entity, N extends Entity> {
    Predicate<T> to(Collection<N> found, Question question);

    /** The same test for the slots of a slate. */
    default IntPredicate to(Collection<N> found, Question question, Slate<T> slate) {
        Predicate<T> test = to(found, question);
        return slot -> test.test(slate.object(slot));
    }

    /** The noun has the neighbour's id. */
    static <T extends Entity, N extends Entity> Way<T, N> forward(Function<T, @Nullable String> id) {
        return new Forward<>(id);
    }

    /** See {@link #forward}. */
    record Forward<T extends Entity, N extends Entity>(Function<T, @Nullable String> id) implements Way<T, N> {
        @Override
        public Predicate<T> to(Collection<N> found, Question question) {
            Set<String> ids = ids(found);
            return object -> {
                String own = id.apply(object);
                return own != null && ids.contains(own);
            };
        }

        @Override
        public IntPredicate to(Collection<N> found, Question question, Slate<T> slate) {
            Strip.Links<T> links = slate.strip(this, size -> new Strip.Links<>(id, size));
            BitSet numbers = links.of(found);
            return slot -> numbers.get(links.values[slot]);
        }
    }

    /** The noun has ids of several neighbours. */
    static <T extends Entity, N extends Entity> Way<T, N> forwardMany(Function<T, List<String>> ids) {
        return new ForwardMany<>(ids);
    }

    /** See {@link #forwardMany}. */
    record ForwardMany<T extends Entity, N extends Entity>(Function<T, List<String>> read) implements Way<T, N> {
        @Override
        public Predicate<T> to(Collection<N> found, Question question) {
            Set<String> ids = ids(found);
            return object -> TextsType.any(read.apply(object), ids::contains);
        }

        @Override
        public IntPredicate to(Collection<N> found, Question question, Slate<T> slate) {
            Set<String> ids = ids(found);
            Strip.Lists<T> lists = slate.strip(this, size -> new Strip.Lists<>(read, size));
            return slot -> lists.any(slot, ids::contains);
        }
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
        return new Through<>(middle, near, far);
    }

    /** See {@link #through}. */
    record Through<T extends Entity, M extends Entity, N extends Entity>(Class<M> middle, Way<T, M> near,
            Way<M, N> far) implements Way<T, N> {
        @Override
        public Predicate<T> to(Collection<N> found, Question question) {
            return near.to(between(found, question), question);
        }

        @Override
        public IntPredicate to(Collection<N> found, Question question, Slate<T> slate) {
            return near.to(between(found, question), question, slate);
        }

        private Collection<M> between(Collection<N> found, Question question) {
            Slate<M> slate = question.nouns().slate(middle);
            return question.nouns().all(slate, far.to(found, question, slate));
        }
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
