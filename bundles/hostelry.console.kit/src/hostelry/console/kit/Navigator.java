package hostelry.console.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Widget;

/** Where the window is, with the way back and forth. UI thread only. */
public final class Navigator {
    private static final int LONGEST = 100;

    private final List<Target> path = new ArrayList<>(List.of(Target.ESTATE));
    private final List<Consumer<Target>> listeners = new ArrayList<>();
    private int here;

    public Target current() {
        return path.get(here);
    }

    public void go(Target target) {
        if (target.equals(current())) {
            return;
        }
        path.subList(here + 1, path.size()).clear();
        path.add(target);
        if (path.size() > LONGEST) {
            path.removeFirst();
        }
        here = path.size() - 1;
        tell();
    }

    public boolean canGoBack() {
        return here > 0;
    }

    public boolean canGoForward() {
        return here < path.size() - 1;
    }

    public void back() {
        if (canGoBack()) {
            here--;
            tell();
        }
    }

    public void forward() {
        if (canGoForward()) {
            here++;
            tell();
        }
    }

    /** Calls the listener at each move until the widget is disposed. */
    public void listen(Widget widget, Consumer<Target> listener) {
        listeners.add(listener);
        widget.addDisposeListener(event -> listeners.remove(listener));
    }

    private void tell() {
        Target now = current();
        List.copyOf(listeners).forEach(listener -> listener.accept(now));
    }
}
