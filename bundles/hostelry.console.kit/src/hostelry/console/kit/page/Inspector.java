package hostelry.console.kit.page;

import hostelry.console.kit.Desk;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.look.Tabs;
import hostelry.model.Entity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;

/** All pages of one noun as tabs; each is made when it is first looked at. */
public final class Inspector<T extends Entity> {
    private final Desk desk;
    private final Class<T> noun;
    private final CTabFolder folder;
    private final List<PageKind<T>> kinds;
    private final Map<CTabItem, Page<T>> pages = new HashMap<>();
    private @Nullable T subject;

    public Inspector(Composite parent, Desk desk, Class<T> noun) {
        this.desk = desk;
        this.noun = noun;
        this.kinds = desk.furniture().pages(noun);
        this.folder = Tabs.make(parent, desk.look());
        folder.setData(VerbBar.KEY, "inspector." + noun.getSimpleName());
        for (PageKind<T> kind : kinds) {
            CTabItem item = new CTabItem(folder, SWT.NONE);
            item.setText(kind.title());
            item.setData(VerbBar.KEY, kind.id());
            item.setData(kind);
        }
        int first = desk.memory().get("inspector." + noun.getSimpleName(), 0);
        folder.setSelection(Math.clamp(first, 0, Math.max(0, kinds.size() - 1)));
        folder.addListener(SWT.Selection, event -> {
            desk.memory().put("inspector." + noun.getSimpleName(), Integer.toString(folder.getSelectionIndex()));
            fill();
        });
    }

    public Control control() {
        return folder;
    }

    /** Shows that one; null: nothing is selected. */
    public void show(@Nullable T now) {
        subject = now;
        fill();
    }

    /** Looks again at what is shown. */
    public void update() {
        T now = subject;
        if (now != null) {
            desk.estate().find(noun, now.getId()).ifPresent(this::show);
        }
    }

    private void fill() {
        CTabItem item = folder.getSelection();
        T now = subject;
        if (item == null || now == null) {
            return;
        }
        Page<T> page = pages.get(item);
        if (page == null) {
            Composite place = new Composite(folder, SWT.NONE);
            place.setLayout(new FillLayout());
            @SuppressWarnings("unchecked") // put there above
            PageKind<T> kind = (PageKind<T>) item.getData();
            page = kind.make().apply(place);
            pages.put(item, page);
            item.setControl(place);
            place.layout();
        }
        page.show(now);
    }
}
