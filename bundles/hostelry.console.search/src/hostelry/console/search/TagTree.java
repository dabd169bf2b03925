package hostelry.console.search;

import hostelry.console.kit.Branch;
import hostelry.console.kit.Desk;
import hostelry.console.kit.Target;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.words.Words;
import hostelry.model.Entity;
import hostelry.model.Host;
import hostelry.model.Tag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Tags as they stand one inside the other. Reads the live estate; from any thread. */
final class TagTree {
    private final Desk desk;

    TagTree(Desk desk) {
        this.desk = desk;
    }

    /** The tree's leaves: a click on a tag shows its machines; where hosts have it too, they are a click below. */
    List<Branch.Leaf> leaves() {
        Set<String> onHosts = new HashSet<>();
        desk.estate().all(Host.class).forEach(host -> onHosts.addAll(host.getTags()));
        Collection<Tag> all = desk.estate().all(Tag.class);
        return sorted(all, this::isRoot).stream().map(tag -> leaf(tag, all, onHosts)).toList();
    }

    private Branch.Leaf leaf(Tag tag, Collection<Tag> all, Set<String> onHosts) {
        List<Branch.Leaf> children = new ArrayList<>();
        if (onHosts.contains(tag.getId())) {
            children.add(new Branch.Leaf(Target.search("Hosts: tag = " + quoted(tag.getName())), "Hosts", Icon.HOST, null, List.of()));
        }
        sorted(all, one -> tag.getId().equals(one.getParent())).forEach(one -> children.add(leaf(one, all, onHosts)));
        return new Branch.Leaf(Target.search("Vms: tag = " + quoted(tag.getName())), tag.getName(), Icon.TAG, tag, children);
    }

    private static List<Tag> sorted(Collection<Tag> all, Predicate<Tag> which) {
        return all.stream().filter(which).sorted(Comparator.comparing(Entity::getName, Words.NATURAL)).toList();
    }

    /** One whose parent can't be seen stands at the top. */
    private boolean isRoot(Tag tag) {
        return desk.estate().find(Tag.class, tag.getParent()).isEmpty();
    }

    static String quoted(String name) {
        return name.matches("[\\w.-]+") ? name : '"' + name.replace("\"", "") + '"';
    }

    /** A tag and all inside it. */
    List<Tag> withInner(Tag tag) {
        List<Tag> all = new ArrayList<>(List.of(tag));
        for (Tag one : sorted(desk.estate().all(Tag.class), one -> tag.getId().equals(one.getParent()))) {
            all.addAll(withInner(one));
        }
        return all;
    }

    /** All tags in the order of the tree. */
    List<Tag> inOrder() {
        return sorted(desk.estate().all(Tag.class), this::isRoot).stream().flatMap(tag -> withInner(tag).stream()).toList();
    }

    int depth(Tag tag) {
        return desk.estate().find(Tag.class, tag.getParent()).map(parent -> 1 + depth(parent)).orElse(0);
    }
}
