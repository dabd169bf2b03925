package hostelry.bots;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ST;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;

/** The search field above, with what it proposes. */
public final class SearchBar {
    private final Bot bot;
    private final StyledText field;

    SearchBar(Bot bot) {
        this.bot = bot;
        this.field = bot.find(StyledText.class, "search");
    }

    /** Writes a text in place of what is there. */
    public SearchBar type(String text) {
        bot.ui(() -> {
            field.forceFocus();
            field.setText(text);
            field.setCaretOffset(text.length());
            return null;
        });
        // the caret stood at the beginning when the text changed
        key(SWT.SPACE, SWT.MOD1);
        return this;
    }

    public String text() {
        return bot.ui(field::getText);
    }

    public void enter() {
        key(SWT.CR, 0);
    }

    public void down() {
        key(SWT.ARROW_DOWN, 0);
    }

    public void tab() {
        bot.ui(() -> {
            Event event = new Event();
            event.detail = SWT.TRAVERSE_TAB_NEXT;
            event.doit = true;
            field.notifyListeners(SWT.Traverse, event);
            return null;
        });
    }

    public void escape() {
        key(SWT.ESC, 0);
    }

    private void key(int code, int mask) {
        bot.later(() -> {
            Event event = new Event();
            event.keyCode = code;
            event.stateMask = mask;
            event.doit = true;
            field.notifyListeners(ST.VerifyKey, event);
        });
    }

    /** What is proposed now, from above. */
    public List<String> proposals() {
        return bot.exists(Table.class, "search.proposals") ? bot.table("search.proposals").first() : List.of();
    }

    public void waitForProposals(String... texts) {
        bot.waitUntil("proposals " + List.of(texts) + ", not " + proposals(), () -> proposals().containsAll(List.of(texts)));
    }

    /** The sentence below; empty where nothing is wrong. */
    public String mistake() {
        return bot.exists(Label.class, "search.mistake") ? bot.label("search.mistake") : "";
    }

    /** What is underlined in red; empty where nothing is. */
    public String underlined() {
        return bot.ui(() -> {
            StyleRange[] ranges = field.getStyleRanges();
            return ranges.length == 0 ? "" : field.getText(ranges[0].start, ranges[0].start + ranges[0].length - 1);
        });
    }

    /** Clicks the star; the form for a name opens. */
    public void save(String name) {
        bot.toolbarButton("search.save").click();
        bot.shell("Save search");
        bot.text("bookmark.name").setText(name);
        bot.button("form.ok").click();
        bot.waitUntil("the form is closed", () -> !bot.isOpen("Save search"));
    }
}
