package hostelry.console;

import hostelry.console.kit.VerbBar;
import hostelry.console.kit.look.Icon;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

/** Back, forward, the search field, and the star that saves a search. */
final class GoBar {
    /** Where the text of a search that is to be saved is handed over. */
    static final String DRAFT = "search.draft";

    private final ShellDesk desk;
    private final Composite bar;

    GoBar(Composite parent, ShellDesk desk) {
        this.desk = desk;
        this.bar = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(8, 4).spacing(8, 0).applyTo(bar);
        fill();
    }

    Control control() {
        return bar;
    }

    private void fill() {
        ToolBar tools = new ToolBar(bar, SWT.FLAT);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(tools);
        ToolItem back = item(tools, Icon.BACK, "go.back", "Back (Alt+Left)", () -> desk.navigator().back());
        ToolItem forward = item(tools, Icon.FORWARD, "go.forward", "Forward (Alt+Right)", () -> desk.navigator().forward());
        Runnable ways = () -> {
            back.setEnabled(desk.navigator().canGoBack());
            forward.setEnabled(desk.navigator().canGoForward());
        };
        ways.run();
        desk.navigator().listen(bar, target -> ways.run());
        SearchBar search = new SearchBar(bar, desk);
        GridDataFactory.fillDefaults().hint(560, SWT.DEFAULT).align(SWT.BEGINNING, SWT.CENTER).applyTo(search.control());
        ToolBar after = new ToolBar(bar, SWT.FLAT);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(after);
        item(after, Icon.STAR, "search.save", "Save this search…", () -> {
            desk.memory().put(DRAFT, search.text());
            new CurrentVerbs(desk).run("bookmark.new");
        });
    }

    private ToolItem item(ToolBar tools, Icon icon, String key, String tip, Runnable action) {
        ToolItem item = new ToolItem(tools, SWT.PUSH);
        item.setImage(desk.look().icons().of(icon));
        item.setToolTipText(tip);
        item.setData(VerbBar.KEY, key);
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }
}
