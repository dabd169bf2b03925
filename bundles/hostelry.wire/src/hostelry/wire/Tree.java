package hostelry.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A small document that was read, XML and JSON alike: attributes and members with plain values are one, arrays are members of one name. */
public final class Tree {
    private final String name;
    private final int line;
    private final int column;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Tree> children = new ArrayList<>();
    private String text = "";

    Tree(String name, int line, int column) {
        this.name = name;
        this.line = line;
        this.column = column;
    }

    /** A document that says nothing: what a request without a body means. */
    public static Tree empty(String name) {
        return new Tree(name, 0, 0);
    }

    void attribute(String key, String value) {
        attributes.put(key, value);
    }

    void add(Tree child) {
        children.add(child);
    }

    void text(String value) {
        text = value;
    }

    /** The same as a document by itself: the name that it has within another says nothing then. */
    public Tree detached() {
        Tree document = new Tree("", line, column);
        document.attributes.putAll(attributes);
        document.children.addAll(children);
        document.text = text;
        return document;
    }

    /** Of the element; of a JSON document itself it is empty. */
    public String name() {
        return name;
    }

    /** From 1; 0 where it is not known. */
    public int line() {
        return line;
    }

    /** From 1. */
    public int column() {
        return column;
    }

    /** Its own plain value. */
    public String text() {
        return text;
    }

    /** All that stand at a path of names below. */
    public List<Tree> all(String... path) {
        List<Tree> found = List.of(this);
        for (String step : path) {
            found = found.stream().flatMap(tree -> tree.children.stream()).filter(tree -> tree.name.equals(step)).toList();
        }
        return found;
    }

    /** The same, and attributes of the last name beside members. */
    List<Tree> allOrAttribute(String... path) {
        String last = path[path.length - 1];
        return all(java.util.Arrays.copyOf(path, path.length - 1)).stream().flatMap(parent -> {
            String value = parent.attributes.get(last);
            if (value == null) {
                return parent.all(last).stream();
            }
            Tree leaf = new Tree(last, parent.line, parent.column);
            leaf.text(value);
            return Stream.of(leaf);
        }).toList();
    }

    /** The first at a path of names below. */
    public Optional<Tree> child(String... path) {
        return all(path).stream().findFirst();
    }

    /** The plain value of the attribute or first member at a path of names below. */
    public Optional<String> value(String... path) {
        Stream<Tree> parents = all(java.util.Arrays.copyOf(path, path.length - 1)).stream();
        String last = path[path.length - 1];
        return parents.flatMap(parent -> Stream.concat(Optional.ofNullable(parent.attributes.get(last)).stream(),
                parent.all(last).stream().map(Tree::text))).findFirst();
    }

    /** A yes or no at a path of names below. */
    public Optional<Boolean> flag(String... path) {
        return value(path).map(value -> switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new WireProblem("The field '" + String.join("/", path) + "' wants true or false, not '" + Values.shown(value) + "'.",
                        path[path.length - 1], line,
                        column);
        });
    }

    boolean isEmpty() {
        return attributes.isEmpty() && children.isEmpty() && text.isBlank();
    }
}
