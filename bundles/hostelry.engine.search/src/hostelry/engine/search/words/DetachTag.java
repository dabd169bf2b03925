package hostelry.engine.search.words;

import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.Entity;
import hostelry.model.Tag;
import java.util.List;
import java.util.Map;

/** Takes a tag off an object; fine where it is not there. What else is done to the object meanwhile does not matter: no lock is taken on it. */
final class DetachTag implements Verb<Void> {
    private final Inventory inventory;
    private final String tag;
    private final Class<? extends Entity> noun;
    private final String object;

    DetachTag(Inventory inventory, String tag, Class<? extends Entity> noun, String object) {
        this.inventory = inventory;
        this.tag = tag;
        this.noun = noun;
        this.object = object;
    }

    @Override
    public String name() {
        return "DetachTag";
    }

    @Override
    public String title() {
        return "Detach tag " + WordChecks.name(inventory, Tag.class, tag) + " from " + Tagged.word(noun) + " "
                + WordChecks.name(inventory, noun, object);
    }

    @Override
    public String subject() {
        return object;
    }

    @Override
    public Map<String, String> arguments() {
        return Map.of();
    }

    @Override
    public List<Lock> locks() {
        return List.of(Lock.shared(tag));
    }

    @Override
    public void check(Problems problems) {
        check(new WordChecks(inventory, problems));
    }

    private void check(WordChecks checks) {
        checks.there(Tag.class, "tag", tag);
        checks.there(noun, Tagged.word(noun), object);
    }

    @Override
    public Void perform(Progress progress) {
        return inventory.change(draft -> {
            WordChecks.again(draft, this::check);
            List<String> tags = Tagged.tags(draft.edit(noun, object));
            tags.remove(tag);
            return null;
        });
    }
}
