package hostelry.engine.search.words;

import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.Entity;
import java.util.List;
import java.util.Map;

/** Puts a tag on an object; fine where it is there already. */
final class AttachTag implements Verb<Void> {
    private final TagOn tagOn;

    AttachTag(Inventory inventory, String tag, Class<? extends Entity> noun, String object) {
        this.tagOn = new TagOn(inventory, tag, noun, object);
    }

    @Override
    public String name() {
        return "AttachTag";
    }

    @Override
    public String title() {
        return tagOn.title("Attach", "to");
    }

    @Override
    public String subject() {
        return tagOn.object();
    }

    @Override
    public Map<String, String> arguments() {
        return Map.of();
    }

    @Override
    public List<Lock> locks() {
        return tagOn.locks();
    }

    @Override
    public void check(Problems problems) {
        tagOn.check(problems);
    }

    @Override
    public Void perform(Progress progress) {
        return tagOn.change(tags -> {
            if (!tags.contains(tagOn.tag())) {
                tags.add(tagOn.tag());
            }
        });
    }
}
