package hostelry.console;

import hostelry.client.mirror.Mirror;
import hostelry.console.kit.EmptyPlace;
import hostelry.console.kit.Shelf;
import hostelry.console.kit.Verb;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.look.StatusWord;
import hostelry.console.kit.page.Inspector;
import hostelry.console.kit.table.VirtualTable;
import hostelry.model.Entity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** A shelf: verbs and filter above, the table, and the pages of what is selected below. */
final class ShelfPlace<T extends Entity> implements Place {
    private final ShellDesk desk;
    private final Shelf<T> shelf;
    private final String heading;
    private final Composite body;
    private final Label title;
    private final Text filter;
    private final SashForm sash;
    private final VerbBar<T> verbs;
    private final VirtualTable<T> table;
    private final Head head;
    private final Inspector<T> inspector;
    private final Composite below;
    private final StackLayout belowLayout = new StackLayout();
    private final Control nothing;
    private final Composite something;

    ShelfPlace(Composite parent, ShellDesk desk, Rows<T> rows) {
        this.desk = desk;
        this.shelf = rows.shelf();
        this.heading = rows.heading();
        body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
        Composite top = new Composite(body, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(top);
        GridLayoutFactory.fillDefaults().numColumns(4).margins(12, 4).spacing(8, 0).applyTo(top);
        Label icon = new Label(top, SWT.NONE);
        icon.setImage(desk.look().icons().of(shelf.icon()));
        title = new Label(top, SWT.NONE);
        title.setFont(desk.look().bold());
        title.setText(heading);
        verbs = new VerbBar<>(top, desk, shelf.noun(), true, this::selected);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.BEGINNING, SWT.CENTER).indent(8, 0).applyTo(verbs.control());
        filter = new Text(top, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL | SWT.BORDER);
        filter.setMessage("Filter (Ctrl+F)");
        filter.setData(VerbBar.KEY, rows.key() + ".filter");
        GridDataFactory.fillDefaults().hint(120, SWT.DEFAULT).align(SWT.END, SWT.CENTER).applyTo(filter);
        sash = new SashForm(body, SWT.VERTICAL);
        DeskPane.line(sash, desk);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        table = new VirtualTable<>(sash, desk.look(), desk.memory(),
                new VirtualTable.Spec<>(rows.key(), Entity::getId, rows.all(), shelf.columns(), rows.sort(), rows.empty()), SWT.MULTI);
        below = new Composite(sash, SWT.NONE);
        below.setLayout(belowLayout);
        nothing = EmptyPlace.make(below, desk.look(), shelf.icon(), "Select a row to see its details.");
        something = new Composite(below, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(something);
        head = new Head(something, desk.look(), false);
        GridDataFactory.fillDefaults().grab(true, false).indent(12, 4).applyTo(head.control());
        inspector = new Inspector<>(something, desk, shelf.noun());
        GridDataFactory.fillDefaults().grab(true, true).indent(0, 2).applyTo(inspector.control());
        belowLayout.topControl = nothing;
        DeskPane.remember(desk.memory(), "sash." + shelf.id(), sash, 52);
        listen();
    }

    /** All of a shelf that belongs to what it stands under. */
    static <T extends Entity> Rows<T> of(ShellDesk desk, Shelf<T> shelf, Supplier<Optional<Entity>> under) {
        return new Rows<>(shelf, shelf.id(), shelf.heading(), "name",
                () -> shelf.system()
                        ? List.copyOf(desk.estate().all(shelf.noun()))
                        : under.get().map(owner -> desk.estate().all(shelf.noun()).stream()
                                .filter(entity -> shelf.belongs().test(entity, owner)).toList()).orElse(List.of()),
                parent -> empty(parent, desk, shelf));
    }

    private static Control empty(Composite parent, ShellDesk desk, Shelf<?> shelf) {
        Verb<?> first = desk.furniture().verb(shelf.empty().verb()).orElse(null);
        return first == null
                ? EmptyPlace.make(parent, desk.look(), shelf.icon(), shelf.empty().text())
                : EmptyPlace.make(parent, desk.look(), shelf.icon(), shelf.empty().text(), first.label(), "empty." + first.id(),
                        () -> new CurrentVerbs(desk).run(first.id()));
    }

    private void listen() {
        table.table().setMenu(verbs.menu(table.table(), desk));
        table.onSelect(this::selectionChanged);
        table.onShown(this::count);
        table.onKey(key -> {
            if (key.equals("Esc")) {
                desk.perform("notice.hide");
                filter.setText("");
                return true;
            }
            return verbs.runKey(key);
        });
        filter.addListener(SWT.Modify, event -> table.filter(filter.getText()));
        filter.addListener(SWT.DefaultSelection, event -> {
            // the little cross comes here too, with a detail
            if (event.detail != SWT.ICON_CANCEL && event.detail != SWT.ICON_SEARCH) {
                table.table().setFocus();
            }
        });
        filter.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ESC) {
                filter.setText("");
                table.table().setFocus();
            } else if (event.keyCode == SWT.ARROW_DOWN) {
                table.table().setFocus();
            }
        });
    }

    private List<T> selected() {
        // asked once by the bar before the table is there
        return table == null ? List.of() : table.selection();
    }

    private void selectionChanged() {
        List<T> selection = table.selection();
        desk.selectionChanged();
        verbs.update();
        if (selection.size() == 1) {
            T one = selection.get(0);
            head.show(desk.look().icons().of(StatusWord.icon(one)), StatusWord.name(one), StatusWord.of(one));
            inspector.show(one);
        }
        Control top = selection.size() == 1 ? something : nothing;
        if (belowLayout.topControl != top) {
            belowLayout.topControl = top;
            below.layout();
        }
    }

    private void count() {
        // where there is nothing, nothing can be selected
        Control only = table.all() == 0 ? table.control() : null;
        if (sash.getMaximizedControl() != only) {
            sash.setMaximizedControl(only);
        }
        String number = table.shown() == table.all()
                ? String.format(Locale.ROOT, "%,d", table.all())
                : String.format(Locale.ROOT, "%,d of %,d", table.shown(), table.all());
        String text = heading + " (" + number + ")";
        if (!text.equals(title.getText())) {
            title.setText(text);
            title.requestLayout();
        }
    }

    @Override
    public Control control() {
        return body;
    }

    @Override
    public void update(Mirror.Update update) {
        if (shelf.touches().stream().anyMatch(update::touches) || update.touches(shelf.noun())) {
            table.refresh();
        } else {
            inspector.update();
        }
        verbs.update();
    }

    @Override
    public List<Entity> selection() {
        return List.copyOf(table.selection());
    }

    @Override
    public Class<? extends Entity> noun() {
        return shelf.noun();
    }

    @Override
    public void reveal(Entity entity) {
        if (shelf.noun().isInstance(entity)) {
            filter.setText("");
            table.select(entity.getId());
        }
    }

    @Override
    public void filter() {
        filter.setFocus();
        filter.selectAll();
    }
}
