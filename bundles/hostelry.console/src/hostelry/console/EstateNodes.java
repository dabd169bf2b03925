package hostelry.console;

import hostelry.console.kit.Branch;
import hostelry.console.kit.LiveEstate;
import hostelry.console.kit.Shelf;
import hostelry.console.kit.Target;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.look.Status;
import hostelry.console.kit.look.StatusWord;
import hostelry.console.kit.words.Words;
import hostelry.model.Cluster;
import hostelry.model.DataCenter;
import hostelry.model.Entity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the tree ought to show; asked off the UI thread, for counting a large estate takes longer than a click may wait. */
final class EstateNodes {
    /** Below a shelf: who has more looks at its table. */
    private static final int MOST = 300;

    /** What the tree ought to show. */
    record Node(Target target, String label, Icon icon, @Nullable Status badge, boolean inner, List<Node> children,
            Class<? extends Entity> noun, @Nullable Entity subject) {
        Node(Target target, String label, Icon icon, @Nullable Status badge, boolean inner, List<Node> children) {
            this(target, label, icon, badge, inner, children, Entity.class, null);
        }
    }

    private final ShellDesk desk;

    EstateNodes(ShellDesk desk) {
        this.desk = desk;
    }

    /** Which folders people have opened and closed. */
    record Folds(Set<String> open, Set<String> closed) {
        /** Data centers, clusters and hosts are open at first, long shelves are not. */
        boolean isOpen(Target target) {
            return open.contains(target.key()) || !closed.contains(target.key()) && (!target.isShelf() || target.shelf().equals("hosts"));
        }
    }

    List<Node> roots(Folds folds) {
        boolean anything = desk.estate().state() != LiveEstate.State.STARTING || !desk.estate().all(DataCenter.class).isEmpty();
        if (!anything) {
            return List.of();
        }
        List<Node> roots = new ArrayList<>(List.of(estate(folds)));
        desk.furniture().branches().forEach(branch -> roots.add(branch(branch)));
        return roots;
    }

    private static Node branch(Branch branch) {
        List<Node> leaves = branch.leaves().get().stream().map(leaf -> leaf(branch, leaf)).toList();
        return new Node(Target.branch(branch.id()), branch.title(), branch.icon(), null, true, leaves, branch.noun(), null);
    }

    private static Node leaf(Branch branch, Branch.Leaf leaf) {
        Entity subject = leaf.subject();
        return new Node(leaf.target(), leaf.label(), leaf.icon(), null, !leaf.children().isEmpty(),
                leaf.children().stream().map(child -> leaf(branch, child)).toList(), subject == null ? Entity.class : branch.noun(),
                subject);
    }

    private Node estate(Folds folds) {
        List<Node> children = desk.estate().all(DataCenter.class).stream().sorted(byName()).map(center -> dataCenter(center, folds))
                .toList();
        return new Node(Target.ESTATE, "Estate", Icon.ESTATE, null, true, children);
    }

    private Node dataCenter(DataCenter center, Folds folds) {
        List<Node> children = new ArrayList<>();
        desk.estate().all(Cluster.class).stream().filter(cluster -> center.getId().equals(cluster.getDataCenter())).sorted(byName())
                .map(cluster -> cluster(cluster, folds))
                .forEach(children::add);
        children.addAll(shelves(center, folds));
        return noun(center, true, children);
    }

    private Node cluster(Cluster cluster, Folds folds) {
        return noun(cluster, true, shelves(cluster, folds));
    }

    private List<Node> shelves(Entity under, Folds folds) {
        return desk.furniture().shelves().stream().filter(shelf -> shelf.standsUnder(under))
                .<Node>map(shelf -> shelf(shelf, under, folds))
                .toList();
    }

    private <T extends Entity> Node shelf(Shelf<T> shelf, Entity under, Folds folds) {
        Target target = Target.shelf(shelf.id(), under);
        List<T> all = desk.estate().all(shelf.noun()).stream().filter(entity -> shelf.belongs().test(entity, under)).toList();
        boolean inner = shelf.nouns() && !all.isEmpty();
        List<Node> children = new ArrayList<>();
        if (inner && folds.isOpen(target)) {
            all.stream().sorted(byName()).limit(MOST).map(entity -> noun(entity, false, List.of())).forEach(children::add);
            if (all.size() > MOST) {
                children.add(new Node(new Target(shelf.id() + "+", target.noun(), target.id()),
                        "… " + Words.count(all.size() - MOST, "more", "more") + " in the table",
                        shelf.icon(), null, false, List.of()));
            }
        } else if (inner) {
            // a stand-in, so that the folder can be unfolded
            children.add(new Node(new Target(shelf.id() + "?", target.noun(), target.id()), "…", shelf.icon(), null, false, List.of()));
        }
        return new Node(target, shelf.title() + " (" + String.format(java.util.Locale.ROOT, "%,d", all.size()) + ")",
                shelf.icon(), null, inner, children);
    }

    private Node noun(Entity entity, boolean inner, List<Node> children) {
        StatusWord status = StatusWord.of(entity);
        return new Node(Target.of(entity), Words.orEmpty(entity.getName()), StatusWord.icon(entity),
                status == null || inner ? null : status.status(), inner, children);
    }

    private static Comparator<Entity> byName() {
        return Comparator.comparing((Entity entity) -> Words.orEmpty(entity.getName()), Words.NATURAL).thenComparing(Entity::getId);
    }
}
