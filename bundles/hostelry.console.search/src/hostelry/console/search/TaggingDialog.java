package hostelry.console.search;

import hostelry.api.Tags;
import hostelry.console.kit.Desk;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.dialog.FormDialog;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.words.Words;
import hostelry.model.Entity;
import hostelry.model.HostelryFactory;
import hostelry.model.Tag;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** Which tags are on what is selected. A box that is half full: some of them have it; untouched, that stays so. */
final class TaggingDialog<T extends Entity> extends FormDialog {
    private static final int HEIGHT = 180;

    private final Desk desk;
    private final List<T> subjects;
    private final Function<T, List<String>> tagsOf;
    private final List<Tag> tags;
    private @Nullable Table boxes;
    private @Nullable Text fresh;

    TaggingDialog(Desk desk, List<T> subjects, Function<T, List<String>> tagsOf) {
        super(desk.shell(), desk.look(), Icon.TAG,
                "Tags of " + (subjects.size() == 1 ? subjects.get(0).getName() : Words.count(subjects.size(), "object", "objects")),
                "Save");
        this.desk = desk;
        this.subjects = subjects;
        this.tagsOf = tagsOf;
        this.tags = new TagTree(desk).inOrder();
    }

    @Override
    protected void fields() {
        if (!tags.isEmpty()) {
            Table table = new Table(room("Check those that it has", HEIGHT), SWT.CHECK | SWT.BORDER | SWT.V_SCROLL);
            table.setData(VerbBar.KEY, "tagging.tags");
            TagTree tree = new TagTree(desk);
            for (Tag tag : tags) {
                TableItem item = new TableItem(table, SWT.NONE);
                item.setText("   ".repeat(tree.depth(tag)) + tag.getName());
                item.setImage(desk.look().icons().of(Icon.TAG));
                long have = subjects.stream().filter(subject -> tagsOf.apply(subject).contains(tag.getId())).count();
                item.setChecked(have > 0);
                item.setGrayed(have > 0 && have < subjects.size());
            }
            table.addListener(SWT.Selection, event -> {
                if (event.detail == SWT.CHECK) {
                    ((TableItem) event.item).setGrayed(false);
                    changed();
                }
            });
            boxes = table;
        }
        fresh = text("tagging.new", tags.isEmpty() ? "First tag" : "And a new one", "", "");
    }

    @Override
    protected List<String> problems() {
        String typed = Objects.requireNonNull(fresh).getText().strip();
        return desk.estate().all(Tag.class).stream().anyMatch(tag -> typed.equals(tag.getName()))
                ? List.of("There is already a tag named " + typed + "; check it above.")
                : List.of();
    }

    @Override
    protected void finish() {
        Table table = boxes;
        for (int i = 0; table != null && i < tags.size(); i++) {
            if (!table.getItem(i).getGrayed()) {
                set(tags.get(i), table.getItem(i).getChecked());
            }
        }
        String typed = Objects.requireNonNull(fresh).getText().strip();
        if (!typed.isEmpty()) {
            Tag tag = HostelryFactory.eINSTANCE.createTag();
            tag.setName(typed);
            desk.acts().ask("Create tag " + typed, engine -> engine.service(Tags.class).add(engine.caller(), tag), made -> set(made, true),
                    null);
        }
        done();
    }

    private void set(Tag tag, boolean wanted) {
        for (T subject : subjects) {
            if (tagsOf.apply(subject).contains(tag.getId()) != wanted) {
                String noun = subject.eClass().getName();
                desk.acts().ask((wanted ? "Tag " : "Take a tag off ") + subject.getName() + ": " + tag.getName(),
                        engine -> wanted
                                ? engine.service(Tags.class).attach(engine.caller(), tag.getId(), noun, subject.getId())
                                : engine.service(Tags.class).detach(engine.caller(), tag.getId(), noun, subject.getId()));
            }
        }
    }
}
