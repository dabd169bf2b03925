package hostelry.console;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** One part without a title, over all of the window: {@link DeskPane} lays it out. */
public final class ConsolePerspective implements IPerspectiveFactory {
    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        layout.setFixed(true);
        layout.addStandaloneView("hostelry.console.desk", false, IPageLayout.LEFT, 0.5f, layout.getEditorArea());
    }
}
