package hostelry.engine.search.words;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Search.Mistake;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.View;
import hostelry.engine.work.Problems;
import hostelry.model.Bookmark;
import hostelry.model.Entity;
import hostelry.model.Tag;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Pure questions about tags and bookmarks, each answered with every reason against. */
final class WordChecks {
    /** As oVirt's; so a tag never needs quotes in a search. */
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_-]{1,50}");
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_DESCRIPTION = 4000;

    private final View view;
    private final Problems problems;

    WordChecks(View view, Problems problems) {
        this.view = view;
        this.problems = problems;
    }

    /** Checks once more inside a change, where nothing moves any more. */
    static void again(Inventory.Draft draft, Consumer<WordChecks> questions) {
        Problems problems = new Problems();
        questions.accept(new WordChecks(draft, problems));
        if (!problems.none()) {
            throw new Refusal(problems.verdict().problems());
        }
    }

    static String name(Inventory inventory, Class<? extends Entity> noun, String id) {
        return inventory.find(noun, id).map(Entity::getName).orElse(id);
    }

    <T extends Entity> Optional<T> there(Class<T> noun, String word, String id) {
        Optional<T> found = view.find(noun, id);
        problems.require(found.isPresent(), () -> Problem.notFound(word, id));
        return found;
    }

    /** The tag as it is to be. @param id of the tag itself, for a change */
    void fits(Tag tag, @Nullable String id) {
        String name = tag.getName();
        problems.require(name != null && TAG.matcher(name).matches(), () -> Problem.badInput("name",
                name == null || name.isEmpty() ? "A tag needs a name." : "This can't be the name of a tag.",
                "Take 1 to 50 letters, digits, underscores or hyphens."));
        unique(Tag.class, "tag", name, id);
        described(tag);
        String parent = tag.getParent();
        if (parent != null && view.find(Tag.class, parent).isEmpty()) {
            problems.add(Problem.badInput("parent", "There is no tag " + parent + ".", "Name one that exists, or none."));
        } else if (id != null && isBelow(parent, id)) {
            problems.add(Problem.badInput("parent", "A tag can't stand below itself.", "Take another parent, or none."));
        }
    }

    private boolean isBelow(@Nullable String tag, String top) {
        Set<String> way = new HashSet<>();
        String at = tag;
        while (at != null && way.add(at)) {
            if (at.equals(top)) {
                return true;
            }
            at = view.find(Tag.class, at).map(Tag::getParent).orElse(null);
        }
        return false;
    }

    /** The bookmark as it is to be. @param mistake what is wrong with a search */
    void fits(Bookmark bookmark, @Nullable String id, Function<String, Optional<Mistake>> mistake) {
        String name = bookmark.getName();
        problems.require(
                name != null && !name.isBlank() && name.length() <= LONGEST_NAME && name.chars().noneMatch(Character::isISOControl),
                () -> Problem.badInput("name",
                        name == null || name.isBlank() ? "A bookmark needs a name." : "This can't be the name of a bookmark.",
                        "Take 1 to " + LONGEST_NAME + " characters in one line."));
        unique(Bookmark.class, "bookmark", name, id);
        described(bookmark);
        String value = bookmark.getValue();
        if (value == null || value.isBlank()) {
            problems.add(Problem.badInput("value", "A bookmark needs a search.", "Write it as Vms: status = up"));
        } else {
            mistake.apply(value).ifPresent(wrong -> problems.add(Problem.badInput("value",
                    "The search can't be understood at character " + (wrong.from() + 1) + ": " + wrong.text(), "")));
        }
    }

    private void described(Entity object) {
        String description = object.getDescription();
        problems.require(description == null || description.length() <= LONGEST_DESCRIPTION,
                () -> Problem.badInput("description", "The description is longer than " + LONGEST_DESCRIPTION + " characters.",
                        "Shorten it."));
    }

    private <T extends Entity> void unique(Class<T> noun, String word, @Nullable String name, @Nullable String except) {
        problems.require(
                name == null || view.all(noun).stream().noneMatch(other -> name.equals(other.getName()) && !other.getId().equals(except)),
                () -> new Problem(Problem.Kind.CONFLICT, "There is a " + word + " named " + name + " already.", "Take another name.",
                        "name"));
    }
}
