package hostelry.console;

import hostelry.client.mirror.Mirror;
import hostelry.console.kit.Branch;
import hostelry.console.kit.EmptyPlace;
import hostelry.console.kit.LiveEstate;
import hostelry.console.kit.Shelf;
import hostelry.console.kit.Target;
import hostelry.console.kit.look.Icon;
import hostelry.model.Cluster;
import hostelry.model.DataCenter;
import hostelry.model.Entity;
import hostelry.model.HostelryPackage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;

/** Shows the place where the window is: a shelf as a table, a noun with its pages, the estate as an overview. */
final class MainArea {
    private final ShellDesk desk;
    private final Composite stack;
    private final StackLayout layout = new StackLayout();
    private final Control starting;
    private final Map<String, Place> places = new HashMap<>();
    private @Nullable Place current;

    MainArea(Composite parent, ShellDesk desk) {
        this.desk = desk;
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(area);
        new NoticeBar(area, desk);
        stack = new Composite(area, SWT.NONE);
        stack.setLayout(layout);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
        starting = new StartingPlace(stack, desk).control();
        layout.topControl = starting;
        desk.navigator().listen(stack, this::show);
        desk.places(place -> {
            if (place == current) {
                desk.selectionFrom(place.noun(), place::selection);
            }
        });
        desk.revealer(entity -> with(place -> place.reveal(entity)));
        desk.gesture("filter", () -> with(Place::filter));
        desk.gesture("refresh", () -> with(place -> place.update(new Mirror.Update(true, Set.of()))));
        for (String key : List.of("Enter", "Del", "F2")) {
            desk.gesture("key:" + key, () -> new CurrentVerbs(desk).runKey(key));
        }
        desk.estate().listen(stack, update -> {
            if (desk.estate().state() == LiveEstate.State.STARTING || desk.estate().state() == LiveEstate.State.FAILED) {
                clear();
            } else if (layout.topControl == starting) {
                first();
            } else {
                with(place -> place.update(update));
                leaveIfGone();
            }
        });
    }

    private void with(java.util.function.Consumer<Place> action) {
        Place now = current;
        if (now != null) {
            action.accept(now);
        }
    }

    /** Nothing of an engine that was left stays on the screen. */
    private void clear() {
        if (layout.topControl != starting) {
            current = null;
            layout.topControl = starting;
            places.values().forEach(place -> place.control().dispose());
            places.clear();
            desk.selectionFrom(Entity.class, List::of);
            desk.navigator().go(Target.ESTATE);
            stack.layout();
        }
    }

    /** The engine is there: go where the window was, or to the machines. */
    private void first() {
        if (desk.estate().state() != LiveEstate.State.LIVE || desk.estate().all(DataCenter.class).isEmpty()) {
            return;
        }
        if (desk.navigator().current().isEstate()) {
            desk.estate().all(Cluster.class).stream().findFirst().ifPresent(cluster -> desk.navigator().go(Target.shelf("vms", cluster)));
        }
        show(desk.navigator().current());
    }

    private void show(Target target) {
        if (desk.estate().state() == LiveEstate.State.STARTING || desk.estate().state() == LiveEstate.State.FAILED) {
            return;
        }
        Place place = place(target);
        if (place != current) {
            // what is out of sight hears of nothing
            place.update(new Mirror.Update(true, Set.of()));
        }
        current = place;
        desk.selectionFrom(place.noun(), place::selection);
        if (layout.topControl != place.control()) {
            layout.topControl = place.control();
            stack.layout();
        }
    }

