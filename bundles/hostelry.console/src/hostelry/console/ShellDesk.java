package hostelry.console;

import hostelry.console.kit.Desk;
import hostelry.console.kit.Furniture;
import hostelry.console.kit.LiveEstate;
import hostelry.console.kit.Memory;
import hostelry.console.kit.Navigator;
import hostelry.console.kit.act.Acts;
import hostelry.console.kit.look.Look;
import hostelry.console.kit.table.Histories;
import hostelry.model.Entity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** The one desk of this window. */
final class ShellDesk implements Desk {
    private final Display display;
    private final Memory memory;
    private final LiveEstate estate;
    private final Acts acts;
    private final Look look;
    private final Histories histories = new Histories();
    private final Navigator navigator = new Navigator();
    private final Furniture furniture = new Furniture();
    private final Map<String, Runnable> gestures = new HashMap<>();
    private Consumer<Place> placeListener = place -> {};
    private Consumer<Entity> revealer = entity -> {};
    private Supplier<List<Entity>> selection = List::of;
    private Class<? extends Entity> noun = Entity.class;
    private final List<Runnable> selecting = new ArrayList<>();
    private final List<Runnable> themed = new ArrayList<>();

    ShellDesk(Display display, Memory memory) {
        this.display = display;
        this.memory = memory;
        this.estate = new LiveEstate(display);
        this.acts = new Acts(estate, display);
        this.look = new Look(display);
    }

    Display display() {
        return display;
    }

    @Override
    public LiveEstate estate() {
        return estate;
    }

    @Override
    public Acts acts() {
        return acts;
    }

    @Override
    public Look look() {
        return look;
    }

    @Override
    public Histories histories() {
        return histories;
    }

    @Override
    public Memory memory() {
        return memory;
    }

    @Override
    public Navigator navigator() {
        return navigator;
    }

    @Override
    public Furniture furniture() {
        return furniture;
    }

    @Override
    public Shell shell() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        return window == null ? PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell() : window.getShell();
    }

    @Override
    public void reveal(Entity entity) {
        revealer.accept(entity);
    }

    void revealer(Consumer<Entity> action) {
        revealer = action;
    }

    @Override
    public List<Entity> selection() {
        return selection.get();
    }

    @Override
    public void onSelection(Widget widget, Runnable listener) {
        selecting.add(listener);
        widget.addDisposeListener(event -> selecting.remove(listener));
    }

    /** Something else is selected in the main area, or will be looked at from now on. */
    void selectionChanged() {
        List.copyOf(selecting).forEach(Runnable::run);
    }

    /** Whose verbs count now; Entity itself where there are none. */
    Class<? extends Entity> noun() {
        return noun;
    }

    /** Tells who shows places that this one has other things to offer now. */
    void placeChanged(Place place) {
        placeListener.accept(place);
    }

    void places(Consumer<Place> listener) {
        placeListener = listener;
    }

    void selectionFrom(Class<? extends Entity> kind, Supplier<List<Entity>> source) {
        noun = kind;
        selection = source;
        selectionChanged();
    }

    /** What a key or menu does that belongs to one part of the window: {@code search}, {@code filter}. */
    void gesture(String name, Runnable action) {
        gestures.put(name, action);
    }

    /** Does a gesture, or the verb of that id to what is shown; answers whether there is one. */
    boolean perform(String name) {
        Runnable action = gestures.get(name);
        if (action != null) {
            action.run();
        }
        return action != null;
    }

    /** Calls the action after each change of theme, until the widget is disposed. */
    void onTheme(Widget widget, Runnable action) {
        themed.add(action);
        widget.addDisposeListener(event -> themed.remove(action));
    }

    void themeChanged() {
        List.copyOf(themed).forEach(Runnable::run);
    }
}
