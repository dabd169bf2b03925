package hostelry.engine.store.memory;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.JournalEntry;
import hostelry.model.Entity;
import hostelry.model.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The edits of one change. Used by the one writer alone, and only while it is open. */
final class LiveDraft implements Inventory.Draft {
    private final Ahead estate;
    private final Nouns nouns;
    private final Map<Class<?>, Map<String, Touched>> touched = new LinkedHashMap<>();
    private final Merged merged = new Merged();
    private final long firstIndex;
    private long eventIndex;
    private boolean open = true;

    /** {@code after} is null for what was removed. */
    private record Touched(Noun noun, @Nullable Entity before, @Nullable Entity after) {}

    LiveDraft(Ahead estate, Nouns nouns, long eventIndex) {
        this.estate = estate;
        this.nouns = nouns;
        this.firstIndex = eventIndex;
        this.eventIndex = eventIndex;
    }

    @Override
    public <T extends Entity> Optional<T> find(Class<T> noun, String id) {
        mustBeOpen();
        Touched touch = touches(noun).get(id);
        return Optional.ofNullable(noun.cast(touch != null ? touch.after() : estate.get(noun, id)));
    }

    @Override
    @SuppressWarnings("unchecked") // the index of a noun holds nothing else
    public <T extends Entity> Collection<T> all(Class<T> noun) {
        mustBeOpen();
        Map<String, Touched> mine = touches(noun);
        if (mine.isEmpty()) {
            return (Collection<T>) estate.all(noun);
        }
        List<T> all = new ArrayList<>();
        for (Entity object : estate.all(noun)) {
            Touched touch = mine.get(object.getId());
            Entity now = touch == null ? object : touch.after();
            if (now != null) {
                all.add(noun.cast(now));
            }
        }
        mine.values().stream().filter(touch -> touch.before() == null && touch.after() != null)
                .forEach(touch -> all.add(noun.cast(touch.after())));
        return all;
    }

    @Override
    public <T extends Entity> T edit(Class<T> noun, String id) {
        mustBeOpen();
        Touched touch = touches(noun).get(id);
        if (touch != null && touch.after() != null) {
            return noun.cast(touch.after());
        }
        Entity now = touch != null ? null : estate.get(noun, id);
        if (now == null) {
            throw new NoSuchElementException("There is no " + noun.getSimpleName() + " " + id + " any more.");
        }
        Noun type = nouns.of(noun);
        Entity copy = type.copy(now);
        touches(noun).put(id, new Touched(type, now, copy));
        return noun.cast(copy);
    }

    @Override
    public <T extends Entity> T add(T object) {
        mustBeOpen();
        Noun type = nouns.of(object);
        if (object instanceof Event event) {
            event.setIndex(++eventIndex);
            event.setId(Long.toString(eventIndex));
        }
        if (object.getId() == null || object.getId().isEmpty()) {
            object.setId(UUID.randomUUID().toString());
        }
        Map<String, Touched> mine = touches(type.java());
        Touched touch = mine.get(object.getId());
        Entity before = estate.get(type.java(), object.getId());
        if (touch == null ? before != null : touch.after() != null) {
            throw new IllegalArgumentException("there is a " + type.name() + " " + object.getId() + " already");
        }
        mine.put(object.getId(), new Touched(type, before, object));
        return object;
    }

    @Override
    public <T extends Entity> void remove(Class<T> noun, String id) {
        mustBeOpen();
        Map<String, Touched> mine = touches(noun);
        Touched touch = mine.get(id);
        Entity before = touch == null ? estate.get(noun, id) : touch.before();
        if (before != null) {
            mine.put(id, new Touched(nouns.of(noun), before, null));
        } else {
            mine.remove(id); // added in this very draft, or never there
        }
    }

    @Override
    public void journal(JournalEntry entry) {
        mustBeOpen();
        merged.journal(entry);
    }

    @Override
    public void journalEnd(String jobId) {
        mustBeOpen();
        merged.journalEnd(jobId);
    }

    /** Nothing more can be done with it; what it came to. */
    Drafted close() {
        mustBeOpen();
        open = false;
        Map<Noun, List<NounIndex.Change>> changes = new LinkedHashMap<>();
        for (Map<String, Touched> mine : touched.values()) {
            mine.forEach((id, touch) -> {
                Noun noun = touch.noun();
                Entity before = touch.before();
                Entity after = touch.after();
                if (before != null && after != null && Noun.same(noun.features(), before, after)) {
                    return;
                }
                if (after != null && !id.equals(after.getId())) {
                    throw new IllegalStateException("the id of a " + noun.name() + " must not change");
                }
                NounIndex.Change change = new NounIndex.Change(id, before, after);
                changes.computeIfAbsent(noun, key -> new ArrayList<>()).add(change);
                merged.change(noun, change);
            });
        }
        refuseSameNames(changes);
        if (eventIndex != firstIndex) {
            merged.eventIndex(eventIndex);
        }
        return new Drafted(merged, merged.commit(), changes, eventIndex);
    }

    /** The last line of defence: two verbs that made the same name at the same time both checked it before either wrote. */
    private void refuseSameNames(Map<Noun, List<NounIndex.Change>> changes) {
        changes.forEach((noun, list) -> {
            NounIndex index = estate.index(noun.java());
            if (!index.hasUniqueNames()) {
                return;
            }
            Map<String, NounIndex.Change> here = new HashMap<>();
            list.forEach(change -> here.put(change.id(), change));
            Map<String, String> names = new HashMap<>();
            for (NounIndex.Change change : list) {
                String name = change.after() == null ? null : index.nameOf(change.after());
                if (name == null) {
                    continue;
                }
                Entity holder = estate.named(noun.java(), name).orElse(null);
                boolean taken = holder != null && !here.containsKey(holder.getId());
                if (taken || names.put(name, change.id()) != null) {
                    throw new Refusal(Problem.conflict(change.id(), "The name " + name + " is in use.", "Choose another name."));
                }
            }
        });
    }

    private <T extends Entity> Map<String, Touched> touches(Class<T> noun) {
        return touched.computeIfAbsent(noun, key -> new LinkedHashMap<>());
    }

    private void mustBeOpen() {
        if (!open) {
            throw new IllegalStateException("this change is over; start another");
        }
    }
}
