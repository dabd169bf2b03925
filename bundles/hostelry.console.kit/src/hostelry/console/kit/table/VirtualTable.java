package hostelry.console.kit.table;

import hostelry.console.kit.Memory;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.look.Look;
import hostelry.console.kit.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
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
    /** From this many rows less on, emptying and refilling is quicker than taking them out one by one. */
    private static final int MANY = 500;
    /** Rows that the widget is told of at once. */
    private static final int SLICE = 2_000;
    private static final int PAUSE_MILLIS = 15;
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

    private record Content<T>(List<T> rows, Map<String, Integer> index, int all) {}

    /** What is new: the content, whether it stands in the order of before, and where rows are other objects then. */
    private record News<T>(Content<T> content, boolean sameOrder, List<Integer> changed) {}

    private record Found(Object row, String text) {}

    private final Spec<T> spec;
    private final Look look;
    private final Memory memory;
    private final Composite stack;
    private final StackLayout layout = new StackLayout();
    private final Table table;
    private final Control empty;
    private final List<Runnable> onSelect = new ArrayList<>();
    private final List<Runnable> onShown = new ArrayList<>();
    private Predicate<String> onKey = key -> false;

    private volatile Content<T> content = new Content<>(List.of(), Map.of(), 0);
    private Set<String> selected = new LinkedHashSet<>();
    private @Nullable String wanted;
    private volatile List<String> filter = List.of();
    private volatile Column<T> sort;
    private volatile boolean down;
    /** When rows changed places last, in nanoseconds. */
    private long rearranged = System.nanoTime() - REST_MILLIS * 1_000_000;
    private boolean resting;
    private boolean computing;
    private boolean growing;
    private boolean again;
    /** Touched by the computing thread alone, of which there is one at a time. */
    private Map<String, Found> texts = new HashMap<>();

    public VirtualTable(Composite parent, Look look, Memory memory, Spec<T> spec, int style) {
        this.spec = spec;
        this.look = look;
        this.memory = memory;
        this.sort = spec.sort().isEmpty() ? asFound() : column(memory.get(spec.key() + ".sort", spec.sort()));
        this.down = !spec.sort().isEmpty() && Boolean.parseBoolean(memory.get(spec.key() + ".down", "false"));
        this.stack = new Composite(parent, SWT.NONE);
        stack.setLayout(layout);
        this.table = new Table(stack, SWT.VIRTUAL | SWT.FULL_SELECTION | style);
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
        List<String> words = Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s+")).filter(word -> !word.isEmpty()).toList();
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
            News<T> now = news(gather());
            if (!stack.isDisposed()) {
                stack.getDisplay().asyncExec(() -> take(now));
            }
        });
    }

    // -- off the UI thread

    private Content<T> gather() {
        Collection<T> all = spec.rows().get();
        List<String> words = filter;
        List<T> rows = new ArrayList<>(words.isEmpty() ? all : filtered(all, words));
        Column<T> by = sort;
        if (!by.key().isEmpty()) {
            rows.sort((down ? by.order().reversed() : by.order()).thenComparing(spec.id()));
        }
        Map<String, Integer> index = HashMap.newHashMap(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            index.put(spec.id().apply(rows.get(i)), i);
        }
        return new Content<>(rows, index, all.size());
    }

    private News<T> news(Content<T> now) {
        // nobody changes the content but who takes these news
        Content<T> old = content;
        List<Integer> changed = new ArrayList<>();
        if (old.rows().size() != now.rows().size()) {
            return new News<>(now, false, changed);
        }
        for (int i = 0; i < now.rows().size(); i++) {
            T before = old.rows().get(i);
            T after = now.rows().get(i);
            if (before != after) {
                if (!spec.id().apply(before).equals(spec.id().apply(after))) {
                    return new News<>(now, false, List.of());
                }
                changed.add(i);
            }
        }
        return new News<>(now, true, changed);
    }

    private List<T> filtered(Collection<T> all, List<String> words) {
        List<Column<T>> columns = spec.columns().stream().filter(Column::filtered).toList();
        Map<String, Found> now = HashMap.newHashMap(all.size());
        List<T> rows = new ArrayList<>();
        for (T row : all) {
            String id = spec.id().apply(row);
            Found found = texts.get(id);
            if (found == null || found.row() != row) {
                found = new Found(row, columns.stream().map(column -> column.text().apply(row)).collect(Collectors.joining("\n"))
                        .toLowerCase(Locale.ROOT));
            }
            now.put(id, found);
            if (words.stream().allMatch(found.text()::contains)) {
                rows.add(row);
            }
        }
        texts = now;
        return rows;
    }

    // -- on it

    private void take(News<T> news) {
        computing = false;
        if (table.isDisposed()) {
            return;
        }
        Content<T> old = content;
        Content<T> now = news.content();
        content = now;
        if (news.sameOrder()) {
            refill(news.changed());
        } else {
            rearrange(old);
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

    private void refill(List<Integer> changed) {
        int first = table.getTopIndex();
        int last = lastVisible(first);
        for (int i : changed) {
            if ((i < first || i > last) && i < table.getItemCount()) {
                table.clear(i);
            }
        }
        for (int i = first; i <= last; i++) {
            fill(table.getItem(i), i);
        }
        if (spec.columns().stream().anyMatch(column -> column.paint() != null)) {
            table.redraw();
        }
    }

    private void rearrange(Content<T> old) {
        int top = table.getTopIndex();
        String topId = top > 0 && top < old.rows().size() ? spec.id().apply(old.rows().get(top)) : null;
        int count = content.rows().size();
        int newTop = topId == null ? 0 : content.index().getOrDefault(topId, Math.min(top, Math.max(0, count - 1)));
        int[] chosen = selected.stream().map(content.index()::get).filter(Objects::nonNull).mapToInt(Integer::intValue).toArray();
        int needed = Math.max(newTop, Arrays.stream(chosen).max().orElse(0)) + SLICE;
        table.setRedraw(false);
        try {
            if (table.getItemCount() - count > MANY) {
                table.removeAll();
            }
            if (table.getItemCount() > count || table.getItemCount() < Math.min(count, needed)) {
                table.setItemCount(Math.min(count, needed));
            }
            table.clearAll();
            table.deselectAll();
            table.select(chosen);
            if (topId != null) {
                table.setTopIndex(newTop);
            }
            int first = table.getTopIndex();
            for (int i = first; i <= lastVisible(first); i++) {
                fill(table.getItem(i), i);
            }
        } finally {
            table.setRedraw(true);
        }
        grow();
    }

    /** GTK takes its time for each row that it hears of: many rows come a slice at a time, so that no click has to wait. */
    private void grow() {
        if (growing || table.getItemCount() >= content.rows().size()) {
            return;
        }
        growing = true;
        table.getDisplay().timerExec(PAUSE_MILLIS, () -> {
            growing = false;
            if (!table.isDisposed() && table.getItemCount() < content.rows().size()) {
                table.setItemCount(Math.min(content.rows().size(), table.getItemCount() + SLICE));
                grow();
            }
        });
    }

    private int lastVisible(int first) {
        int height = Math.max(8, table.getItemHeight());
        return Math.min(Math.min(content.rows().size(), table.getItemCount()) - 1, first + table.getClientArea().height / height + 1);
    }

    private void fill(TableItem item, int index) {
        if (index >= content.rows().size()) {
            return;
        }
        T row = content.rows().get(index);
        item.setData(row);
        for (int c = 0; c < spec.columns().size(); c++) {
            Column<T> column = spec.columns().get(c);
            String text = column.text().apply(row);
            if (!text.equals(item.getText(c))) {
                item.setText(c, text);
            }
            if (column.image() != null) {
                Image image = column.image().apply(row);
                if (image != item.getImage(c)) {
                    item.setImage(c, image);
                }
            }
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

    private Column<T> column(String key) {
        return spec.columns().stream().filter(column -> column.key().equals(key)).findFirst().orElse(spec.columns().get(0));
    }

    private void makeColumns() {
        for (Column<T> column : spec.columns()) {
            TableColumn made = new TableColumn(table, column.style());
            made.setText(column.title());
            String key = spec.key() + "." + column.key();
            made.setWidth(Math.max(24, memory.get(key, column.width())));
            made.setMoveable(true);
            made.addListener(SWT.Resize, event -> memory.put(key, Integer.toString(made.getWidth())));
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
        memory.put(spec.key() + ".sort", column.key());
        memory.put(spec.key() + ".down", Boolean.toString(down));
        refreshNow();
    }

    private void listen() {
        table.addListener(SWT.SetData, event -> fill((TableItem) event.item, event.index));
        table.addListener(SWT.Selection, event -> {
            selected = Arrays.stream(table.getSelectionIndices()).filter(index -> index < content.rows().size())
                    .mapToObj(index -> spec.id().apply(content.rows().get(index))).collect(Collectors.toCollection(LinkedHashSet::new));
            wanted = null;
            onSelect.forEach(Runnable::run);
        });
        table.addListener(SWT.DefaultSelection, event -> onKey.test("Enter"));
        table.addListener(SWT.KeyDown, this::key);
        table.addListener(SWT.PaintItem, this::paint);
        table.addListener(SWT.MouseMove, this::tip);
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
        String text = rows.stream()
                .map(row -> spec.columns().stream().map(column -> column.text().apply(row)).collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
        Clipboard clipboard = new Clipboard(table.getDisplay());
        clipboard.setContents(new Object[]{text}, new Transfer[]{TextTransfer.getInstance()});
        clipboard.dispose();
        return true;
    }

    @SuppressWarnings("unchecked") // fill put it there
    private void paint(Event event) {
        CellPainter<T> painter = spec.columns().get(event.index).paint();
        Object row = event.item.getData();
        if (painter != null && row != null) {
            painter.paint(event.gc, ((TableItem) event.item).getBounds(event.index), (T) row, (event.detail & SWT.SELECTED) != 0);
        }
    }

    @SuppressWarnings("unchecked") // fill put it there
    private void tip(Event event) {
        Point point = new Point(event.x, event.y);
        TableItem item = table.getItem(point);
        String tip = null;
        if (item != null && item.getData() != null) {
            for (int c = 0; c < spec.columns().size() && tip == null; c++) {
                Function<T, String> text = spec.columns().get(c).tip();
                if (text != null && item.getBounds(c).contains(point)) {
                    tip = text.apply((T) item.getData());
                }
            }
        }
        String now = tip == null || tip.isEmpty() ? null : tip;
        if (!Objects.equals(now, table.getToolTipText())) {
            table.setToolTipText(now);
        }
    }

    /** The theme's look, for pages around. */
    public Look look() {
        return look;
    }
}
