package hostelry.engine.search.words;

import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Verb.Lock;
import hostelry.model.Entity;
import hostelry.model.Tag;
import java.util.List;
import java.util.function.Consumer;

/** A tag and something that it is put on or taken off: what both verbs have in common. What else is done to the object meanwhile does not matter: no lock is taken on it. */
record TagOn(Inventory inventory, String tag, Class<? extends Entity> noun, String object) {
    /** Such as "Attach tag red to VM web1". */
    String title(String verb, String preposition) {
        return verb + " tag " + WordChecks.name(inventory, Tag.class, tag) + " " + preposition + " " + Tagged.word(noun) + " "
                + WordChecks.name(inventory, noun, object);
    }

    List<Lock> locks() {
        return List.of(Lock.shared(tag));
    }

    void check(Problems problems) {
        check(new WordChecks(inventory, problems));
    }

    private void check(WordChecks checks) {
        checks.there(Tag.class, "tag", tag);
        checks.there(noun, Tagged.word(noun), object);
    }

    /** @param change of the tags that are on the object; may be called twice */
    Void change(Consumer<List<String>> change) {
        return inventory.change(draft -> {
            WordChecks.again(draft, this::check);
            change.accept(Tagged.tags(draft.edit(noun, object)));
            return null;
        });
    }
}
