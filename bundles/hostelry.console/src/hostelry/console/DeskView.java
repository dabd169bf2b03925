package hostelry.console;

import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.jspecify.annotations.Nullable;

/** The workbench's hook for {@link DeskPane}, which is made anew with each theme. */
public final class DeskView extends ViewPart {
    private @Nullable DeskPane pane;

    @Override
    public void createPartControl(Composite parent) {
        ShellDesk desk = getSite().getService(ShellDesk.class);
        parent.setLayout(new FillLayout());
        pane = new DeskPane(parent, desk);
        desk.onTheme(parent, () -> {
            for (var child : parent.getChildren()) {
                child.dispose();
            }
            pane = new DeskPane(parent, desk);
            parent.layout(true, true);
        });
    }

    @Override
    public void setFocus() {
        DeskPane now = pane;
        if (now != null) {
            now.setFocus();
        }
    }
}
