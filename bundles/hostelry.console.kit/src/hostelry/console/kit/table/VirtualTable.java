package hostelry.console.kit.table;

import hostelry.console.kit.Memory;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.look.Look;
import hostelry.console.kit.memory.TableSettings;
import hostelry.console.kit.table.Rows.Content;
import hostelry.console.kit.table.Rows.News;
import hostelry.console.kit.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.jspecify.annotations.Nullable;

/**
 * A table over any number of rows. Rows are gathered, filtered and sorted on a thread of their own; selection, sort and scroll survive each refresh. UI thread
 * only, but for the functions of its {@link Spec} that say otherwise.
 *
 * @param <T> a row; another state of the same thing is another object with the same id, or the same object
 */
public final class VirtualTable<T> {
    /** From here on it costs a click's patience when rows change places, as under a sort by live load. */
    private static final int GREAT_MANY = 20_000;
    private static final long REST_MILLIS = 2_000;

    /**
     * What a table shows.
     *
     * @param key the widget's name for tests, and under which column widths are remembered
     * @param id of a row; called off the UI thread
     * @param rows all of them, before filter and sort; called off the UI thread
     * @param sort key of the column by which it is sorted at first; empty: in the order in which {@code rows} gives them
     * @param empty what is shown where there are no rows at all
     */
    public record Spec<T>(String key, Function<T, String> id, Supplier<? extends Collection<T>> rows, List<Column<T>> columns, String sort,
            Function<Composite, Control> empty) {}

    private final Spec<T> spec;
    private final Look look;
    private final TableSettings settings;
    private final Rows<T> gathering;
    private final RowFilling<T> filling;
    private final Composite stack;
    private final StackLayout layout = new StackLayout();
    private final Table table;
    private final Control empty;
    private final List<Runnable> onSelect = new ArrayList<>();
    private final List<Runnable> onShown = new ArrayList<>();
    private Predicate<String> onKey = key -> false;

    private volatile Content<T> content = Content.none();
    private Set<String> selected = new LinkedHashSet<>();
    private @Nullable String wanted;
    private volatile List<String> filter = List.of();
    private volatile Column<T> sort;
    private volatile boolean down;
    /** When rows changed places last, in nanoseconds. */
    private long rearranged = System.nanoTime() - REST_MILLIS * 1_000_000;
    private boolean resting;
    private boolean computing;
    private boolean again;

    public VirtualTable(Composite parent, Look look, Memory memory, Spec<T> spec, int style) {
        this.spec = spec;
        this.look = look;
        this.settings = new TableSettings(memory, spec.key());
        this.gathering = new Rows<>(spec.id(), spec.rows(), spec.columns());
        this.sort = spec.sort().isEmpty() ? asFound() : column(settings.sort(spec.sort()));
        this.down = !spec.sort().isEmpty() && settings.down();
        this.stack = new Composite(parent, SWT.NONE);
        stack.setLayout(layout);
        this.table = new Table(stack, SWT.VIRTUAL | SWT.FULL_SELECTION | style);
        this.filling = new RowFilling<>(table, spec.id(), spec.columns());
        this.empty = spec.empty().apply(stack);
        layout.topControl = table;
        table.setHeaderVisible(true);
        table.setData(VerbBar.KEY, spec.key());
        named(table, Words.sentence(spec.key().replace('.', ' ')));
        makeColumns();
        listen();
        refresh();
    }

    public Control control() {
        return stack;
    }

    public Table table() {
        return table;
    }

    /** Calls when what is selected changes, or the selected thing itself does. */
    public void onSelect(Runnable listener) {
        onSelect.add(listener);
    }

    /** Calls after each refresh. */
    public void onShown(Runnable listener) {
        onShown.add(listener);
    }

    /** Gets {@code Enter}, {@code Del}, {@code F2}, {@code Esc}; answers whether it did something. */
    public void onKey(Predicate<String> keys) {
        onKey = keys;
    }

    /** Rows that are shown, after the filter. */
    public int shown() {
        return content.rows().size();
    }

    /** Rows before the filter. */
    public int all() {
        return content.all();
    }

    /** The rows that are shown, in their order, as they are now. */
    public List<T> rows() {
        return content.rows();
    }

    public List<T> selection() {
        return selected.stream().map(id -> content.index().get(id)).filter(Objects::nonNull).sorted()
                .map(index -> content.rows().get(index)).toList();
    }

    /** Selects the row of that id, now or as soon as it is there, and makes it seen. */
    public void select(String id) {
        Integer index = content.index().get(id);
        if (index == null) {
            wanted = id;
        } else {
            wanted = null;
            if (index >= table.getItemCount()) {
                table.setItemCount(index + 1);
            }
            table.setSelection(index);
            selected = new LinkedHashSet<>(List.of(id));
            onSelect.forEach(Runnable::run);
        }
    }

    /** Shows only rows that have all these words somewhere. */
    public void filter(String text) {
        List<String> words = Rows.words(text);
        if (!words.equals(filter)) {
            filter = words;
            refreshNow();
        }
    }

