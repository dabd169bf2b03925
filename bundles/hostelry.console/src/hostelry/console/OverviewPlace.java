package hostelry.console;

import hostelry.client.mirror.Mirror;
import hostelry.console.kit.Shelf;
import hostelry.console.kit.Target;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.look.Hue;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.look.Status;
import hostelry.console.kit.look.StatusWord;
import hostelry.console.kit.page.Inspector;
import hostelry.model.Entity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.jspecify.annotations.Nullable;

/** What there is in the estate, a data center or a cluster: each shelf with how its things stand, a click away. */
final class OverviewPlace implements Place {
    private record Row(Shelf<?> shelf, Entity under, Link link, Composite stands, Map<Status, Label> counts) {}

    private final ShellDesk desk;
    private final SashForm body;
    private final Composite below;
    private final StackLayout belowLayout = new StackLayout();
    private final Map<Class<?>, Inspector<?>> inspectors = new HashMap<>();
    private final Head head;
    private final Composite list;
    private final List<Row> rows = new ArrayList<>();
    private Target target = Target.ESTATE;
    private String laidOut = "";

    OverviewPlace(Composite parent, ShellDesk desk) {
        this.desk = desk;
        body = new SashForm(parent, SWT.VERTICAL);
        DeskPane.line(body, desk);
        Composite top = new Composite(body, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(12, 8).spacing(0, 12).applyTo(top);
        head = new Head(top, desk.look(), true);
        list = new Composite(top, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(list);
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(12, 8).applyTo(list);
        below = new Composite(body, SWT.NONE);
        below.setLayout(belowLayout);
        body.setMaximizedControl(top);
    }

    /** The pages of a data center or cluster, below what there is in it. */
    private void pages(@Nullable Entity subject) {
        Control top = body.getChildren()[0];
        if (subject == null || !desk.furniture().hasPages(subject)) {
            body.setMaximizedControl(top);
            return;
        }
        inspect(subject);
        if (body.getMaximizedControl() != null) {
            body.setMaximizedControl(null);
        }
    }

    @SuppressWarnings("unchecked") // one inspector for each class
    private <T extends Entity> void inspect(T subject) {
        Class<T> noun = (Class<T>) subject.eClass().getInstanceClass();
        Inspector<T> inspector = (Inspector<T>) inspectors.computeIfAbsent(noun, key -> new Inspector<>(below, desk, noun));
        inspector.show(subject);
        if (belowLayout.topControl != inspector.control()) {
            belowLayout.topControl = inspector.control();
            below.layout();
        }
    }

    void show(Target now) {
        target = now;
        update(new Mirror.Update(true, java.util.Set.of()));
    }

    @Override
    public void update(Mirror.Update update) {
        Entity subject = null;
        List<Entity> owners = new ArrayList<>();
        for (Shelf<?> shelf : desk.furniture().shelves()) {
            for (Entity under : desk.estate().all(shelf.under())) {
                if (!owners.contains(under) && within(under)) {
                    owners.add(under);
                }
                if (under.getId().equals(target.id())) {
                    subject = under;
                }
            }
        }
        if (subject == null) {
            head.show(desk.look().icons().of(Icon.ESTATE), "Estate", null);
        } else {
            head.show(desk.look().icons().of(StatusWord.icon(subject)), subject.getName(), StatusWord.of(subject));
        }
        String plan = target.key() + owners.stream().map(Entity::getId).toList();
        if (!plan.equals(laidOut)) {
            laidOut = plan;
            make(owners);
        }
        rows.forEach(this::count);
        pages(subject);
    }

    private boolean within(Entity under) {
        return target.isEstate() || under.getId().equals(target.id())
                || under instanceof hostelry.model.Cluster cluster && target.id().equals(cluster.getDataCenter());
    }

    private void make(List<Entity> owners) {
        for (Control child : list.getChildren()) {
            child.dispose();
        }
        rows.clear();
        for (Shelf<?> shelf : desk.furniture().shelves()) {
            for (Entity under : owners) {
                if (shelf.standsUnder(under)) {
                    row(shelf, under);
                }
            }
        }
        list.layout(true, true);
    }

    private void row(Shelf<?> shelf, Entity under) {
        Label icon = new Label(list, SWT.NONE);
        icon.setImage(desk.look().icons().of(shelf.icon(), null, 24));
        Link link = new Link(list, SWT.NONE);
        link.setText("<a>" + shelf.heading() + "</a>");
        link.setData(VerbBar.KEY, "overview." + shelf.id());
        link.addListener(SWT.Selection, event -> desk.navigator().go(Target.shelf(shelf.id(), under)));
        Label where = new Label(list, SWT.NONE);
        where.setText(under.getName());
        where.setForeground(desk.look().color(Hue.GREY));
        Composite stands = new Composite(list, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(stands);
        GridLayoutFactory.fillDefaults().numColumns(2 * Status.values().length).spacing(6, 0).applyTo(stands);
        rows.add(new Row(shelf, under, link, stands, new EnumMap<>(Status.class)));
    }

    private void count(Row row) {
        countIn(row, row.shelf());
    }

    private <T extends Entity> void countIn(Row row, Shelf<T> shelf) {
        Map<Status, Integer> counts = new EnumMap<>(Status.class);
        Map<Status, String> words = new EnumMap<>(Status.class);
        int all = 0;
        for (T entity : desk.estate().all(shelf.noun())) {
            if (shelf.belongs().test(entity, row.under())) {
                all++;
                StatusWord status = StatusWord.of(entity);
                if (status != null) {
                    counts.merge(status.status(), 1, Integer::sum);
                    words.merge(status.status(), status.word(),
                            (one, other) -> one.equals(other) || one.contains(other) ? one : one + " or " + other);
                }
            }
        }
        // the platform's own colour of links can't be read on dark ground
        row.link().setLinkForeground(desk.look().color(Hue.BLUE));
        String text = "<a>" + shelf.heading() + "</a> (" + String.format(java.util.Locale.ROOT, "%,d", all) + ")";
        if (!text.equals(row.link().getText())) {
            row.link().setText(text);
            row.link().requestLayout();
        }
        boolean changed = !counts.keySet().equals(row.counts().keySet());
        if (changed) {
            for (Control child : row.stands().getChildren()) {
                child.dispose();
            }
            row.counts().clear();
            for (Status status : counts.keySet()) {
                Label icon = new Label(row.stands(), SWT.NONE);
                icon.setImage(desk.look().icons().of(status.icon()));
                Label number = new Label(row.stands(), SWT.NONE);
                number.setForeground(desk.look().color(status.hue()));
                row.counts().put(status, number);
            }
        }
        counts.forEach((status, number) -> {
            Label label = row.counts().get(status);
            String now = String.format(java.util.Locale.ROOT, "%,d ", number)
                    + words.getOrDefault(status, "").toLowerCase(java.util.Locale.ROOT);
            if (label != null && !now.equals(label.getText())) {
                label.setText(now);
                label.requestLayout();
            }
        });
        if (changed) {
            row.stands().requestLayout();
        }
    }

    @Override
    public Control control() {
        return body;
    }

    @Override
    public List<Entity> selection() {
        return List.of();
    }

    @Override
    public Class<? extends Entity> noun() {
        return Entity.class;
    }
}