    private Place place(Target target) {
        String shelfId = target.shelf().replaceAll("[+?]$", "");
        if (target.isSearch()) {
            SearchPlace search = (SearchPlace) places.computeIfAbsent("search", key -> new SearchPlace(stack, desk));
            search.show(target.id());
            return search;
        }
        Optional<Branch> branch = desk.furniture().branches().stream().filter(one -> target.equals(Target.branch(one.id()))).findFirst();
        if (branch.isPresent()) {
            return places.computeIfAbsent("branch/" + target.id(), key -> new BranchPlace(stack, desk, branch.get()));
        }
        if (target.isShelf()) {
            Optional<Entity> under = find(target);
            Optional<Shelf<?>> shelf = desk.furniture().shelf(shelfId);
            if (shelf.isPresent() && (shelf.get().system() || under.isPresent())) {
                return places.computeIfAbsent(shelfId + "/" + target.id(), key -> shelfPlace(shelf.get(), target));
            }
        } else {
            Optional<Entity> entity = find(target);
            // what has shelves is an overview of them, with its pages below
            if (entity.isPresent()
                    && desk.furniture().shelves().stream().noneMatch(shelf -> shelf.standsUnder(entity.get()))
                    && !desk.furniture().pages(entity.get().eClass().getInstanceClass().asSubclass(Entity.class)).isEmpty()) {
                return nounPlace(entity.get());
            }
        }
        Place overview = places.computeIfAbsent("overview", key -> new OverviewPlace(stack, desk));
        ((OverviewPlace) overview).show(target);
        return overview;
    }

    private <T extends Entity> Place shelfPlace(Shelf<T> shelf, Target target) {
        return new ShelfPlace<>(stack, desk, ShelfPlace.of(desk, shelf, () -> find(target)));
    }

    @SuppressWarnings("unchecked") // one place for each class
    private <T extends Entity> Place nounPlace(T entity) {
        Class<T> noun = (Class<T>) entity.eClass().getInstanceClass();
        NounPlace<T> place = (NounPlace<T>) places.computeIfAbsent("noun/" + noun.getSimpleName(),
                key -> new NounPlace<>(stack, desk, noun));
        place.show(entity);
        return place;
    }

    /** What was shown has been removed: back to its shelf. */
    private void leaveIfGone() {
        Target target = desk.navigator().current();
        if (desk.estate().state() == LiveEstate.State.LIVE && !target.noun().isEmpty() && find(target).isEmpty()) {
            desk.furniture().shelves().stream().filter(shelf -> shelf.noun().getSimpleName().equals(target.noun())).findFirst()
                    .flatMap(shelf -> shelf.system()
                            ? Optional.of(Target.shelf(shelf.id()))
                            : desk.estate().all(shelf.under()).stream().findFirst().map(under -> Target.shelf(shelf.id(), under)))
                    .ifPresentOrElse(desk.navigator()::go, () -> desk.navigator().go(Target.ESTATE));
        }
    }

    private Optional<Entity> find(Target target) {
        EClassifier type = HostelryPackage.eINSTANCE.getEClassifier(target.noun());
        return type == null
                ? Optional.empty()
                : desk.estate().find(type.getInstanceClass().asSubclass(Entity.class), target.id()).map(entity -> (Entity) entity);
    }

    /** The first thing that is seen, and what is seen when the engine does not come. */
    private static final class StartingPlace {
        private final Composite place;
        private final StackLayout layout = new StackLayout();
        private String said = "";

        StartingPlace(Composite parent, ShellDesk desk) {
            place = new Composite(parent, SWT.NONE);
            place.setLayout(layout);
            desk.estate().listen(place, update -> {
                boolean failed = desk.estate().state() == LiveEstate.State.FAILED;
                String why = desk.estate().reason();
                String text = failed
                        ? "The engine did not start.\n" + why + "\nThe log in the state folder has the details."
                        : why.isEmpty() ? "Starting the engine…\nThe estate appears here in a few seconds." : why;
                if (!text.equals(said)) {
                    said = text;
                    Control old = layout.topControl;
                    layout.topControl = EmptyPlace.make(place, desk.look(), failed ? Icon.ERROR : Icon.ESTATE, text);
                    place.layout();
                    if (old != null) {
                        old.dispose();
                    }
                }
            });
        }

        Control control() {
            return place;
        }
    }
}
