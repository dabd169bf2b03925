package hostelry.bots;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.Widget;
import org.jspecify.annotations.Nullable;

/** Finds widgets by SWTBot's key or by their text, from a thread that is not the UI's; waits until they are there. */
public final class Bot {
    static final String KEY = "org.eclipse.swtbot.widget.key";
    private static final long TIMEOUT_MS = Long.getLong("hostelry.bots.timeout", 60_000);
    private static final int PAUSE_MS = 40;
    private static final int SETTLE_MS = 350;

    private final Display display;
    /** What went wrong in the UI thread after whoever began it had gone on. */
    private final AtomicReference<Throwable> late = new AtomicReference<>();

    public Bot(Display display) {
        this.display = display;
    }

    // -- finding

    public BotButton button(String textOrKey) {
        return new BotButton(this, find(Button.class, textOrKey));
    }

    public BotButton toolbarButton(String textOrKey) {
        return new BotButton(this, find(ToolItem.class, textOrKey));
    }

    public BotText text(String key) {
        return new BotText(this, find(Text.class, key));
    }

    public BotCombo comboBox(String key) {
        return new BotCombo(this, find(Combo.class, key));
    }

    public BotTable table(String key) {
        return new BotTable(this, key, find(Table.class, key));
    }

    public BotTree tree(String key) {
        return new BotTree(this, key, find(Tree.class, key));
    }

    /** What a label says. */
    public String label(String key) {
        Label label = find(Label.class, key);
        return ui(label::getText);
    }

    /** What a line of a page tells, such as {@code guest.agent}. */
    public String told(String key) {
        StyledText text = find(StyledText.class, key);
        return ui(text::getText);
    }

    /** What all labels of that key say, from above. */
    public List<String> labels(String key) {
        return ui(() -> all(Label.class).stream().filter(label -> is(label, key)).map(Label::getText).toList());
    }

    /** Clicks a link. */
    public void link(String key) {
        Link link = find(Link.class, key);
        later(() -> notify(link, SWT.Selection, null));
    }

    /** Brings a tab to the front, by its key or text. */
    public void cTabItem(String textOrKey) {
        CTabItem item = find(CTabItem.class, textOrKey);
        ui(() -> {
            item.getParent().setSelection(item);
            notify(item.getParent(), SWT.Selection, item);
            return null;
        });
    }

    /** Waits until a dialog of that title is open. */
    public Shell shell(String title) {
        AtomicReference<Shell> found = new AtomicReference<>();
        waitUntil("the dialog " + title, () -> {
            Arrays.stream(display.getShells()).filter(shell -> shell.isVisible() && shell.getText().equals(title)).findFirst()
                    .ifPresent(found::set);
            return found.get() != null;
        });
        return found.get();
    }

    public boolean isOpen(String title) {
        return ui(() -> Arrays.stream(display.getShells()).anyMatch(shell -> shell.isVisible() && shell.getText().equals(title)));
    }

    /** Is there such a widget to be seen now? */
    public <W extends Widget> boolean exists(Class<W> type, String textOrKey) {
        return ui(() -> all(type).stream().anyMatch(widget -> is(widget, textOrKey)));
    }

    /** That widget if it is still to be seen, or the one that stands in its place by now: a page may be made anew at any time. Only in the UI thread. */
    <W extends Widget> W again(Class<W> type, String key, W before) {
        if (!before.isDisposed() && (!(before instanceof Control control) || control.isVisible())) {
            return before;
        }
        return all(type).stream().filter(widget -> is(widget, key)).findFirst()
                .orElseThrow(() -> new SWTException(SWT.ERROR_WIDGET_DISPOSED, type.getSimpleName() + " “" + key + "” is not there"));
    }

    /** That widget, if it is to be seen. Only in the UI thread. */
    <W extends Widget> Optional<W> now(Class<W> type, String textOrKey) {
        return all(type).stream().filter(widget -> is(widget, textOrKey)).findFirst();
    }

    <W extends Widget> W find(Class<W> type, String textOrKey) {
        AtomicReference<W> found = new AtomicReference<>();
        waitUntil(type.getSimpleName() + " “" + textOrKey + "”", () -> {
            all(type).stream().filter(widget -> is(widget, textOrKey)).findFirst().ifPresent(found::set);
            return found.get() != null;
        });
        return found.get();
    }

