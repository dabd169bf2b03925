package hostelry.engine.search.fields;

import hostelry.model.Entity;
import java.util.List;
import java.util.Optional;

/** All nouns that can be searched, in the order in which people look for them. */
public final class Tables {
    private final List<Table<?>> all;

    public Tables() {
        all = List.of(VmFields.vms(), HostFields.hosts(), PlaceFields.clusters(), PlaceFields.dataCenters(), StorageFields.domains(),
                StorageFields.disks(), VmFields.templates(), NetworkFields.networks(), NetworkFields.profiles(), NetworkFields.macPools(),
                PeopleFields.users(),
                PeopleFields.groups(), RecordFields.events(), RecordFields.jobs(), WordFields.tags(), WordFields.bookmarks());
    }

    public List<Table<?>> all() {
        return all;
    }

    /** By what people write: {@code Vms}, {@code vm}, {@code datacenter}. */
    public Optional<Table<?>> called(String word) {
        return all.stream().filter(table -> table.isCalled(word)).findFirst();
    }

    /** By the name of its class in the model. */
    public Optional<Table<?>> named(String noun) {
        return all.stream().filter(table -> table.noun().getSimpleName().equals(noun)).findFirst();
    }

    /** A field with the noun that has it. */
    public record Found<N extends Entity>(Table<N> table, Column<N> column) {}

    /** A noun whose fields can be asked for beside those of another. */
    public Optional<Table<?>> beside(Table<?> table, String word) {
        return called(word).filter(other -> table.neighbours().contains(other.noun()));
    }

    /** A field of a noun ({@code status}) or of one beside it ({@code hosts.status}). */
    public Optional<Found<?>> column(Table<?> table, String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? found(table, name) : beside(table, name.substring(0, dot)).flatMap(other -> found(other, name.substring(dot + 1)));
    }

    private static <N extends Entity> Optional<Found<?>> found(Table<N> table, String name) {
        return table.column(name).map(column -> new Found<>(table, column));
    }

    @SuppressWarnings("unchecked") // found by that very class
    <N extends Entity> Table<N> of(Class<N> noun) {
        return (Table<N>) all.stream().filter(table -> table.noun() == noun).findFirst().orElseThrow();
    }
}
