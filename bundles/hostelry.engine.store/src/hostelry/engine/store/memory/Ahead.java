package hostelry.engine.store.memory;

import hostelry.model.Entity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The estate as the next change finds it: what is durable, and over it what was changed and is still being written. Used under the writer's lock alone; nobody
 * else sees what is not durable.
 */
final class Ahead {
    private final Map<Class<?>, NounIndex> estate;
    private final Map<Class<?>, Layer> layers = new HashMap<>();

    /** Of one noun. @param names of those that must be unique */
    private record Layer(Map<String, Last> byId, Map<String, Entity> byName) {
        Layer() {
            this(new LinkedHashMap<>(), new HashMap<>());
        }
    }

    /** @param now null: removed */
    private record Last(Drafted by, @Nullable Entity now) {}

    Ahead(Map<Class<?>, NounIndex> estate) {
        this.estate = estate;
    }

    @Nullable
    Entity get(Class<? extends Entity> noun, String id) {
        Layer layer = layers.get(noun);
        Last last = layer == null ? null : layer.byId().get(id);
        return last == null ? index(noun).get(id) : last.now();
    }

    Collection<Entity> all(Class<? extends Entity> noun) {
        Collection<Entity> durable = index(noun).all();
        Layer layer = layers.get(noun);
        if (layer == null || layer.byId().isEmpty()) {
            return durable;
        }
        List<Entity> all = new ArrayList<>(durable.size() + layer.byId().size());
        for (Entity object : durable) {
            Last last = layer.byId().get(object.getId());
            Entity now = last == null ? object : last.now();
            if (now != null) {
                all.add(now);
            }
        }
        layer.byId().forEach((id, last) -> {
            if (last.now() != null && index(noun).get(id) == null) {
                all.add(last.now());
            }
        });
        return all;
    }

    /** Of the nouns whose names are unique. */
    Optional<Entity> named(Class<? extends Entity> noun, String name) {
        Layer layer = layers.get(noun);
        if (layer == null) {
            return index(noun).named(name);
        }
        Entity found = layer.byName().get(name);
        return found != null ? Optional.of(found) : index(noun).named(name).filter(object -> !layer.byId().containsKey(object.getId()));
    }

    void add(Drafted drafted) {
        drafted.changes().forEach((noun, changes) -> {
            Layer layer = layers.computeIfAbsent(noun.java(), key -> new Layer());
            NounIndex index = index(noun.java());
            changes.forEach(change -> forgetName(layer, index, change.before()));
            for (NounIndex.Change change : changes) {
                layer.byId().put(change.id(), new Last(drafted, change.after()));
                String name = change.after() == null ? null : index.nameOf(change.after());
                if (name != null) {
                    layer.byName().put(name, change.after());
                }
            }
        });
    }

    /** It is in the estate now. */
    void settle(Drafted drafted) {
        drafted.changes().forEach((noun, changes) -> {
            Layer layer = layers.get(noun.java());
            for (NounIndex.Change change : changes) {
                layer.byId().computeIfPresent(change.id(), (id, last) -> last.by() == drafted ? null : last);
                forgetName(layer, index(noun.java()), change.after());
            }
        });
    }

    /** None of it came to be. */
    void clear() {
        layers.clear();
    }

    private static void forgetName(Layer layer, NounIndex index, @Nullable Entity object) {
        String name = object == null ? null : index.nameOf(object);
        if (name != null) {
            layer.byName().remove(name, object);
        }
    }

    NounIndex index(Class<? extends Entity> noun) {
        NounIndex index = estate.get(noun);
        if (index == null) {
            throw new IllegalArgumentException(noun.getName() + " is no noun of the model");
        }
        return index;
    }
}
