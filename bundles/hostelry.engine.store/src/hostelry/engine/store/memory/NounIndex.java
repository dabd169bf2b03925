package hostelry.engine.store.memory;

import hostelry.model.Cluster;
import hostelry.model.DataCenter;
import hostelry.model.Entity;
import hostelry.model.Event;
import hostelry.model.Host;
import hostelry.model.StorageDomain;
import hostelry.model.User;
import hostelry.model.Vm;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** All objects of one noun by id, and by name where names are unique. Written by one thread at a time, read by all. */
final class NounIndex {
    /** Within the whole estate; the names of networks and the like are unique only within what they belong to, and versions of a template share theirs. */
    private static final Set<Class<?>> NAMED = Set.of(DataCenter.class, Cluster.class, Host.class, StorageDomain.class, Vm.class,
            User.class);

    final Noun noun;
    private final ConcurrentMap<String, Entity> byId;
    private final ConcurrentMap<String, Entity> byName = new ConcurrentHashMap<>();
    private final boolean named;
    private volatile @Nullable List<Entity> snapshot;

    NounIndex(Noun noun) {
        this.noun = noun;
        this.named = NAMED.contains(noun.java());
        // ids of events are their indexes: kept in their order, so that a long list needs no sorting
        this.byId = noun.java() == Event.class
                ? new ConcurrentSkipListMap<>(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                : new ConcurrentHashMap<>();
    }

    boolean hasUniqueNames() {
        return named;
    }

    @Nullable
    Entity get(String id) {
        return byId.get(id);
    }

    Optional<Entity> named(String name) {
        if (named) {
            return Optional.ofNullable(byName.get(name));
        }
        return byId.values().stream().filter(object -> name.equals(object.getName())).findAny();
    }

    /** The same list until something changes. The lock keeps a list that is being made from missing half of a change. */
    synchronized Collection<Entity> all() {
        List<Entity> known = snapshot;
        if (known == null) {
            known = List.of(byId.values().toArray(Entity[]::new));
            snapshot = known;
        }
        return known;
    }

    synchronized void apply(Collection<Change> changes) {
        for (Change change : changes) {
            String before = change.before() == null ? null : nameOf(change.before());
            if (before != null) {
                byName.remove(before, change.before());
            }
        }
        for (Change change : changes) {
            Entity after = change.after();
            if (after == null) {
                byId.remove(change.id());
                continue;
            }
            byId.put(change.id(), after);
            String name = nameOf(after);
            if (name != null) {
                byName.put(name, after);
            }
        }
        snapshot = null;
    }

    /** The name that must be unique, if there is one. */
    @Nullable
    String nameOf(Entity object) {
        if (!named) {
            return null;
        }
        String name = object instanceof User user ? user.getUserName() : object.getName();
        return name == null || name.isEmpty() ? null : name;
    }

    record Change(String id, @Nullable Entity before, @Nullable Entity after) {}
}
