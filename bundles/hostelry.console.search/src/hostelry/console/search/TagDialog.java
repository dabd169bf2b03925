package hostelry.console.search;

import hostelry.api.Act;
import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Tags;
import hostelry.client.EngineConnection;
import hostelry.console.kit.Desk;
import hostelry.console.kit.dialog.FormDialog;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.words.Words;
import hostelry.model.HostelryFactory;
import hostelry.model.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** A new tag, or another name and place for one. */
final class TagDialog extends FormDialog {
    private final Desk desk;
    private final @Nullable Tag old;
    private final @Nullable Tag inside;
    /** Where it can stand; none of itself and what is inside it. */
    private final List<Tag> parents;
    private final TagTree tree;
    private @Nullable Text name;
    private @Nullable Text description;
    private @Nullable Combo parent;

    /** @param inside where a new one stands at first; null: at the top */
    TagDialog(Desk desk, TagTree tree, @Nullable Tag old, @Nullable Tag inside) {
        super(desk.shell(), desk.look(), Icon.TAG, old == null ? "New tag" : "Edit " + old.getName(), old == null ? "Create" : "Save");
        this.desk = desk;
        this.tree = tree;
        this.old = old;
        this.inside = inside;
        this.parents = new ArrayList<>(tree.inOrder());
        if (old != null) {
            parents.removeAll(tree.withInner(old));
        }
    }

    @Override
    protected void fields() {
        Tag before = old;
        name = text("tag.name", "Name", before == null ? "" : Words.orEmpty(before.getName()), "");
        description = text("tag.description", "Description", before == null ? "" : Words.orEmpty(before.getDescription()), "");
        List<String> places = new ArrayList<>(List.of("No other tag"));
        parents.forEach(tag -> places.add("   ".repeat(tree.depth(tag)) + tag.getName()));
        String now = before != null ? before.getParent() : inside == null ? null : inside.getId();
        int at = 0;
        for (int i = 0; i < parents.size(); i++) {
            if (parents.get(i).getId().equals(now)) {
                at = i + 1;
            }
        }
        parent = combo("tag.parent", "Inside", places, at);
    }

    private static String value(@Nullable Text text) {
        return Objects.requireNonNull(text).getText().strip();
    }

    @Override
    protected List<String> problems() {
        String typed = value(name);
        if (typed.isEmpty()) {
            return List.of("Give it a name.");
        }
        boolean taken = desk.estate().all(Tag.class).stream().anyMatch(tag -> typed.equals(tag.getName())
                && (old == null || !tag.getId().equals(old.getId())));
        return taken ? List.of("There is already a tag named " + typed + ".") : List.of();
    }

    @Override
    protected void finish() {
        Tag tag = HostelryFactory.eINSTANCE.createTag();
        tag.setName(value(name));
        tag.setDescription(value(description));
        int at = Objects.requireNonNull(parent).getSelectionIndex();
        tag.setParent(at <= 0 ? null : parents.get(at - 1).getId());
        desk.acts().ask((old == null ? "Create tag " : "Edit tag ") + tag.getName(), engine -> ask(engine, tag), made -> done(),
                problems -> refuse(problems.stream().map(Problem::sentence).toList()));
    }

    private Act<Tag> ask(EngineConnection engine, Tag tag) {
        Tag before = old;
        Tags tags = engine.service(Tags.class);
        return before == null
                ? tags.add(engine.caller(), tag)
                : tags.update(engine.caller(), before.getId(), new Patch<>(tag, Set.of("name", "description", "parent")));
    }
}
