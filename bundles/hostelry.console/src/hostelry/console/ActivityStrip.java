package hostelry.console;

import hostelry.console.kit.Furniture;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.look.Tabs;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Composite;

/** The strip at the bottom: the tabs that the rooms brought. */
final class ActivityStrip {
    ActivityStrip(Composite parent, ShellDesk desk) {
        CTabFolder folder = Tabs.make(parent, desk.look());
        folder.setData(VerbBar.KEY, "activity");
        for (Furniture.Tab tab : desk.furniture().tabs()) {
            CTabItem item = new CTabItem(folder, SWT.NONE);
            item.setText(tab.title());
            item.setData(VerbBar.KEY, tab.id());
            item.setControl(tab.make().apply(folder, title -> {
                if (!item.isDisposed() && !title.equals(item.getText())) {
                    item.setText(title);
                }
            }));
            desk.gesture("tab:" + tab.id(), () -> {
                folder.setSelection(item);
                item.getControl().setFocus();
            });
        }
        folder.setSelection(Math.clamp(desk.memory().get("activity", 0), 0, Math.max(0, folder.getItemCount() - 1)));
        folder.addListener(SWT.Selection, event -> desk.memory().put("activity", Integer.toString(folder.getSelectionIndex())));
    }
}