    private static boolean is(Widget widget, String textOrKey) {
        return textOrKey.equals(widget.getData(KEY)) || textOrKey.equals(plain(textOf(widget)));
    }

    private static String textOf(Widget widget) {
        return switch (widget) {
            case Button button -> button.getText();
            case org.eclipse.swt.widgets.Item item -> item.getText();
            default -> "";
        };
    }

    static String plain(String text) {
        String noMnemonic = text.replace("&", "").replace("…", "");
        int tab = noMnemonic.indexOf('\t');
        return tab < 0 ? noMnemonic : noMnemonic.substring(0, tab);
    }

    /** All that can be seen, the newest shell first. */
    private <W extends Widget> List<W> all(Class<W> type) {
        List<W> found = new ArrayList<>();
        List<Shell> shells = new ArrayList<>(Arrays.asList(display.getShells()));
        for (Shell shell : shells.reversed()) {
            if (!shell.isDisposed() && shell.isVisible()) {
                collect(shell, type, found);
            }
        }
        return found;
    }

    private static <W extends Widget> void collect(Control control, Class<W> type, List<W> found) {
        if (type.isInstance(control) && control.isVisible()) {
            found.add(type.cast(control));
        }
        if (control instanceof ToolBar bar && bar.isVisible()) {
            Arrays.stream(bar.getItems()).filter(type::isInstance).map(type::cast).forEach(found::add);
        }
        if (control instanceof CTabFolder folder && folder.isVisible()) {
            Arrays.stream(folder.getItems()).filter(type::isInstance).map(type::cast).forEach(found::add);
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                collect(child, type, found);
            }
        }
    }

    // -- doing

    /** Selects an entry of the menu bar by its texts. */
    public void menu(String... path) {
        later(() -> {
            Menu menu = Arrays.stream(display.getShells()).filter(shell -> shell.getMenuBar() != null).findFirst()
                    .orElseThrow(() -> new AssertionError("no menu bar"))
                    .getMenuBar();
            pick(menu, List.of(path));
        });
    }

    /** Selects an entry of a control's context menu, as soon as it is offered. */
    public void contextMenu(Control control, String... path) {
        AtomicReference<String> missing = new AtomicReference<>("");
        waitUntil(() -> List.of(path) + " is offered" + missing.get(), () -> {
            try {
                entry(control.getMenu(), List.of(path));
                return true;
            } catch (AssertionError notYet) {
                missing.set(": " + notYet.getMessage());
                return false;
            }
        }, TIMEOUT_MS);
        later(() -> pick(control.getMenu(), List.of(path)));
    }

    private static MenuItem entry(Menu first, List<String> path) {
        Menu menu = first;
        MenuItem item = null;
        for (String text : path) {
            notify(menu, SWT.Show, null);
            item = Arrays.stream(menu.getItems()).filter(entry -> text.equals(plain(entry.getText()))).findFirst()
                    .orElseThrow(() -> new AssertionError("no menu entry “" + text + "” in " + path));
            if (item.getMenu() != null) {
                menu = item.getMenu();
            }
        }
        if (item == null || !item.isEnabled()) {
            throw new AssertionError(path + " is greyed: " + (item == null ? "" : item.getToolTipText()));
        }
        return item;
    }

    private static void pick(Menu menu, List<String> path) {
        MenuItem item = entry(menu, path);
        if ((item.getStyle() & (SWT.RADIO | SWT.CHECK)) != 0) {
            // as the click itself does it
            item.setSelection((item.getStyle() & SWT.RADIO) != 0 || !item.getSelection());
        }
        notify(item, SWT.Selection, null);
    }

    /** Runs in the UI thread and gives its value back; an exception is passed on. */
    public <T> T ui(Callable<T> call) {
        AtomicReference<T> value = new AtomicReference<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        display.syncExec(() -> {
            try {
                value.set(call.call());
            } catch (Throwable t) {
                failure.set(t);
            }
        });
        if (failure.get() != null) {
            throw new AssertionError("in the UI thread: " + failure.get(), failure.get());
        }
        return value.get();
    }

    /** Runs in the UI thread without waiting for what may open a dialog; what goes wrong at once is passed on. */
    void later(Runnable action) {
        java.util.concurrent.CountDownLatch done = new java.util.concurrent.CountDownLatch(1);
        display.asyncExec(() -> {
            try {
                action.run();
            } catch (Throwable t) {
                late.set(t);
            }
            done.countDown();
        });
        try {
            // a modal dialog keeps it from returning: then it has begun, which is enough
            done.await(300, java.util.concurrent.TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        nothingWentWrong();
    }

    private void nothingWentWrong() {
        Throwable failure = late.getAndSet(null);
        if (failure != null) {
            throw new AssertionError("in the UI thread: " + failure, failure);
        }
    }

    public void waitUntil(String what, Callable<Boolean> condition) {
        waitUntil(what, condition, TIMEOUT_MS);
    }

    public void waitUntil(String what, Callable<Boolean> condition, long millis) {
        waitUntil(() -> what, condition, millis);
    }

    private void waitUntil(Supplier<String> what, Callable<Boolean> condition, long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        while (!holds(condition)) {
            nothingWentWrong();
            if (System.nanoTime() > end) {
                screenshot("timeout");
                throw new AssertionError("after " + millis + " ms still not: " + what.get());
            }
            sleep(PAUSE_MS);
        }
    }

    /** A widget that is being replaced while one looks does not hold yet; all else that goes wrong is passed on. */
    private boolean holds(Callable<Boolean> condition) {
        return Boolean.TRUE.equals(ui(() -> {
            try {
                return condition.call();
            } catch (SWTException e) {
                if (e.code == SWT.ERROR_WIDGET_DISPOSED) {
                    return false;
                }
                throw e;
            }
        }));
    }

    public static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static void notify(Widget widget, int type, @Nullable Widget item) {
        Event event = new Event();
        event.type = type;
        event.widget = widget;
        event.item = item;
        event.display = widget.getDisplay();
        event.time = (int) System.currentTimeMillis();
        widget.notifyListeners(type, event);
    }

    /** Presses a key where the focus is, through the display server: {@code press(SWT.CTRL, 'f')}. */
    public void press(int... keys) {
        for (int i = 0; i < keys.length; i++) {
            post(SWT.KeyDown, keys[i]);
        }
        for (int i = keys.length - 1; i >= 0; i--) {
            post(SWT.KeyUp, keys[i]);
        }
        sleep(120);
    }

    /** Presses or lets go the first button, or moves, inside of a widget that draws itself. Only in the UI thread. */
    static void mouse(Control control, int type, int x, int y) {
        Event event = new Event();
        event.type = type;
        event.widget = control;
        event.display = control.getDisplay();
        event.button = type == SWT.MouseMove ? 0 : 1;
        event.x = x;
        event.y = y;
        control.notifyListeners(type, event);
    }

    private void post(int type, int key) {
        Event event = new Event();
        event.type = type;
        if ((key & SWT.KEYCODE_BIT) != 0 || (key & SWT.MODIFIER_MASK) != 0 && Integer.bitCount(key) == 1) {
            event.keyCode = key;
        } else {
            event.character = (char) key;
        }
        ui(() -> display.post(event));
    }

    /** Writes the whole display to hostelry.screenshots/NAME.png. */
    public File screenshot(String name) {
        // what was asked for last is painted first
        sleep(SETTLE_MS);
        return ui(() -> {
            File folder = new File(System.getProperty("hostelry.screenshots", "target/screenshots"));
            folder.mkdirs();
            File file = new File(folder, name + ".png");
            GC gc = new GC(display);
            Image image = new Image(display, display.getBounds().width, display.getBounds().height);
            try {
                gc.copyArea(image, 0, 0);
                ImageLoader loader = new ImageLoader();
                loader.data = new ImageData[]{image.getImageData()};
                loader.save(file.getPath(), SWT.IMAGE_PNG);
            } finally {
                gc.dispose();
                image.dispose();
            }
            return file;
        });
    }
}
