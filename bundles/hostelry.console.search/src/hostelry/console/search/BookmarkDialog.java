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
import hostelry.model.Bookmark;
import hostelry.model.HostelryFactory;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** A search under a name, or another name or text for one. */
final class BookmarkDialog extends FormDialog {
    /** Where the shell's search field hands over what is written in it. */
    private static final String DRAFT = "search.draft";

    private final Desk desk;
    private final @Nullable Bookmark old;
    private @Nullable Text name;
    private @Nullable Text value;

    BookmarkDialog(Desk desk, @Nullable Bookmark old) {
        super(desk.shell(), desk.look(), Icon.STAR, old == null ? "Save search" : "Edit " + old.getName(), "Save");
        this.desk = desk;
        this.old = old;
    }

    @Override
    protected void fields() {
        Bookmark before = old;
        name = text("bookmark.name", "Name", before == null ? "" : Words.orEmpty(before.getName()), "");
        value = text("bookmark.value", "Search", before == null ? desk.memory().get(DRAFT, "") : Words.orEmpty(before.getValue()), "");
    }

    private static String value(@Nullable Text text) {
        return Objects.requireNonNull(text).getText().strip();
    }

    @Override
    protected List<String> problems() {
        return value(name).isEmpty()
                ? List.of("Give it a name.")
                : value(value).isEmpty() ? List.of("Write what to search for, such as Vms: status = up.") : List.of();
    }

    @Override
    protected void finish() {
        Bookmark bookmark = HostelryFactory.eINSTANCE.createBookmark();
        bookmark.setName(value(name));
        bookmark.setValue(value(value));
        desk.acts().ask("Save search " + bookmark.getName(), engine -> ask(engine, bookmark), made -> done(),
                problems -> refuse(problems.stream().map(Problem::sentence).toList()));
    }

    private Act<Bookmark> ask(EngineConnection engine, Bookmark bookmark) {
        Bookmark before = old;
        Tags tags = engine.service(Tags.class);
        return before == null
                ? tags.addBookmark(engine.caller(), bookmark)
                : tags.updateBookmark(engine.caller(), before.getId(), new Patch<>(bookmark, Set.of("name", "value")));
    }
}
