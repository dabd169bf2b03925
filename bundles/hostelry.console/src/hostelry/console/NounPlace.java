package hostelry.console;

import hostelry.client.mirror.Mirror;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.look.StatusWord;
import hostelry.console.kit.page.Inspector;
import hostelry.model.Entity;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;

/** One noun that was chosen in the tree: its name and status, its verbs, its pages. */
final class NounPlace<T extends Entity> implements Place {
    private final ShellDesk desk;
    private final Class<T> noun;
    private final Composite body;
    private final Head head;
    private final VerbBar<T> verbs;
    private final Inspector<T> inspector;
    private @Nullable T subject;

    NounPlace(Composite parent, ShellDesk desk, Class<T> noun) {
        this.desk = desk;
        this.noun = noun;
        body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
        Composite top = new Composite(body, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(top);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(12, 4).spacing(16, 0).applyTo(top);
        head = new Head(top, desk.look(), true);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(head.control());
        verbs = new VerbBar<>(top, desk, noun, false, this::selected);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.BEGINNING, SWT.CENTER).applyTo(verbs.control());
        inspector = new Inspector<>(body, desk, noun);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(inspector.control());
    }

    private List<T> selected() {
        T now = subject;
        return now == null ? List.of() : List.of(now);
    }

    void show(T entity) {
        subject = entity;
        head.show(desk.look().icons().of(StatusWord.icon(entity)), StatusWord.name(entity), StatusWord.of(entity));
        inspector.show(entity);
        verbs.update();
    }

    @Override
    public Control control() {
        return body;
    }

    @Override
    public void update(Mirror.Update update) {
        T now = subject;
        if (now != null) {
            desk.estate().find(noun, now.getId()).ifPresent(this::show);
        }
    }

    @Override
    public List<Entity> selection() {
        return List.copyOf(selected());
    }

    @Override
    public Class<? extends Entity> noun() {
        return noun;
    }
}