    /** Looks at all rows again, soon; where a great many rows have just changed places, somewhat later. */
    public void refresh() {
        long rested = (System.nanoTime() - rearranged) / 1_000_000;
        if (content.rows().size() < GREAT_MANY || rested >= REST_MILLIS) {
            refreshNow();
        } else if (!resting) {
            resting = true;
            table.getDisplay().timerExec((int) (REST_MILLIS - rested), () -> {
                resting = false;
                if (!table.isDisposed()) {
                    refreshNow();
                }
            });
        }
    }

    private void refreshNow() {
        if (computing) {
            again = true;
            return;
        }
        computing = true;
        Thread.ofVirtual().name("table " + spec.key()).start(() -> {
            // nobody changes the content but who takes these news
            News<T> now = gathering.news(content, new Rows.Wish<>(filter, sort, down));
            if (!stack.isDisposed()) {
                stack.getDisplay().asyncExec(() -> take(now));
            }
        });
    }

    private void take(News<T> news) {
        computing = false;
        if (table.isDisposed()) {
            return;
        }
        Content<T> now = news.content();
        content = now;
        if (news.sameOrder()) {
            filling.refill(now, news.changed());
        } else {
            filling.rearrange(now, selected);
            rearranged = System.nanoTime();
        }
        Control top = now.all() == 0 ? empty : table;
        if (layout.topControl != top) {
            layout.topControl = top;
            stack.layout();
        }
        // what the filter hides stays selected: it is there again when the filter goes
        if (wanted != null && now.index().containsKey(wanted)) {
            select(wanted);
        } else if (!selected.isEmpty()) {
            onSelect.forEach(Runnable::run);
        }
        onShown.forEach(Runnable::run);
        if (again) {
            again = false;
            refresh();
        }
    }

    /** Stands for no column: nothing is sorted until somebody asks for it. */
    private static <T> Column<T> asFound() {
        return Column.text("", "", 0, row -> "");
    }

    /** A native table has no name of its own for those who hear the screen. */
    private static void named(Control control, String name) {
        control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = name;
            }
        });
    }

    /** That column is as wide as what the others leave. @param least in points */
    public void stretch(String column, int least) {
        Arrays.stream(table.getColumns()).filter(made -> column.equals(made.getData())).findFirst()
                .ifPresent(made -> new Stretch(table, made, least));
    }

    private Column<T> column(String key) {
        return spec.columns().stream().filter(column -> column.key().equals(key)).findFirst().orElse(spec.columns().get(0));
    }

    private void makeColumns() {
        for (Column<T> column : spec.columns()) {
            TableColumn made = new TableColumn(table, column.style());
            made.setText(column.title());
            made.setData(column.key());
            made.setWidth(settings.width(column.key(), column.width()));
            made.setMoveable(true);
            made.addListener(SWT.Resize, event -> settings.widened(column.key(), made.getWidth()));
            made.addListener(SWT.Selection, event -> sortBy(column, made));
            if (column == sort) {
                table.setSortColumn(made);
                table.setSortDirection(down ? SWT.DOWN : SWT.UP);
            }
        }
    }

    private void sortBy(Column<T> column, TableColumn made) {
        down = column == sort && !down;
        sort = column;
        table.setSortColumn(made);
        table.setSortDirection(down ? SWT.DOWN : SWT.UP);
        settings.sorted(column.key(), down);
        refreshNow();
    }

    private void listen() {
        table.addListener(SWT.SetData, event -> filling.fill((TableItem) event.item, event.index));
        table.addListener(SWT.Selection, event -> {
            selected = Arrays.stream(table.getSelectionIndices()).filter(index -> index < content.rows().size())
                    .mapToObj(index -> spec.id().apply(content.rows().get(index))).collect(Collectors.toCollection(LinkedHashSet::new));
            wanted = null;
            onSelect.forEach(Runnable::run);
        });
        table.addListener(SWT.DefaultSelection, event -> onKey.test("Enter"));
        table.addListener(SWT.KeyDown, this::key);
        new CellTouch<>(table, spec.columns());
    }

    private void key(Event event) {
        boolean done = switch (event.keyCode) {
            case SWT.DEL -> onKey.test("Del");
            case SWT.F2 -> onKey.test("F2");
            case SWT.ESC -> onKey.test("Esc");
            case 'c' -> event.stateMask == SWT.MOD1 && copy();
            default -> false;
        };
        event.doit &= !done;
    }

    /** Puts the selected rows on the clipboard, a line each, tabs between. */
    public boolean copy() {
        List<T> rows = selection();
        if (rows.isEmpty()) {
            return false;
        }
        Clipboard clipboard = new Clipboard(table.getDisplay());
        clipboard.setContents(new Object[]{Rows.text(rows, spec.columns())}, new Transfer[]{TextTransfer.getInstance()});
        clipboard.dispose();
        return true;
    }

    /** The theme's look, for pages around. */
    public Look look() {
        return look;
    }
}
