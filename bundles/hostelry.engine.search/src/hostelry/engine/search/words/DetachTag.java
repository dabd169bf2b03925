package hostelry.engine.search.words;

import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.Entity;
import java.util.List;
import java.util.Map;

/** Takes a tag off an object; fine where it is not there. */
final class DetachTag implements Verb<Void> {
    private final TagOn tagOn;

    DetachTag(Inventory inventory, String tag, Class<? extends Entity> noun, String object) {
        this.tagOn = new TagOn(inventory, tag, noun, object);
    }

    @Override
    public String name() {
        return "DetachTag";
    }

    @Override
    public String title() {
        return tagOn.title("Detach", "from");
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
        return tagOn.change(tags -> tags.remove(tagOn.tag()));
    }
}
