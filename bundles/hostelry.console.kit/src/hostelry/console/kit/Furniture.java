package hostelry.console.kit;

import hostelry.console.kit.page.PageKind;
import hostelry.model.Entity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** All that the rooms brought: shelves of the tree, pages of the inspector, verbs, tabs of the strip below. */
public final class Furniture {
    /**
     * A tab of the strip at the bottom.
     *
     * @param make makes what is in it; what it tells the consumer stands on the tab from then on, such as {@code Alerts (3)}
     */
    public record Tab(String id, String title, BiFunction<Composite, Consumer<String>, Control> make) {
        public Tab(String id, String title, Function<Composite, Control> make) {
            this(id, title, (parent, tab) -> make.apply(parent));
        }
    }

    private final List<Shelf<?>> shelves = new ArrayList<>();
    private final List<PageKind<?>> pages = new ArrayList<>();
    private final List<Verb<?>> verbs = new ArrayList<>();
    private final List<Tab> tabs = new ArrayList<>();
    private final List<Branch> branches = new ArrayList<>();

    public void add(Shelf<?> shelf) {
        shelves.add(shelf);
        shelves.sort(Comparator.comparingInt(Shelf::order));
    }

    public void add(PageKind<?> page) {
        pages.add(page);
    }

    public void add(Verb<?> verb) {
        verbs.add(verb);
    }

    public void add(Branch branch) {
        branches.add(branch);
        branches.sort(Comparator.comparingInt(Branch::order));
    }

    public List<Branch> branches() {
        return List.copyOf(branches);
    }

    public void add(Tab tab) {
        tabs.add(tab);
    }

    public List<Shelf<?>> shelves() {
        return List.copyOf(shelves);
    }

    public Optional<Shelf<?>> shelf(String id) {
        return shelves().stream().filter(shelf -> shelf.id().equals(id)).findFirst();
    }

    public List<Tab> tabs() {
        return List.copyOf(tabs);
    }

    public Optional<Verb<?>> verb(String id) {
        return verbs.stream().<Verb<?>>map(verb -> verb).filter(verb -> verb.id().equals(id)).findFirst();
    }

    public List<Verb<?>> verbs() {
        return List.copyOf(verbs);
    }

    /** The verbs of a noun in the order in which they were brought. */
    @SuppressWarnings("unchecked") // the verb says itself which noun it takes
    public <T extends Entity> List<Verb<T>> verbs(Class<T> noun) {
        return verbs.stream().filter(verb -> verb.noun() == noun).map(verb -> (Verb<T>) verb).toList();
    }

    /** Can the window go to it? */
    public boolean hasPages(Entity entity) {
        Class<?> noun = entity.eClass().getInstanceClass();
        return pages.stream().anyMatch(page -> page.noun() != Entity.class && page.noun().isAssignableFrom(noun));
    }

    @SuppressWarnings("unchecked") // the page says itself which noun it shows
    public <T extends Entity> List<PageKind<T>> pages(Class<T> noun) {
        return pages.stream().filter(page -> page.noun().isAssignableFrom(noun)).map(page -> (PageKind<T>) page).toList();
    }
}
