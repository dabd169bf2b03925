package hostelry.engine.store.memory;

import hostelry.model.Cluster;
import hostelry.model.DataCenter;
import hostelry.model.Entity;
import hostelry.model.Event;
import hostelry.model.Host;
import hostelry.model.StorageDomain;
import hostelry.model.User;
import hostelry.model.Vm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * All objects of one noun by id, by name where names are unique, and as a list. Written by one thread at a time, read by all.
 *
 * <p>An object keeps its place in the list for its life, and newer ones stand behind older ones: so a list after a change is the copy of an array and no walk through
 * a map, whoever compares two of them finds most of it where it was, and events stand in the order of their indexes.
 */
final class NounIndex {
    /** Within the whole estate; the names of networks and the like are unique only within what they belong to, and versions of a template share theirs. */
    private static final Set<Class<?>> NAMED = Set.of(DataCenter.class, Cluster.class, Host.class, StorageDomain.class, Vm.class,
            User.class);
    private static final int FEW = 64;

    final Noun noun;
    private final ConcurrentMap<String, Placed> byId = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Entity> byName = new ConcurrentHashMap<>();
    private final boolean named;
    /** Guarded by this index, as are the two numbers; null where one was removed. */
    private @Nullable Entity[] places = new Entity[FEW];
    private int used;
    private int gaps;
    private volatile @Nullable List<Entity> snapshot;

    private record Placed(Entity object, int place) {}

    NounIndex(Noun noun) {
        this.noun = noun;
        this.named = NAMED.contains(noun.java());
    }

    boolean hasUniqueNames() {
        return named;
    }

    @Nullable
    Entity get(String id) {
        Placed found = byId.get(id);
        return found == null ? null : found.object();
    }

    Optional<Entity> named(String name) {
        if (named) {
            return Optional.ofNullable(byName.get(name));
        }
        return all().stream().filter(object -> name.equals(object.getName())).findAny();
    }

    /** The same list until something changes. The lock keeps a list that is being made from missing half of a change. */
    Collection<Entity> all() {
        List<Entity> known = snapshot;
        return known != null ? known : copied();
    }

    private synchronized List<Entity> copied() {
        List<Entity> known = snapshot;
        if (known == null) {
            if (gaps > used / 2) {
                close();
            }
            // the array is nobody else's: not List.of, which would copy it once more
            known = Collections.unmodifiableList(Arrays.asList(gaps == 0 ? Arrays.copyOf(places, used) : withoutGaps()));
            snapshot = known;
        }
        return known;
    }

    private @Nullable Entity[] withoutGaps() {
        Entity[] objects = new Entity[used - gaps];
        int next = 0;
        for (int place = 0; place < used; place++) {
            Entity object = places[place];
            if (object != null) {
                objects[next++] = object;
            }
        }
        return objects;
    }

    /** The first ones: those with a number for an id, which is to say events, in its order. */
    void load(List<Change> objects) {
        List<Change> ordered = new ArrayList<>(objects);
        if (noun.java() == Event.class) {
            ordered.sort(
                    Comparator.comparing(Change::id, Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder())));
        }
        apply(ordered);
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
                Placed gone = byId.remove(change.id());
                if (gone != null) {
                    places[gone.place()] = null;
                    gaps++;
                }
                continue;
            }
            Placed old = byId.get(change.id());
            int place = old == null ? nextPlace() : old.place();
            places[place] = after;
            byId.put(change.id(), new Placed(after, place));
            String name = nameOf(after);
            if (name != null) {
                byName.put(name, after);
            }
        }
        snapshot = null;
    }

    private int nextPlace() {
        if (used == places.length) {
            places = Arrays.copyOf(places, 2 * used);
        }
        return used++;
    }

    /** Without gaps. */
    private void close() {
        int next = 0;
        for (int place = 0; place < used; place++) {
            Entity object = places[place];
            if (object != null) {
                places[next] = object;
                byId.put(object.getId(), new Placed(object, next++));
            }
        }
        Arrays.fill(places, next, used, null);
        used = next;
        gaps = 0;
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
