package hostelry.engine.search.fields;

import hostelry.model.Entity;
import hostelry.model.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.eclipse.emf.common.util.Enumerator;
import org.jspecify.annotations.Nullable;

/**
 * What a noun can be asked for. Filled once, then only read.
 *
 * <p>Names are found whatever their case and underscores: {@code data_center} and {@code DATACENTER} are {@code datacenter}.
 */
public final class Table<T extends Entity> {
    private static final Comparator<Entity> BY_NAME = Comparator
            .<Entity, String>comparing(object -> object.getName() == null ? "" : object.getName()).thenComparing(Entity::getId);

    private static final String PROPERTY = "custom_";

    private final Class<T> noun;
    private final String prefix;
    private final Set<String> words = new HashSet<>();
    private final Map<String, Column<T>> columns = new LinkedHashMap<>();
    private final Map<String, Column<T>> known = new LinkedHashMap<>();
    private final Map<Class<?>, Neighbour<T, ?>> neighbours = new LinkedHashMap<>();
    private Comparator<? super T> order = BY_NAME;
    private @Nullable Function<T, List<String>> properties;

    /** @param words what else may stand before the colon */
    Table(Class<T> noun, String prefix, String... words) {
        this.noun = noun;
        this.prefix = prefix;
        this.words.add(key(prefix));
        List.of(words).forEach(word -> this.words.add(key(word)));
    }

    static String key(String name) {
        return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }

    public Class<T> noun() {
        return noun;
    }

    /** As people write it: {@code Vms}. */
    public String prefix() {
        return prefix;
    }

    /** For a sentence and before a dot: {@code vms}. */
    public String word() {
        return prefix.toLowerCase(Locale.ROOT);
    }

    boolean isCalled(String word) {
        return words.contains(key(word));
    }

    public Collection<Column<T>> columns() {
        return columns.values();
    }

    public Optional<Column<T>> column(String name) {
        Column<T> column = known.get(key(name));
        if (column == null && properties != null && name.toLowerCase(Locale.ROOT).startsWith(PROPERTY)) {
            return Optional.of(new Column<>(name, "", new PropertyType<>(properties, name.substring(PROPERTY.length())), false));
        }
        return Optional.ofNullable(column);
    }

    public Set<Class<?>> neighbours() {
        return neighbours.keySet();
    }

    Optional<Neighbour<T, ?>> neighbour(Class<?> other) {
        return Optional.ofNullable(neighbours.get(other));
    }

    /** How they stand where nobody says it. */
    public Comparator<? super T> order() {
        return order;
    }

    // -- filling

    Table<T> ordered(Comparator<? super T> byDefault) {
        order = byDefault;
        return this;
    }

    private Table<T> add(String names, String help, Type<T> type, boolean main) {
        String[] all = names.split(" ");
        Column<T> column = new Column<>(all[0], help, type, main);
        columns.put(column.name(), column);
        for (String name : all) {
            known.put(key(name), column);
        }
        return this;
    }

    /** Name, description, comment and id. */
    Table<T> basics() {
        return main("name", "", Entity::getName).main("description", "", Entity::getDescription).main("comment", "", Entity::getComment)
                .text("id", "", Entity::getId);
    }

    /** A text that free text looks into. @param names the first is shown, the others are understood */
    Table<T> main(String names, String help, Function<T, @Nullable String> read) {
        return add(names, help, new TextType<>(read), true);
    }

    Table<T> text(String names, String help, Function<T, @Nullable String> read) {
        return add(names, help, new TextType<>(read), false);
    }

    Table<T> mainTexts(String names, String help, Function<T, List<String>> read) {
        return add(names, help, new TextsType<>(read), true);
    }

    Table<T> texts(String names, String help, Function<T, List<String>> read) {
        return add(names, help, new TextsType<>(read), false);
    }

    Table<T> words(String names, String help, List<? extends Enumerator> all, Function<T, @Nullable Enumerator> read) {
        return add(names, help, new WordType<>(read, all, false), false);
    }

    Table<T> words(String names, String help, WordType<T> one, WordType<T> other) {
        return add(names, help, new TwoWordsType<>(one, other), false);
    }

    Table<T> orderedWords(String names, String help, List<? extends Enumerator> all, Function<T, @Nullable Enumerator> read) {
        return add(names, help, new WordType<>(read, all, true), false);
    }

    Table<T> number(String names, String help, Unit unit, ToDoubleFunction<T> read) {
        return add(names, help, new NumberType<>(unit, question -> read, read), false);
    }

    Table<T> counted(String names, String help, Unit unit, Function<Question, ToDoubleFunction<T>> read) {
        return add(names, help, new NumberType<>(unit, read, null), false);
    }

    Table<T> date(String names, String help, Function<T, @Nullable Instant> read) {
        return add(names, help, new DateType<>(read), false);
    }

    Table<T> flag(String names, String help, Predicate<T> read) {
        return add(names, help, new FlagType<>(read), false);
    }

    /** The only neighbour of its kind, by its name. */
    <N extends Entity> Table<T> link(String names, String help, Class<N> other, Function<N, @Nullable String> name,
            Function<T, @Nullable String> id) {
        return add(names, help, new LinkType<>(other, name, Way.forward(id), (found, question) -> found, id), false);
    }

    /** One of several neighbours, or of those behind a neighbour, by its name. */
    <N extends Entity> Table<T> links(String names, String help, Class<N> other, Function<N, @Nullable String> name, Way<T, N> way) {
        return add(names, help, new LinkType<>(other, name, way, (found, question) -> found, null), false);
    }

    /** Properties of people's own, each {@code name=value}: {@code custom_NAME} asks for one. */
    Table<T> properties(Function<T, List<String>> read) {
        properties = read;
        return this;
    }

    /** Tags; one that is found stands for all below it too, as in oVirt. */
    Table<T> tags(Function<T, List<String>> read) {
        Way<T, Tag> way = Way.forwardMany(read);
        add("tag tags", "a tag, or one above it", new LinkType<>(Tag.class, Tag::getName, way, Table::withChildren, null), false);
        return beside(Tag.class, way);
    }

    private static Collection<Tag> withChildren(Collection<Tag> found, Question question) {
        Map<String, Tag> all = new LinkedHashMap<>();
        List<Tag> next = new ArrayList<>(found);
        while (!next.isEmpty()) {
            next.forEach(tag -> all.put(tag.getId(), tag));
            next = new ArrayList<>(question.nouns().all(Tag.class,
                    tag -> tag.getParent() != null && all.containsKey(tag.getParent()) && !all.containsKey(tag.getId())));
        }
        return all.values();
    }

    <N extends Entity> Table<T> beside(Class<N> other, Way<T, N> way) {
        neighbours.put(other, new Neighbour<>(other, way));
        return this;
    }
}
