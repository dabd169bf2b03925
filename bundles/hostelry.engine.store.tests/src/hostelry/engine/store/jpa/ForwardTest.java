package hostelry.engine.store.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.engine.store.TestDatabase;
import hostelry.engine.store.memory.Noun;
import hostelry.engine.store.memory.Nouns;
import hostelry.engine.store.rows.Row;
import hostelry.model.Entity;
import jakarta.persistence.Column;
import jakarta.persistence.Table;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.emf.ecore.EAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of the first version with a row of each of its nouns comes forward, and every new column holds what a new noun has. */
class ForwardTest {
    @TempDir
    Path folder;

    private final Nouns nouns = new Nouns();

    private static Set<String> columns(Connection connection, String table) throws SQLException {
        boolean h2 = connection.getMetaData().getURL().startsWith("jdbc:h2:");
        Set<String> names = new TreeSet<>();
        try (ResultSet columns = connection.getMetaData().getColumns(null, connection.getSchema(),
                h2 ? table.toUpperCase(Locale.ROOT) : table, "%")) {
            while (columns.next()) {
                names.add(columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    private static List<Field> fields(Class<?> row) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> type = row; type != null; type = type.getSuperclass()) {
            fields.addAll(Arrays.asList(type.getDeclaredFields()));
        }
        fields.removeIf(Field::isSynthetic);
        fields.forEach(field -> field.setAccessible(true));
        return fields;
    }

    private static String column(Field field) {
        Column column = field.getAnnotation(Column.class);
        return (column == null || column.name().isEmpty() ? field.getName() : column.name()).toLowerCase(Locale.ROOT);
    }

    /** Writes what the old table has room for; answers the names of the fields that it has, none where there is no such table. */
    private static Set<String> write(Connection connection, Row row) throws Exception {
        String table = row.getClass().getAnnotation(Table.class).name();
        Set<String> known = columns(connection, table);
        List<Field> fields = fields(row.getClass()).stream().filter(field -> known.contains(column(field))).toList();
        if (known.isEmpty()) {
            return Set.of();
        }
        assertEquals(known.size(), fields.size(), "every column of the old " + table + " still has its field");
        String sql = "insert into " + table + " (" + fields.stream().map(ForwardTest::column).collect(Collectors.joining(", "))
                + ") values ("
                + String.join(", ", Collections.nCopies(fields.size(), "?")) + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < fields.size(); i++) {
                statement.setObject(i + 1, fields.get(i).get(row));
            }
            statement.executeUpdate();
        }
        return fields.stream().map(field -> field.getName().replaceFirst("_$", "")).collect(Collectors.toSet());
    }

    @Test
    void everyRowOfTheFirstVersionComesForward() throws Exception {
        String url = TestDatabase.fresh(folder);
        DataSource source = Database.source(url);
        SchemaVersion.bring(source, 1);
        Map<String, Entity> written = new HashMap<>();
        Map<String, Set<String>> kept = new HashMap<>();
        try (Connection connection = source.getConnection()) {
            for (Noun noun : nouns.all()) {
                Entity object = RowMapperTest.filled(noun, 0);
                Set<String> fields = write(connection, new RowMapper(noun).toRow(object));
                if (!fields.isEmpty()) {
                    written.put(object.getId(), object);
                    kept.put(object.getId(), fields);
                }
            }
        }
        assertTrue(written.size() >= 16, "the first version had sixteen nouns: " + written.keySet());
        try (JpaLedger ledger = new JpaLedger(Database.open(url), nouns, JpaLedger.class.getClassLoader())) {
            Map<String, Entity> found = ledger.load().nouns().stream().collect(Collectors.toMap(Entity::getId, Function.identity()));
            assertEquals(written.keySet(), found.keySet());
            found.forEach((id, object) -> compare(object, written.get(id), kept.get(id)));
        }
    }

    private void compare(Entity found, Entity written, Set<String> kept) {
        Noun noun = nouns.of(found);
        for (EAttribute feature : noun.persisted()) {
            Entity expected = kept.contains(feature.getName()) ? written : noun.make();
            assertEquals(expected.eGet(feature), found.eGet(feature), noun.name() + "." + feature.getName());
        }
    }
}
